import { DAY, minuteOf, multirange, type Span, WEEK } from './minutes';
import { osmIntervals } from './osm';

/** `HH:MM` to `HH:MM`, on the clock of the place; `24:00` ends a day; an end not after the start is on the next day. */
export interface Hours {
  from: string;
  to: string;
}

/** What a place does on public holidays: as on other days, closed, or hours of its own. */
export type HolidayHours = 'usual' | 'closed' | Hours[];

export interface OpeningWeek {
  /** Seven days, Monday first. */
  days: Hours[][];
  holidays: HolidayHours;
}

/** What an OpenStreetMap text says, as far as a week can tell. */
export type Opening =
  | { kind: 'weekly'; week: OpeningWeek }
  /** Readable, but not the same every week (seasons, weeks of the month, on request). */
  | { kind: 'irregular' }
  | { kind: 'invalid' };

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** From the start of a day to the end of the same hours, which may be on the next one. */
const spanOf = ({ from, to }: Hours): Span => {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return [start, end > start ? end : end + DAY];
};

const hoursOf = ([from, to]: Span): Hours => ({ from: clock(from), to: clock(to > DAY ? to - DAY : to) });

/** A span longer than a day is so many whole days: nobody says « from Monday to Thursday » of opening hours. */
const split = ([from, to]: Span): Span[] =>
  to - from <= DAY
    ? [[from, to]]
    : [[from, endOfDay(from)], ...split([endOfDay(from), to])];
const endOfDay = (minute: number) => (Math.floor(minute / DAY) + 1) * DAY;

function daysOf(spans: readonly Span[]): Hours[][] {
  const days: Hours[][] = Array.from({ length: 7 }, () => []);
  for (const [from, to] of spans.flatMap(split)) {
    const day = Math.floor(from / DAY);
    days[day]?.push(hoursOf([from - day * DAY, to - day * DAY]));
  }
  return days;
}

/** Reads opening hours in the OpenStreetMap syntax; slow (a millisecond), so what was read is remembered. */
export function openingOf(text: string): Opening {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= 5000) read.clear();
  const opening = reading(text);
  read.set(text, opening);
  return opening;
}
const read = new Map<string, Opening>();

function reading(text: string): Opening {
  const intervals = osmIntervals(text);
  if (intervals === 'invalid') return { kind: 'invalid' };
  if (intervals === 'irregular') return { kind: 'irregular' };
  const { week, holiday } = intervals;
  const holidays = holiday === null ? 'usual' : holiday.length === 0 ? 'closed' : holiday.map(hoursOf);
  return { kind: 'weekly', week: { days: daysOf(week), holidays } };
}

/** The week a text tells, or null. */
export function weekOf(text: string | null): OpeningWeek | null {
  const opening = text === null ? null : openingOf(text);
  return opening?.kind === 'weekly' ? opening.week : null;
}

const NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const written = (hours: readonly Hours[]) => hours.map(({ from, to }) => `${from}-${to}`).join(',');

/** Days of the same hours, as `Mo-We,Fr`. */
function named(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) => (run.length > 2 ? `${NAMES[run[0]!]}-${NAMES[run.at(-1)!]}` : run.map((day) => NAMES[day])))
    .join(',');
}

/** The same hours in the OpenStreetMap syntax; null when the place is never open. */
export function osmOf({ days, holidays }: OpeningWeek): string | null {
  const groups = new Map<string, number[]>();
  days.forEach((hours, day) => {
    if (hours.length) groups.set(written(hours), [...(groups.get(written(hours)) ?? []), day]);
  });
  if (!groups.size) return null;
  const always = groups.get('00:00-24:00')?.length === 7;
  const rules = always && holidays === 'usual' ? ['24/7'] : [...groups].map(([hours, on]) => `${named(on)} ${hours}`);
  if (holidays !== 'usual') rules.push(`PH ${holidays === 'closed' ? 'off' : written(holidays)}`);
  return rules.join('; ');
}

export interface WeekFault {
  pointer: string;
  detail: string;
}

/** Why a week cannot be kept, or null: hours of a day follow one another, and leave the next day's alone. */
export function weekFault({ days, holidays }: OpeningWeek): WeekFault | null {
  const fault = days.map((hours, day) => dayFault(hours, `/opening/days/${day}`)).find((found) => found !== null);
  if (fault) return fault;
  const clash = days.findIndex((hours, day) => late(hours) > early(days[(day + 1) % 7]!));
  if (clash >= 0)
    return {
      pointer: `/opening/days/${(clash + 1) % 7}`,
      detail: 'Ces heures commencent avant la fin de celles de la veille.',
    };
  return typeof holidays === 'string' ? null : dayFault(holidays, '/opening/holidays');
}

function dayFault(hours: readonly Hours[], pointer: string): WeekFault | null {
  const spans = hours.map(spanOf);
  const at = spans.findIndex(([from], index) => index > 0 && from <= spans[index - 1]![1]);
  if (at < 0) return null;
  return { pointer: `${pointer}/${at}`, detail: 'Ces heures doivent commencer après les précédentes.' };
}

/** The minute of the next day until which the last hours of a day run; -1 when they end the same day. */
const late = (hours: readonly Hours[]) => Math.max(-1, ...hours.map((h) => spanOf(h)[1] - DAY - 1));
const early = (hours: readonly Hours[]) => Math.min(DAY, ...hours.map((h) => spanOf(h)[0]));

export interface OpeningColumns {
  /** Minutes since Monday 00:00; null when unknown or not weekly. */
  weekHours: string | null;
  /** Minutes of a public holiday; null when as on other days. */
  holidayHours: string | null;
}

const wrapped = ([from, to]: Span): Span[] =>
  to <= WEEK
    ? [[from, to]]
    : [
        [from, WEEK],
        [0, to - WEEK],
      ];

/** What the database searches. */
export function openingColumns(text: string | null): OpeningColumns {
  const week = weekOf(text);
  if (week === null) return { weekHours: null, holidayHours: null };
  const { days, holidays } = week;
  const spans = days.flatMap((hours, day) =>
    hours.map(spanOf).flatMap(([from, to]) => wrapped([from + day * DAY, to + day * DAY])),
  );
  const holiday = holidays === 'closed' ? [] : holidays === 'usual' ? null : holidays.map(spanOf);
  return {
    weekHours: multirange(spans),
    holidayHours: holiday && multirange(holiday.map(([from, to]) => [from, Math.min(to, DAY)])),
  };
}
