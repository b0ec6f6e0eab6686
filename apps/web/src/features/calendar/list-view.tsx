import { CalendarX } from 'lucide-react';
import { EmptyState } from '../../ui/list';
import { BookingMark } from './booking-mark';
import { bookingsOn, notesOf } from './day-notes';
import { DaySections } from './day-sections';
import type { ViewProps } from './month-view';
import { daysOf } from './range';
import { text } from './text';

/** What is booked or closed, day by day. */
export function ListView({ range, bookings, closures }: ViewProps) {
  const days = daysOf(range).map((day) => ({ date: day.toString(), there: bookingsOn(day, bookings), notes: notesOf(day, closures) }));
  const empty = (
    <EmptyState icon={CalendarX} title={text.noneTitle}>
      {text.none}
    </EmptyState>
  );
  return (
    <DaySections days={days} empty={empty}>
      {(booking) => <BookingMark key={booking.id} booking={booking} />}
    </DaySections>
  );
}
