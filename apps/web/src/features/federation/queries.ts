import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Publication } from '../../api/types';

export const publicationsQuery = (state: Publication['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['publications', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/federation/publications', {
          params: { query: { state, limit: 20, cursor: pageParam || undefined } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
