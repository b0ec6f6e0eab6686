import type { CalendarDate } from '@internationalized/date';
import type { components } from '../../api/schema.d.ts';
import type { BookingCard } from '../../api/types';
import { localDay } from '../bookings/local';
import { text } from './text';

export type Closures = components['schemas']['Closures'];

/** What makes a day unlike others: the place is closed, or it is a public holiday. */
export function notesOf(day: CalendarDate, closures: Closures | undefined): string[] {
  const date = day.toString();
  return [
    ...(closures?.items ?? [])
      .filter(({ from, until }) => from <= date && date <= until)
      .map(({ reason }) => text.closed(reason)),
    ...(closures?.holidays ?? [])
      .filter((holiday) => holiday.date === date)
      .map(({ name }) => text.holiday(name)),
  ];
}

/** The bookings that touch this day, on the clock of the place. */
export function bookingsOn(day: CalendarDate, bookings: BookingCard[]): BookingCard[] {
  const date = day.toString();
  const last = ({ endsAt, timeZone }: BookingCard) =>
    localDay(new Date(Date.parse(endsAt) - 1000).toISOString(), timeZone);
  return bookings.filter(
    (booking) => localDay(booking.startsAt, booking.timeZone) <= date && date <= last(booking),
  );
}
