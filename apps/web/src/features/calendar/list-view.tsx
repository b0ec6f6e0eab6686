import { CalendarX } from 'lucide-react';
import { localDate } from '../../ui/dates';
import { EmptyState } from '../../ui/list';
import { BookingMark } from './booking-mark';
import { bookingsOn, notesOf } from './day-notes';
import type { ViewProps } from './month-view';
import { daysOf } from './range';
import { text } from './text';

/** The days on which there is something, one below the other. */
export function ListView({ range, bookings, closures }: ViewProps) {
  const days = daysOf(range)
    .map((day) => ({ date: day.toString(), there: bookingsOn(day, bookings), notes: notesOf(day, closures) }))
    .filter(({ there, notes }) => there.length > 0 || notes.length > 0);
  if (days.length === 0)
    return (
      <EmptyState icon={CalendarX} title={text.noneTitle}>
        {text.none}
      </EmptyState>
    );
  return (
    <div className="stack stack-8">
      {days.map(({ date, there, notes }) => (
        <section key={date} className="stack stack-2" aria-labelledby={`l-${date}`}>
          <h3 id={`l-${date}`} className="sentence">
            {localDate(date)}
          </h3>
          {notes.map((note) => (
            <p key={note} className="day-note">
              {note}
            </p>
          ))}
          {there.map((booking) => (
            <BookingMark key={booking.id} booking={booking} />
          ))}
        </section>
      ))}
    </div>
  );
}
