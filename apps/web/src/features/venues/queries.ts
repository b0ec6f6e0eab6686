import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { VenueSearch } from './routes';

export const venuesQuery = (search: VenueSearch) =>
  infiniteQueryOptions({
    queryKey: ['venues', search],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(api.GET('/venues', { params: { query: { ...search, limit: 20, cursor: pageParam || undefined } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const venueQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ['venues', idOrSlug],
    queryFn: () => body(api.GET('/venues/{idOrSlug}', { params: { path: { idOrSlug } } })),
  });
