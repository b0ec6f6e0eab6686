import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { tellingWords } from './telling-words';

export const myVenuesQuery = infiniteQueryOptions({
  queryKey: ['venues', 'mine'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/venues/mine', { params: { query: { limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const directoryQuery = (words: string) =>
  queryOptions({
    queryKey: ['venues', 'directory', words],
    enabled: words !== '',
    queryFn: () => body(api.GET('/venues', { params: { query: { q: words, limit: 10 } } })),
  });

/** Places near the commune, when it is known, whose name has the same words of its own. */
export const lookAlikesQuery = (name: string, communeCode: string) =>
  queryOptions({
    queryKey: ['venues', 'look-alikes', name, communeCode],
    enabled: name.length > 2,
    retry: false,
    queryFn: () =>
      body(api.GET('/venues', { params: { query: { q: tellingWords(name), limit: 3, ...(communeCode && { commune: communeCode, radius: 20 }) } } })),
  });

const bookings = (status: BookingCard['status'], cursor: string | undefined) =>
  body(api.GET('/bookings', { params: { query: { status, limit: 100, cursor } } }));

export const heldQuery = infiniteQueryOptions({
  queryKey: ['bookings', 'held'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => bookings('held', pageParam || undefined),
  getNextPageParam: (page) => page.nextCursor,
});

/** Those that are not over. The list of the server begins with the oldest: it is read to its end. */
export const comingQuery = queryOptions({
  queryKey: ['bookings', 'confirmed'],
  queryFn: async () => {
    const coming: BookingCard[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await bookings('confirmed', cursor ?? undefined);
      coming.push(...page.items.filter(({ endsAt }) => Date.parse(endsAt) > Date.now()));
      cursor = page.nextCursor;
    } while (cursor);
    return coming;
  },
});

export const closuresQuery = (venueId: string) =>
  queryOptions({
    queryKey: ['closures', venueId],
    queryFn: () => body(api.GET('/venues/{id}/closures', { params: { path: { id: venueId } } })),
  });

export const publicationQuery = (venueId: string) =>
  queryOptions({
    queryKey: ['venues', venueId, 'publication'],
    queryFn: () => body(api.GET('/venues/{id}/publication', { params: { path: { id: venueId } } })),
  });

export const charterQuery = queryOptions({
  queryKey: ['charter', 'versions'],
  queryFn: () => body(api.GET('/charter/versions')),
});

export const signersQuery = queryOptions({
  queryKey: ['charter', 'signers'],
  queryFn: () => body(api.GET('/charter/adhesions')),
});

export const myClaimsQuery = queryOptions({
  queryKey: ['claims', 'mine'],
  queryFn: () => body(api.GET('/claims/mine', { params: { query: { limit: 20 } } })),
});

export const waitingClaimsQuery = infiniteQueryOptions({
  queryKey: ['claims', 'asked'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/claims', { params: { query: { status: 'asked', limit: 20, cursor: pageParam || undefined } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const claimLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['claim-links', token],
    retry: false,
    queryFn: () => body(api.GET('/claim-links/{token}', { params: { path: { token } } })),
  });
