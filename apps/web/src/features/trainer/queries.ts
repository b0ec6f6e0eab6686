import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const mySessionsQuery = queryOptions({
  queryKey: ['sessions', 'mine'],
  queryFn: () => body(api.GET('/sessions/mine')),
});

export const rollQuery = (id: string) =>
  queryOptions({
    queryKey: ['rolls', id],
    queryFn: () => body(api.GET('/sessions/{id}/roll', { params: { path: { id } } })),
  });
