import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const toDecideQuery = infiniteQueryOptions({
  queryKey: ['enrolments', 'to-decide'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/enrolments/to-decide', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

/** As many as are signed at once. */
const MOST_SIGNED = 100;

/** What waits for the visa, with what the sheet to sign says of each. */
export const toSignQuery = queryOptions({
  queryKey: ['enrolments', 'to-sign'],
  queryFn: async () => {
    const { items, nextCursor } = await body(api.GET('/enrolments/to-decide', { params: { query: { limit: MOST_SIGNED, step: 'visa' } } }));
    return { requests: await Promise.all(items.map(({ id }) => body(api.GET('/enrolments/{id}', { params: { path: { id } } })))), hasMore: nextCursor !== null };
  },
});

export const chainsQuery = queryOptions({
  queryKey: ['employer-chains'],
  queryFn: () => body(api.GET('/employer-chains')),
});
