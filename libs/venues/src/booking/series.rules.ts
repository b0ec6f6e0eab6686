import { DateTime } from 'luxon';

export const FREQUENCIES = ['week', 'two_weeks', 'month_day', 'month_weekday'] as const;
/** Every week, every other week, the same day of each month (« le 5 »), or the same weekday of it (« le 2e mardi »). */
export type Frequency = (typeof FREQUENCIES)[number];

export interface Repetition {
  every: Frequency;
  until?: string;
  times?: number;
}

export const MOST_TIMES = 60;
/** No further than so many months ahead. */
const MOST_MONTHS = 18;

/** Why a repetition cannot be followed, as the field and what to say; null when it can. */
export function repetitionFault(date: string, { until, times }: Repetition): { field: 'until' | 'times'; detail: string } | null {
  if ((until === undefined) === (times === undefined))
    return { field: 'until', detail: 'Indiquez soit le dernier jour, soit le nombre de fois.' };
  if (until !== undefined && until < date) return { field: 'until', detail: 'Le dernier jour ne peut pas précéder le premier.' };
  const last = DateTime.fromISO(date, { zone: 'utc' }).plus({ months: MOST_MONTHS }).toISODate()!;
  if (until !== undefined && until > last) return { field: 'until', detail: `Une série dure au plus ${MOST_MONTHS} mois.` };
  return null;
}

/** The days of a series, in order. A month without that day is passed over. Local days know no change of clock. */
export function daysOf(date: string, repeat: Repetition | undefined): string[] {
  const first = DateTime.fromISO(date, { zone: 'utc' });
  if (!repeat) return [date];
  const last = first.plus({ months: MOST_MONTHS }).toISODate()!;
  const days: string[] = [];
  const most = Math.min(repeat.times ?? MOST_TIMES, MOST_TIMES);
  for (let n = 0; days.length < most; n += 1) {
    const earliest = repeat.every.startsWith('month') ? first.startOf('month').plus({ months: n }) : first.plus({ weeks: n });
    if (earliest.toISODate()! > (repeat.until ?? last)) break;
    const day = occurrence(first, repeat.every, n);
    if (day && day.toISODate()! <= (repeat.until ?? last)) days.push(day.toISODate()!);
  }
  return days;
}

function occurrence(first: DateTime, every: Frequency, n: number): DateTime | null {
  if (every === 'week') return first.plus({ weeks: n });
  if (every === 'two_weeks') return first.plus({ weeks: 2 * n });
  const month = first.startOf('month').plus({ months: n });
  const day =
    every === 'month_day'
      ? month.set({ day: first.day })
      : month.plus({ days: ((first.weekday - month.weekday + 7) % 7) + 7 * Math.floor((first.day - 1) / 7) });
  return day.month === month.month && (every === 'month_weekday' || first.day <= month.daysInMonth!) ? day : null;
}
