import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { BookingCard } from '../../api/types';
import type { Feed } from './calendar-feed';

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

export const placeFeed = (id: string): Feed => {
  const params = { path: { id } };
  return {
    query: { queryKey: ['venues', id, 'feed'], queryFn: () => body(api.GET('/venues/{id}/calendar-feed', { params })) },
    renew: () => body(api.POST('/venues/{id}/calendar-feed', { params })),
    stop: () => body(api.DELETE('/venues/{id}/calendar-feed', { params })),
  };
};

/** Of the sessions that one attends. */
export const myFeed: Feed = {
  query: { queryKey: ['me', 'feed'], queryFn: () => body(api.GET('/me/calendar-feed')) },
  renew: () => body(api.POST('/me/calendar-feed')),
  stop: () => body(api.DELETE('/me/calendar-feed')),
};

/** Of the sessions that one gives. */
export const myTrainerFeed: Feed = {
  query: { queryKey: ['me', 'trainer-feed'], queryFn: () => body(api.GET('/me/trainer-calendar-feed')) },
  renew: () => body(api.POST('/me/trainer-calendar-feed')),
  stop: () => body(api.DELETE('/me/trainer-calendar-feed')),
};
