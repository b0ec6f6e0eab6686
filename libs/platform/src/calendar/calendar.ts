import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import type { Period } from '../values/period';

/** A time by its instants, or whole days, `YYYY-MM-DD`: the first one and the one after the last. */
export type CalendarTime = Period | { firstDay: string; dayAfter: string };

export interface CalendarEvent {
  /** The same as long as it is the same event, whatever happens to it. */
  id: string;
  /** Only ever rises: a program that knows a higher one keeps what it has. */
  sequence: number;
  /** When what is told here was last written. */
  changedAt: Date;
  time: CalendarTime;
  status: 'confirmed' | 'tentative' | 'cancelled';
  summary: string;
  description?: string | null;
  location?: string | null;
  url?: string | null;
}

export interface Calendar {
  name: string;
  /** What it is a calendar of, in one word. */
  product: string;
  events: readonly CalendarEvent[];
}

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED };
// A luxon value in UTC is written as such, whatever the clock of the process; a Date would not be.
const utc = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' });
const day = (date: string) => DateTime.fromISO(date, { zone: 'utc' });

/** A calendar as RFC 5545 text, for programs that read it again and again: the same events give the same text. */
export function icsOf({ name, product, events }: Calendar): string {
  const calendar = ical({ name, prodId: { company: 'Relais', product, language: 'FR' }, method: ICalCalendarMethod.PUBLISH });
  for (const { id, changedAt, time, status, ...told } of events)
    calendar.createEvent({
      ...told,
      ...('from' in time ? { start: utc(time.from), end: utc(time.to) } : { allDay: true, start: day(time.firstDay), end: day(time.dayAfter) }),
      id: `${id}@relais`,
      stamp: utc(changedAt),
      status: STATUS[status],
    });
  return calendar.toString();
}
