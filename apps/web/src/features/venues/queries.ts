import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { PointFilters, VenueFilters } from '../../api/types';
import type { Sort, VenueSearch } from './search';

const DEFAULT_RADIUS = 20;
const SORTS: Record<Sort, NonNullable<VenueFilters['sort']>> = { distance: 'distance', pertinence: 'relevance', nom: 'name' };

export const isNear = ({ lat, lon, pres }: VenueSearch): boolean => Boolean(pres || (lat && lon));
export const radiusOf = ({ rayon }: VenueSearch): number => (rayon ? Number(rayon) : DEFAULT_RADIUS);

const filtersOf = (search: VenueSearch): PointFilters => ({
  q: search.q,
  departement: search.departement,
  service: search.service,
  public: search.public,
  care: search.soin,
  fee: search.frais,
  label: search.label,
  typology: search.typologie,
  charter: search.charte && 'true',
  accessible: search.accessible && 'true',
  open: search.ouvert === 'maintenant' ? 'now' : search.ouvert,
  ...(isNear(search) && {
    ...(search.pres ? { commune: search.pres } : { lat: Number(search.lat), lon: Number(search.lon) }),
    radius: radiusOf(search),
  }),
});

export const venuesQuery = ({ vue: _view, ...search }: VenueSearch) =>
  infiniteQueryOptions({
    queryKey: ['venues', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/venues', {
          params: {
            query: {
              ...filtersOf(search),
              sort: search.tri && (search.tri !== 'distance' || isNear(search)) ? SORTS[search.tri] : undefined,
              limit: 20,
              cursor: pageParam || undefined,
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** How many places that answer the rest of the question are near nothing, for want of a position. */
export const unlocatedQuery = ({ vue: _view, tri: _sort, lat: _lat, lon: _lon, pres: _near, rayon: _radius, ...search }: VenueSearch) =>
  queryOptions({
    queryKey: ['venues', 'unlocated', search],
    queryFn: () => body(api.GET('/venues', { params: { query: { ...filtersOf(search), located: 'false', limit: 1 } } })),
  });

export interface View {
  south: number;
  west: number;
  north: number;
  east: number;
  zoom: number;
}

export const pointsQuery = ({ vue: _view, tri: _sort, ...search }: VenueSearch, view: View | undefined) =>
  queryOptions({
    queryKey: ['venues', 'points', search, view],
    enabled: view !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: () => body(api.GET('/venues/points', { params: { query: { ...filtersOf(search), ...view } } })),
  });

export const venueQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ['venues', idOrSlug],
    queryFn: () => body(api.GET('/venues/{idOrSlug}', { params: { path: { idOrSlug } } })),
  });

export const openingQuery = (id: string) =>
  queryOptions({
    queryKey: ['venues', id, 'opening'],
    staleTime: 60_000,
    queryFn: () => body(api.GET('/venues/{idOrSlug}/opening', { params: { path: { idOrSlug: id } } })),
  });

export const photosQuery = (venueId: string) =>
  queryOptions({
    queryKey: ['photos', venueId],
    queryFn: () => body(api.GET('/venues/{id}/photos', { params: { path: { id: venueId } } })),
  });

export const venueCharterQuery = (venueId: string) =>
  queryOptions({
    queryKey: ['charter', 'venue', venueId],
    queryFn: () => body(api.GET('/venues/{id}/charter', { params: { path: { id: venueId } } })),
  });
