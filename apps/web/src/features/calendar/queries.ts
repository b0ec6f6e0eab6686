import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';

interface Asked {
  venueId: string;
  roomId?: string;
  from: string;
  to: string;
}

/** What is held or confirmed in the period, read to its end. */
export const calendarQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['bookings', 'calendar', asked],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const found: BookingCard[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await body(
          api.GET('/bookings', { params: { query: { ...asked, limit: 100, cursor: cursor ?? undefined } } }),
        );
        found.push(...page.items.filter(({ status }) => status === 'held' || status === 'confirmed'));
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    },
  });

export const closuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['venues', id, 'closures'],
    queryFn: () => body(api.GET('/venues/{id}/closures', { params: { path: { id } } })),
  });

export const feedQuery = (id: string) =>
  queryOptions({
    queryKey: ['venues', id, 'feed'],
    queryFn: () => body(api.GET('/venues/{id}/calendar-feed', { params: { path: { id } } })),
  });
