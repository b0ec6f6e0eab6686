import OpeningHours from 'opening_hours';
import { DAY, type Span, WEEK } from './minutes';

/** Somewhere in France: only a place in a country has public holidays. */
const FRANCE = { lat: 46.6, lon: 2.4, address: { country_code: 'fr', state: '' } };
/** A week without public holiday nor clock change. */
const MONDAY = new Date(2026, 5, 8);
const BASTILLE_DAY = new Date(2026, 6, 14);

export interface OsmIntervals {
  /** Minutes since Monday 00:00; what begins on Sunday may end after the week does. */
  week: Span[];
  /** Minutes of a public holiday; null when the text says nothing of them. */
  holiday: Span[] | null;
}

/** The open periods of a text in the OpenStreetMap syntax, when they are the same every week. */
export function osmIntervals(text: string): OsmIntervals | 'invalid' | 'irregular' {
  if (/\bSH\b|"/.test(text)) return 'irregular';
  if (!/\d/.test(text)) return 'invalid'; // « sur rendez-vous » would be read as Sunday
  try {
    const days = new OpeningHours(withoutHolidays(text), FRANCE);
    if (!days.isWeekStable()) return 'irregular';
    const week = spansFrom(days, MONDAY, WEEK + DAY).filter(([from]) => from >= 0 && from < WEEK);
    if (!HOLIDAYS.test(text)) return { week, holiday: null };
    const onHoliday = spansFrom(new OpeningHours(text, FRANCE), BASTILLE_DAY, 2 * DAY);
    return { week, holiday: onHoliday.filter(([from]) => from >= 0 && from < DAY) };
  } catch {
    return 'invalid';
  }
}

const HOLIDAYS = /\bPH\b/;
/** What is said of ordinary days. */
const withoutHolidays = (text: string): string =>
  text
    .split(';')
    .filter((rule) => !/^\s*PH\s/.test(rule))
    .join(';')
    .replace(/\bPH,|,\s*PH\b/g, '');

/** Open spans around a moment, in minutes since it; looked at from the day before, so that a night keeps its start. */
function spansFrom(hours: OpeningHours, start: Date, length: number): Span[] {
  const at = (minutes: number) => new Date(start.getFullYear(), start.getMonth(), start.getDate(), 0, minutes);
  const minutes = (moment: Date) => Math.round((moment.getTime() - start.getTime()) / 60_000);
  return hours
    .getOpenIntervals(at(-DAY), at(length))
    .map(([from, to]) => [minutes(from), minutes(to)] as const)
    .flatMap(([from, to]): Span[] => (from < 0 && to > DAY ? [[0, to]] : [[from, to]]));
}
