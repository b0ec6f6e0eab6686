import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Period } from '../values/period';
import { occurrencesOf } from './occurrences';

/** An entry that a mail writes in the calendar of one person, or takes out of it (RFC 5546). */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  /** The same as long as it is the same entry, whatever happens to it. */
  id: string;
  /** Only ever rises: a program that knows a higher one keeps what it has. */
  sequence: number;
  writtenAt: Date;
  timeZone: string;
  /** In order, at least one. */
  times: readonly Period[];
  isTentative: boolean;
  summary: string;
  description: string;
  location: string;
  url: string;
  /** `Name <address>`. */
  organizer: string;
  attendee: { name: string; email: string };
}

const utc = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' });
// Zones that are one with another are described under its name: La Réunion would be Dubaï, and nobody would find it.
const zoneBlock = (timeZone: string): string => tzlib_get_ical_block(timeZone)[0]!.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`);
const STATUS = { sure: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, gone: ICalEventStatus.CANCELLED };

/**
 * One entry whatever the number of days: Outlook and Gmail read the first one of a mail only. Several days are one entry that
 * repeats, at hours of the place, so that they stay right when clocks change between two of them.
 */
export function invitationText({ method, id, sequence, writtenAt, timeZone, times, isTentative, organizer, attendee, ...told }: Invitation): string {
  const calendar = ical({ prodId: { company: 'Relais', product: 'convocation', language: 'FR' }, method: ICalCalendarMethod[method] });
  calendar.timezone({ name: null, generator: zoneBlock });
  const { first, repeats, skipped, others } = occurrencesOf(times, timeZone);
  const status = method === 'CANCEL' ? STATUS.gone : isTentative ? STATUS.tentative : STATUS.sure;
  const common = { ...told, id: `${id}@relais`, sequence, stamp: utc(writtenAt), timezone: timeZone, status, organizer };
  const all = calendar.createEvent({ ...common, ...first });
  if (repeats)
    all.repeating({ freq: ICalEventRepeatingFreq.DAILY, count: repeats.count, ...(repeats.every > 1 && { interval: repeats.every }), ...(skipped.length && { exclude: skipped }) });
  const events = [all];
  // A cancellation without a day of its own takes all of them out.
  if (method === 'REQUEST')
    for (const { start, end, instead } of others) events.push(calendar.createEvent({ ...common, start, end, recurrenceId: instead }));
  for (const event of events)
    event.createAttendee({ email: attendee.email, name: attendee.name.replaceAll('"', ''), type: ICalAttendeeType.INDIVIDUAL, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  return calendar.toString();
}
