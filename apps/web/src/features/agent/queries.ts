import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const myRequestsQuery = infiniteQueryOptions({
  queryKey: ['enrolments', 'mine'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/enrolments/mine', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['enrolments', id],
    queryFn: () => body(api.GET('/enrolments/{id}', { params: { path: { id } } })),
  });

export const myAttestationsQuery = infiniteQueryOptions({
  queryKey: ['attestations', 'mine'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/attestations/mine', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});
