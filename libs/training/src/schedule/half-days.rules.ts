import { instantOf } from '@app/platform';
import { DateTime } from 'luxon';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Hours of a day, `HH:MM`, on the clock of a place. */
export interface Hours {
  start: string;
  end: string;
}

/** A half-day on a clock, with its instants in milliseconds; not a number where the clock skips one of its hours. */
export interface HalfDay extends Hours {
  date: string;
  from: number;
  to: number;
  /** The rank of its hours in the day: 0 is the morning when both are asked. */
  rank: number;
  /** Monday is 0. */
  weekday: number;
}

/** The days of a period, both ends included. */
export function daysBetween(from: string, until: string): string[] {
  const last = DateTime.fromISO(until, { zone: 'utc' });
  const days: string[] = [];
  for (let day = DateTime.fromISO(from, { zone: 'utc' }); day <= last; day = day.plus({ days: 1 })) days.push(day.toISODate()!);
  return days;
}

const MINUTE = 60_000;
const midnight = (date: string, timeZone: string): DateTime => DateTime.fromISO(date, { zone: timeZone });

/**
 * Minutes ahead of UTC of each of these days on a clock, or null for the days on which it changes. Clocks change so seldom that a stretch
 * which begins and ends with the same offset has it throughout: reading each day's would take longer than all the rest of a search.
 */
function offsetsOf(days: readonly string[], timeZone: string): (number | null)[] {
  if (!days.length) return [];
  const first = midnight(days[0]!, timeZone).offset;
  const after = midnight(days.at(-1)!, timeZone).plus({ days: 1 }).offset;
  if (first === after) return days.map(() => first);
  if (days.length === 1) return [null];
  const half = days.length >> 1;
  return [...offsetsOf(days.slice(0, half), timeZone), ...offsetsOf(days.slice(half), timeZone)];
}

/** The half-days of these days on a clock, in order. */
export function halfDaysOn(days: readonly string[], hours: readonly Hours[], timeZone: string): HalfDay[] {
  const offsets = offsetsOf(days, timeZone);
  return days.flatMap((date, index) => {
    const start = Date.parse(`${date}T00:00:00Z`);
    const weekday = (new Date(start).getUTCDay() + 6) % 7;
    const offset = offsets[index]!;
    const at = (time: string) => (offset === null ? (instantOf(date, time, timeZone)?.getTime() ?? NaN) : start + (minuteOf(time) - offset) * MINUTE);
    return hours.map((one, rank): HalfDay => ({ date, ...one, rank, weekday, from: at(one.start), to: at(one.end) }));
  });
}

export type Closed = 'past' | 'weekend' | 'holiday' | 'closure' | 'hours';

/** When a place may be used. */
export interface Calendar {
  /** Days of public holidays of its territory. */
  holidays: ReadonlySet<string>;
  /** First and last days. */
  closures: readonly (readonly [string, string])[];
  /** Minutes since Monday 00:00, `[from, to)`, in order; null when its hours are unknown. */
  weekHours: readonly (readonly [number, number])[] | null;
}

const SATURDAY = 5;

/** Why a place cannot have a session then, or null. */
export function closedAt({ holidays, closures, weekHours }: Calendar, half: HalfDay, now: number): Closed | null {
  if (half.weekday >= SATURDAY) return 'weekend';
  // An hour that the clock skips is as good as past: nobody can come.
  if (!(half.from > now && half.to > half.from)) return 'past';
  if (holidays.has(half.date)) return 'holiday';
  if (closures.some(([first, last]) => first <= half.date && half.date <= last)) return 'closure';
  return weekHours && !covers(weekHours, half.weekday * 1440 + minuteOf(half.start), half.weekday * 1440 + minuteOf(half.end)) ? 'hours' : null;
}

/** Whether spans in order hold the whole of `[from, to)`, one after the other. */
function covers(spans: readonly (readonly [number, number])[], from: number, to: number): boolean {
  let reached = from;
  for (const [start, end] of spans) if (start <= reached && end > reached) reached = end;
  return reached >= to;
}
