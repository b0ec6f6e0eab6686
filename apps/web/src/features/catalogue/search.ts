import type { CourseFilters } from '../../api/types';

/** What is asked of the catalogue, as it is written in the address. */
export interface CatalogueSearch {
  q?: string;
  /** Values of one kind are alternatives. */
  theme?: NonNullable<CourseFilters['theme']>;
  categorie?: NonNullable<CourseFilters['category']>;
  modalite?: NonNullable<CourseFilters['modality']>;
  cout?: NonNullable<CourseFilters['cost']>;
  metier?: string[];
  competence?: string[];
  departement?: string[];
  lieu?: string[];
  /** First and last day a session may begin. */
  du?: string;
  au?: string;
  /** With a seat left. */
  places?: 'libres';
  /** Around the reader, when the browser gave a position. */
  lat?: string;
  lon?: string;
  /** Around a commune, by its code. */
  pres?: string;
  /** Kilometres. */
  rayon?: Radius;
  tri?: Sort;
}

export const sorts = ['pertinence', 'date', 'distance', 'titre'] as const;
export type Sort = (typeof sorts)[number];
export const radii = ['10', '20', '50', '100', '200'] as const;
export type Radius = (typeof radii)[number];

export const isNear = ({ lat, lon, pres }: CatalogueSearch): boolean => Boolean(pres || (lat && lon));
