import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const mySessionsQuery = infiniteQueryOptions({
  queryKey: ['sessions', 'mine'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/sessions/mine', { params: { query: { limit: 100, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const rollQuery = (id: string) =>
  queryOptions({
    queryKey: ['rolls', id],
    queryFn: () => body(api.GET('/sessions/{id}/roll', { params: { path: { id } } })),
  });
