const words = (options: Intl.DateTimeFormatOptions) => (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { ...options, timeZone }).format(at).replace(/(^| )1 /, '$11er ');

/** « 8 mars 2027 », « 1er juin 2027 », on the calendar of the place. */
export const dateInWords = words({ day: 'numeric', month: 'long', year: 'numeric' });

/** « lundi 8 mars 2027 », on the calendar of the place. */
export const dayInWords = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** « lundi 8 mars », on the calendar of the place. */
export const dayOfMonthInWords = words({ weekday: 'long', day: 'numeric', month: 'long' });

/** Noon of a local date, `YYYY-MM-DD`, to be told in UTC. */
export const noonOf = (localDate: string): Date => new Date(`${localDate}T12:00:00Z`);

/** « 9 h » or « 9 h 30 », on the clock of the place. */
export function hourInWords(at: Date, timeZone: string): string {
  const [hours, minutes] = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at).split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** « lundi 8 mars 2027 à 9 h 30 » */
export const momentInWords = (at: Date, timeZone: string): string => `${dayInWords(at, timeZone)} à ${hourInWords(at, timeZone)}`;
