import { nameNoun, notFound } from '../problems/problem';
import { newSecret, secretHash } from '../values/secret';

nameNoun('calendar', 'Ce calendrier');

/** A new secret address at which other programs read a calendar: told once, known by its hash alone. `base`: the address of the routes that read. */
export function newCalendarAddress(base: string): { url: string; hash: Buffer } {
  const token = newSecret();
  return { url: `${base}/${token}.ics`, hash: secretHash(token) };
}

/** By what a calendar is known that is read at `<secret>.ics`; 404 for any other name. */
export function calendarHash(file: string): Buffer {
  if (!file.endsWith('.ics')) throw notFound('calendar');
  return secretHash(file.slice(0, -'.ics'.length));
}
