import { Link } from '@tanstack/react-router';
import { localDate } from '../../ui/dates';
import { BookingMark } from './booking-mark';
import { bookingsOn, notesOf } from './day-notes';
import type { ViewProps } from './month-view';
import { daysOf } from './range';

/** Seven columns, each day in the order of its hours. */
export function WeekView({ range, bookings, closures, venueId, room }: ViewProps) {
  return (
    <div className="week">
      {daysOf(range).map((day) => {
        const date = day.toString();
        return (
          <section key={date} className="week-day" aria-labelledby={`d-${date}`}>
            <h3 id={`d-${date}`} className="sentence">
              <Link
                to="/hote/lieux/$id/calendrier"
                params={{ id: venueId }}
                search={{ vue: 'jour', date, salle: room }}
              >
                {localDate(date)}
              </Link>
            </h3>
            {notesOf(day, closures).map((note) => (
              <p key={note} className="day-note">
                {note}
              </p>
            ))}
            {bookingsOn(day, bookings).map((booking) => (
              <BookingMark key={booking.id} booking={booking} />
            ))}
          </section>
        );
      })}
    </div>
  );
}
