import { lifecycle } from '@app/platform';

export const BOOKING_STATUSES = ['held', 'confirmed', 'refused', 'expired', 'cancelled'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
/** A live booking keeps the room. */
export const LIVE: readonly BookingStatus[] = ['held', 'confirmed'];

export const bookingLife = lifecycle<BookingStatus, 'confirm' | 'refuse' | 'cancel' | 'expire'>({
  confirm: { from: ['held'], to: 'confirmed' },
  refuse: { from: ['held'], to: 'refused' },
  cancel: { from: ['held', 'confirmed'], to: 'cancelled' },
  expire: { from: ['held'], to: 'expired' },
});

/** What a host is offered: cancelling belongs to who booked, expiring to time. */
export const hostActions = (status: BookingStatus): ('confirm' | 'refuse')[] =>
  (['confirm', 'refuse'] as const).filter((action) => bookingLife.available(status).includes(action));
