import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export const toDecideQuery = infiniteQueryOptions({
  queryKey: ['enrolments', 'to-decide'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/enrolments/to-decide', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

/** As many as one sheet of paper can hold. */
const MOST_SIGNED = 100;

/** What waits for the visa, with what the sheet to sign says of each. */
export const toSignQuery = queryOptions({
  queryKey: ['enrolments', 'to-sign'],
  queryFn: async () => {
    const { items } = await body(api.GET('/enrolments/to-decide', { params: { query: { limit: MOST_SIGNED } } }));
    const waiting = items.filter(({ step }) => step === 'visa');
    return Promise.all(waiting.map(({ id }) => body(api.GET('/enrolments/{id}', { params: { path: { id } } }))));
  },
});

export const chainsQuery = queryOptions({
  queryKey: ['employer-chains'],
  queryFn: () => body(api.GET('/employer-chains')),
});
