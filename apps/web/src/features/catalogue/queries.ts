import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { CourseFilters } from '../../api/types';
import { isNear, type CatalogueSearch, type Sort } from './search';

const SORTS: Record<Sort, NonNullable<CourseFilters['sort']>> = { pertinence: 'relevance', date: 'date', distance: 'distance', titre: 'title' };

const filtersOf = (search: CatalogueSearch): CourseFilters => ({
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
  sort: search.tri && SORTS[search.tri],
});

export const coursesQuery = (search: CatalogueSearch) =>
  infiniteQueryOptions({
    queryKey: ['courses', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/courses', {
          params: { query: { ...filtersOf(search), limit: 12, cursor: pageParam || undefined } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What finishes the words being typed; nothing is asked of one letter. */
export const suggestionsQuery = (typed: string) =>
  queryOptions({
    queryKey: ['course-suggestions', typed],
    enabled: typed.length > 1,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/course-suggestions', { params: { query: { q: typed.slice(0, 100) } } })),
  });

/** The courses whose next session comes first. */
export const upcomingQuery = queryOptions({
  queryKey: ['courses', 'upcoming'],
  queryFn: () => body(api.GET('/courses', { params: { query: { sort: 'date', limit: 5 } } })),
});

export const courseQuery = (slug: string) =>
  queryOptions({
    queryKey: ['courses', slug],
    queryFn: () => body(api.GET('/courses/{slug}', { params: { path: { slug } } })),
  });

export const sessionQuery = (code: string) =>
  queryOptions({
    queryKey: ['sessions', code],
    queryFn: () => body(api.GET('/sessions/{code}', { params: { path: { code } } })),
  });
