import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { FollowedState } from '../../api/types';

export const followedQuery = (state: FollowedState) =>
  infiniteQueryOptions({
    queryKey: ['enrolments', 'followed', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) => body(api.GET('/enrolments/followed', { params: { query: { state, limit: 20, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });
