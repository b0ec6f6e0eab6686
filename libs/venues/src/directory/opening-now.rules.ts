import { DateTime } from 'luxon';
import type { Hours, OpeningWeek } from '../opening/opening.rules';

export interface Calendar {
  /** Local days, both ends included. */
  closures: { from: string; until: string }[];
  /** Local days that are public holidays of the territory. */
  holidays: string[];
}

export interface OpeningNow {
  isOpen: boolean;
  /** When it closes if it is open, else when it opens; null when nothing changes within a fortnight. */
  changesAt: Date | null;
}

const DAYS_AHEAD = 14;

/** Whether a place is open, and until when or from when, on its own clock. */
export function openingNow(week: OpeningWeek, calendar: Calendar, zone: string, now: Date): OpeningNow {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const days = Array.from({ length: DAYS_AHEAD + 2 }, (_, n) => today.plus({ days: n - 1 }));
  const spans = merged(days.flatMap((day) => hoursOn(day, week, calendar).map((hours) => span(day, hours))));
  const at = now.getTime();
  const current = spans.find(([from, to]) => from <= at && at < to);
  const next = current ? current[1] : spans.find(([from]) => from > at)?.[0];
  const horizon = today.plus({ days: DAYS_AHEAD }).toMillis();
  return { isOpen: current !== undefined, changesAt: next !== undefined && next <= horizon ? new Date(next) : null };
}

/** The hours of a day: none when it is closed, those of holidays when it is one. */
export function hoursOn(day: DateTime, week: OpeningWeek, { closures, holidays }: Calendar): Hours[] {
  const date = day.toISODate()!;
  if (closures.some(({ from, until }) => from <= date && date <= until)) return [];
  if (week.holidays !== 'usual' && holidays.includes(date)) return week.holidays === 'closed' ? [] : week.holidays;
  return week.days[day.weekday - 1] ?? [];
}

type Instants = [from: number, to: number];

function span(day: DateTime, { from, to }: Hours): Instants {
  const at = (time: string, ofDay: DateTime) =>
    time === '24:00' ? ofDay.plus({ days: 1 }) : ofDay.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });
  const ends = to > from ? day : day.plus({ days: 1 });
  return [at(from, day).toMillis(), at(to, ends).toMillis()];
}

/** Hours that touch are one: a place open day and night never closes. */
function merged(spans: Instants[]): Instants[] {
  const result: Instants[] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
