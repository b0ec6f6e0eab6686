const home = 'Europe/Paris';
const narrow = '\u202f';

const zoneNames: Record<string, string> = {
  'Indian/Reunion': 'heure de La Réunion',
  'Indian/Mayotte': 'heure de Mayotte',
  'America/Martinique': 'heure de la Martinique',
  'America/Guadeloupe': 'heure de la Guadeloupe',
  'America/Cayenne': 'heure de la Guyane',
  'America/Miquelon': 'heure de Saint-Pierre-et-Miquelon',
  'America/St_Barthelemy': 'heure de Saint-Barthélemy',
  'America/Marigot': 'heure de Saint-Martin',
  'Pacific/Noumea': 'heure de la Nouvelle-Calédonie',
  'Pacific/Tahiti': 'heure de la Polynésie française',
  'Pacific/Wallis': 'heure de Wallis-et-Futuna',
};

const format = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { ...options, timeZone }).format(new Date(at));

/** « mardi 12/01/2027 » */
export const date = (at: string, timeZone = home): string =>
  format(at, timeZone, { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });

/** « 12/01/2027 », for tables. */
export const shortDate = (at: string, timeZone = home): string =>
  format(at, timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** « 9 h 30 », from an instant. */
export const time = (at: string, timeZone = home): string =>
  clock(format(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** « 9 h 30 », from `09:30` already in the session’s own time. */
export function clock(local: string): string {
  const [hours = '', minutes = '00'] = local.split(':');
  const start = `${Number(hours)}${narrow}h`;
  return minutes === '00' ? start : `${start}${narrow}${minutes}`;
}

/** « mardi 12/01/2027 », from the local date `2027-01-12` of a slot. */
export const localDate = (isoDate: string): string => date(`${isoDate}T12:00:00Z`, 'UTC');

/** « heure de La Réunion », or nothing when the clock is that of Paris. */
export const zoneName = (timeZone: string): string =>
  timeZone === home ? '' : (zoneNames[timeZone] ?? `fuseau ${timeZone}`);

/** « mardi 12/01/2027 à 9 h (heure de La Réunion) » */
export function dateTime(at: string, timeZone = home): string {
  const zone = zoneName(timeZone);
  return `${date(at, timeZone)} à ${time(at, timeZone)}${zone && ` (${zone})`}`;
}

/** « mardi 12/01/2027 », or « du mardi 12/01/2027 au jeudi 14/01/2027 ». */
export function dateRange(startsAt: string, endsAt: string, timeZone = home): string {
  const first = date(startsAt, timeZone);
  const last = date(endsAt, timeZone);
  return first === last ? first : `du ${first} au ${last}`;
}

/** « mar. », « 12 », « janv. » */
export function dayParts(at: string, timeZone = home): { weekday: string; day: string; month: string } {
  return {
    weekday: format(at, timeZone, { weekday: 'short' }),
    day: format(at, timeZone, { day: 'numeric' }),
    month: format(at, timeZone, { month: 'short' }),
  };
}

/** « mercredi 25/11/2026 » where the reader is. */
export const today = (): string =>
  new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' }).format();

export const isPast = (at: string): boolean => Date.parse(at) < Date.now();

/** « 9 h – 12 h », never parted at the end of a line: after a dash, a no-break space is not enough. */
export const hourRange = (start: string, end: string): string => `${start}\u00a0–\u2060\u00a0${end}`;
