import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { LetterState } from '../../api/types';

export const myMessagesQuery = infiniteQueryOptions({
  queryKey: ['messages'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => body(api.GET('/me/messages', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const deliveryQuery = queryOptions({ queryKey: ['delivery'], queryFn: () => body(api.GET('/me/delivery')) });

export const preferencesQuery = queryOptions({ queryKey: ['message-preferences'], queryFn: () => body(api.GET('/me/message-preferences')) });

/** A page is a batch: what is printed together. */
export const lettersQuery = (state: LetterState) =>
  infiniteQueryOptions({
    queryKey: ['letters', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) => body(api.GET('/letters', { params: { query: { state, limit: 50, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });
