import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const toDecideQuery = infiniteQueryOptions({
  queryKey: ['enrolments', 'to-decide'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/enrolments/to-decide', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});
