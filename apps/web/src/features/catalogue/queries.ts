import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { CourseFilters } from '../../api/types';
import type { CatalogueSearch } from './routes';

const filtersOf = (search: CatalogueSearch): CourseFilters => ({
  q: search.q,
  category: search.categorie,
  modality: search.modalite,
  theme: search.theme,
  departement: search.departement,
  near: search.pres,
  sort: search.tri === 'titre' ? 'title' : search.tri,
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
