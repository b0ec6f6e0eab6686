const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** « lundi 8 mars 2027 », « mardi 1er juin 2027 », on the calendar of the place. */
export function day(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { ...DAY, timeZone }).format(at).replace(/ 1 /, ' 1er ');
}

/** « 9 h » or « 9 h 30 », on the clock of the place. */
export function hour(at: Date, timeZone: string): string {
  const [hours, minutes] = new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
    .format(at)
    .split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** « lundi 8 mars 2027 à 9 h 30 ». */
export const moment = (at: Date, timeZone: string): string => `${day(at, timeZone)} à ${hour(at, timeZone)}`;

/** « le lundi 8 mars 2027 » or « du lundi 8 mars 2027 au mardi 9 mars 2027 ». */
export function days(from: Date, to: Date, timeZone: string): string {
  const [first, last] = [day(from, timeZone), day(to, timeZone)];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

/** « le lundi 8 mars 2027, de 9 h à 12 h ». */
export const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, timeZone: string): string =>
  `le ${day(startsAt, timeZone)}, de ${hour(startsAt, timeZone)} à ${hour(endsAt, timeZone)}`;
