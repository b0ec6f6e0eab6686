import type { CourseFilters, SearchFilters } from '../../api/types';
import { isNear, radii, type CatalogueSearch, type Sort } from './search';

const SORTS: Record<Sort, NonNullable<CourseFilters['sort']>> = { pertinence: 'relevance', date: 'date', distance: 'distance', titre: 'title' };

/** What a search asks of the API, whatever its order. */
export const filtersOf = (search: CatalogueSearch): SearchFilters => ({
  q: search.q,
  theme: search.theme,
  category: search.categorie,
  modality: search.modalite,
  cost: search.cout,
  metier: search.metier,
  competency: search.competence,
  departement: search.departement,
  venue: search.lieu,
  from: search.du,
  to: search.au,
  free: search.places && 'true',
  ...(isNear(search) && {
    ...(search.pres ? { near: search.pres } : { lat: Number(search.lat), lon: Number(search.lon) }),
    radius: search.rayon && Number(search.rayon),
  }),
});

export const orderOf = ({ tri }: CatalogueSearch): CourseFilters['sort'] => tri && SORTS[tri];

/** The search of the catalogue that asks these filters. */
export const searchOf = (filters: SearchFilters): CatalogueSearch => ({
  q: filters.q,
  theme: filters.theme,
  categorie: filters.category,
  modalite: filters.modality,
  cout: filters.cost,
  metier: filters.metier,
  competence: filters.competency,
  departement: filters.departement,
  lieu: filters.venue,
  du: filters.from,
  au: filters.to,
  places: filters.free && 'libres',
  pres: filters.near,
  lat: filters.lat === undefined ? undefined : String(filters.lat),
  lon: filters.lon === undefined ? undefined : String(filters.lon),
  rayon: radii.find((radius) => Number(radius) === filters.radius),
});

/** The same question is written the same way, whatever the order of its filters and of their values. */
const written = (filters: SearchFilters): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  );

export const asksNothing = (filters: SearchFilters): boolean => written(filters) === '[]';
export const asksTheSame = (a: SearchFilters, b: SearchFilters): boolean => written(a) === written(b);
