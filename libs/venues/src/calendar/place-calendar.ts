import type { Calendar, CalendarEvent } from '@app/platform';
import type { BookingStatus } from '../booking/booking.rules';

export interface CalendarBooking {
  id: string;
  startsAt: Date;
  endsAt: Date;
  status: BookingStatus;
  purpose: string;
  sessionCode: string | null;
  /** Its session has a page, which one in preparation has not. */
  hasPage: boolean;
  roomName: string;
  /** When it was last written. */
  changedAt: Date;
  version: number;
}

export interface CalendarClosure {
  id: string;
  /** First day, and the day after the last. */
  from: string;
  until: string;
  reason: string;
}

export interface PlaceCalendar {
  name: string;
  bookings: CalendarBooking[];
  closures: CalendarClosure[];
}

const STATUS: Record<BookingStatus, CalendarEvent['status']> = {
  held: 'tentative',
  confirmed: 'confirmed',
  refused: 'cancelled',
  expired: 'cancelled',
  cancelled: 'cancelled',
};

/** What the rooms of a place are for and when, without a name of anyone; sessions lead to their page under `site`. */
export function placeCalendar({ name, bookings, closures }: PlaceCalendar, site: string): Calendar {
  const used = bookings.map(({ id, startsAt, endsAt, status, purpose, sessionCode, hasPage, roomName, changedAt, version }): CalendarEvent => ({
    id,
    sequence: version - 1,
    changedAt,
    time: { from: startsAt, to: endsAt },
    status: STATUS[status],
    summary: status === 'held' ? `À confirmer\u202f: ${purpose}` : purpose,
    description: sessionCode && `Session ${sessionCode}`,
    location: `${roomName}, ${name}`,
    url: hasPage ? `${site}/sessions/${sessionCode}` : null,
  }));
  const closed = closures.map(({ id, from, until, reason }): CalendarEvent => ({
    id, sequence: 0, changedAt: new Date(`${from}T00:00:00Z`), time: { firstDay: from, dayAfter: until }, status: 'confirmed', summary: `Fermé\u202f: ${reason}`, location: name,
  }));
  return { name, product: 'lieux', events: [...used, ...closed] };
}
