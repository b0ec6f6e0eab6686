import type { BookingCard } from '../../api/types';
import { localDay, localHour } from '../bookings/local';

const OPENS = '08:00';
const ENDS = '20:00';

export interface Gap {
  start: string;
  end: string;
}

type Part = { gap: Gap } | { booking: BookingCard };

/** A day of one room in the order of time: what is booked, and what is left free between eight and twenty hours. */
export function partsOf(day: string, bookings: BookingCard[]): Part[] {
  const parts: Part[] = [];
  let free = OPENS;
  for (const booking of bookings) {
    const { startsAt, endsAt, timeZone } = booking;
    const start = localDay(startsAt, timeZone) < day ? '00:00' : localHour(startsAt, timeZone);
    const end = localDay(endsAt, timeZone) > day ? '24:00' : localHour(endsAt, timeZone);
    if (start > free) parts.push({ gap: { start: free, end: start < ENDS ? start : ENDS } });
    parts.push({ booking });
    if (end > free) free = end;
  }
  if (free < ENDS) parts.push({ gap: { start: free, end: ENDS } });
  return parts;
}
