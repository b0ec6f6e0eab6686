import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import type { BookingStatus } from '../booking/booking.rules';

export interface CalendarBooking {
  id: string;
  startsAt: Date;
  endsAt: Date;
  status: BookingStatus;
  purpose: string;
  sessionCode: string | null;
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

const STATUS: Record<BookingStatus, ICalEventStatus> = {
  held: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  refused: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

// A luxon value in UTC is written as such, whatever the clock of the process; a Date would not be.
const utc = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' });

/** The calendar of a place as RFC 5545 text: what the rooms are for and when, without a name of anyone. */
export function icsOf({ name, bookings, closures }: PlaceCalendar): string {
  const calendar = ical({ name, prodId: { company: 'Relais', product: 'lieux', language: 'FR' }, method: ICalCalendarMethod.PUBLISH });
  for (const { id, startsAt, endsAt, status, purpose, sessionCode, roomName, changedAt, version } of bookings)
    calendar.createEvent({
      id: `${id}@relais`,
      sequence: version - 1,
      start: utc(startsAt),
      end: utc(endsAt),
      stamp: utc(changedAt),
      summary: status === 'held' ? `À confirmer : ${purpose}` : purpose,
      description: sessionCode ? `Session ${sessionCode}` : null,
      location: `${roomName}, ${name}`,
      status: STATUS[status],
    });
  for (const { id, from, until, reason } of closures)
    calendar.createEvent({
      id: `${id}@relais`,
      allDay: true,
      start: DateTime.fromISO(from, { zone: 'utc' }),
      end: DateTime.fromISO(until, { zone: 'utc' }),
      stamp: DateTime.fromISO(from, { zone: 'utc' }),
      summary: `Fermé : ${reason}`,
      transparency: ICalEventTransparency.OPAQUE,
    });
  return calendar.toString();
}
