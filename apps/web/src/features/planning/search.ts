export const VIEWS = ['semaine', 'mois'] as const;
export type View = (typeof VIEWS)[number];
export const WAYS = ['lieu', 'formateur', 'delegation'] as const;
export type Way = (typeof WAYS)[number];

export interface PlanningSearch {
  vue?: View;
  par?: Way;
  date?: string;
  /** Those of one’s own delegation otherwise. */
  sessions?: 'toutes';
  departement?: string;
  lieu?: string;
  formateur?: string;
  delegation?: string;
}
