import type { BookingCard } from '../../api/types';
import { localDay, localHour } from '../bookings/local';

const OPENS = '08:00';
const ENDS = '20:00';

export interface Gap {
  start: string;
  end: string;
}

type Part = { gap: Gap } | { booking: BookingCard };

/** What a booking takes of this day, on the clock of the place. */
const hoursOn = (day: string, { startsAt, endsAt, timeZone }: BookingCard): Gap => ({
  start: localDay(startsAt, timeZone) < day ? '00:00' : localHour(startsAt, timeZone),
  end: localDay(endsAt, timeZone) > day ? '24:00' : localHour(endsAt, timeZone),
});

/** The hours that a day shows, the same for all rooms: from eight to twenty, or further where the place opens or something is booked. */
export function spanOf(day: string, hours: readonly { from: string; to: string }[], bookings: BookingCard[]): Gap {
  const shown = [
    { start: OPENS, end: ENDS },
    // What closes the day after is open until midnight.
    ...hours.map(({ from, to }) => ({ start: from, end: to > from ? to : '24:00' })),
    ...bookings.map((booking) => hoursOn(day, booking)),
  ];
  return {
    start: shown.map(({ start }) => start).reduce((a, b) => (a < b ? a : b)),
    end: shown.map(({ end }) => end).reduce((a, b) => (a > b ? a : b)),
  };
}

/** A day of one room in the order of time: what is booked, and what is left free. */
export function partsOf(day: string, bookings: BookingCard[], span: Gap): Part[] {
  const parts: Part[] = [];
  let free = span.start;
  for (const booking of bookings) {
    const { start, end } = hoursOn(day, booking);
    if (start > free) parts.push({ gap: { start: free, end: start } });
    parts.push({ booking });
    if (end > free) free = end;
  }
  if (free < span.end) parts.push({ gap: { start: free, end: span.end } });
  return parts;
}
