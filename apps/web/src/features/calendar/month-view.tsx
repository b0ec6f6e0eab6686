import { isSameMonth, isToday, type CalendarDate } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import type { BookingCard } from '../../api/types';
import { localDate } from '../../ui/dates';
import { BookingMark } from './booking-mark';
import { bookingsOn, notesOf, type Closures } from './day-notes';
import { daysOf, type Range } from './range';
import { text } from './text';

export interface ViewProps {
  range: Range;
  bookings: BookingCard[];
  closures: Closures | undefined;
  venueId: string;
  room?: string;
  /** Of the place. */
  timeZone: string;
}

const SHOWN = 3;
const weekday = (day: CalendarDate, weekdayStyle: 'short' | 'long') =>
  new Intl.DateTimeFormat('fr-FR', { weekday: weekdayStyle, timeZone: 'UTC' }).format(day.toDate('UTC'));

/** Whole weeks, Monday first: a real table, whose days lead to the view of the day. */
export function MonthView({ range, bookings, closures, venueId, room, timeZone }: ViewProps) {
  const days = daysOf(range);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="month">
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day.toString()} scope="col" abbr={weekday(day, 'long')}>
              {weekday(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.toString()}>
            {week.map((day) => {
              const there = bookingsOn(day, bookings);
              return (
                <td
                  key={day.toString()}
                  className={isSameMonth(day, range.anchor) ? undefined : 'other-month'}
                >
                  <Link
                    to="/hote/lieux/$id/calendrier"
                    params={{ id: venueId }}
                    search={{ vue: 'jour', date: day.toString(), salle: room }}
                    aria-label={`${day.day}, ${localDate(day.toString())}`}
                    className="month-day"
                    aria-current={isToday(day, timeZone) ? 'date' : undefined}
                  >
                    {day.day}
                  </Link>
                  {notesOf(day, closures).map((note) => (
                    <p key={note} className="day-note">
                      {note}
                    </p>
                  ))}
                  {there.slice(0, SHOWN).map((booking) => (
                    <BookingMark key={booking.id} booking={booking} isShort />
                  ))}
                  {there.length > SHOWN && <p className="small soft">{text.more(there.length - SHOWN)}</p>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
