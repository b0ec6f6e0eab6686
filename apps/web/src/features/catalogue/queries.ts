import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { filtersOf, orderOf } from './api-filters';
import { nameValues } from './facets';
import type { CatalogueSearch } from './search';

export const coursesQuery = (search: CatalogueSearch) =>
  infiniteQueryOptions({
    queryKey: ['courses', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }) => {
      const query = { ...filtersOf(search), sort: orderOf(search), limit: 12, cursor: pageParam || undefined };
      const page = await body(api.GET('/courses', { params: { query } }));
      nameValues(page.facets.map(({ facet, ...value }) => ({ filter: facet, ...value })));
      return page;
    },
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

/** Who goes first, and what is kept for whom. */
export const seatRulesQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'seat-rules', sessionId],
    queryFn: () => body(api.GET('/sessions/{id}/seat-rules', { params: { path: { id: sessionId } } })),
  });
