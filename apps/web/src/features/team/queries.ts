import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const toOpineQuery = infiniteQueryOptions({
  queryKey: ['enrolments', 'to-opine'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/enrolments/to-opine', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

/** Whether this person stands in for a supervisor whose team waits: they are told nowhere else. */
export const standsInQuery = queryOptions({
  queryKey: ['enrolments', 'stands-in'],
  staleTime: 5 * 60_000,
  queryFn: async () => {
    const { items } = await body(api.GET('/enrolments/to-opine', { params: { query: { limit: 1 } } }));
    return items.length > 0;
  },
});

export const deputiesQuery = queryOptions({
  queryKey: ['deputies'],
  queryFn: () => body(api.GET('/deputies')),
});

export const deputyPeopleQuery = (typed: string) =>
  queryOptions({
    queryKey: ['deputies', 'people', typed],
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/deputies/people', { params: { query: { q: typed.trim().slice(0, 100) || undefined } } })),
  });
