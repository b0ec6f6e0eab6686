import type { BookingCard } from '../../api/types';

export type BookingGroup = [BookingCard, ...BookingCard[]];

/** The half-days of one session are asked at once; they are answered at once. */
export function groupBookings(bookings: BookingCard[]): BookingGroup[] {
  const groups = new Map<string, BookingGroup>();
  for (const booking of bookings) {
    const key = [booking.roomId, booking.purpose, booking.requestedAt].join();
    const group = groups.get(key);
    if (group) group.push(booking);
    else groups.set(key, [booking]);
  }
  return [...groups.values()];
}
