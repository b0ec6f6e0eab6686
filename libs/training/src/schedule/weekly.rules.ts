import { DateTime } from 'luxon';

export const MOST_SESSIONS = 26;
export const MOST_WEEKS = 12;
/** No further than so many months ahead. */
const MOST_MONTHS = 18;

export interface Weekly {
  /** Every so many weeks. */
  every: number;
  until?: string;
  times?: number;
}

const day = (date: string): DateTime => DateTime.fromISO(date, { zone: 'utc' });

/** Why sessions cannot be repeated so, as the field and what to say; null when they can. */
export function weeklyFault(first: string, { until, times }: Weekly): { field: 'until' | 'times'; detail: string } | null {
  if ((until === undefined) === (times === undefined)) return { field: 'until', detail: 'Indiquez soit le dernier jour, soit le nombre de sessions.' };
  if (until !== undefined && until < first) return { field: 'until', detail: 'Le dernier jour ne peut pas précéder le premier.' };
  if (until !== undefined && until > day(first).plus({ months: MOST_MONTHS }).toISODate()!) return { field: 'until', detail: `Une série dure au plus ${MOST_MONTHS} mois.` };
  return null;
}

/** How many weeks after the first one each session is, the first included. */
export function weeksOf(first: string, { every, until, times }: Weekly): number[] {
  const most = Math.min(times ?? MOST_SESSIONS, MOST_SESSIONS);
  const last = until ?? day(first).plus({ months: MOST_MONTHS }).toISODate()!;
  return Array.from({ length: most }, (_, n) => n * every).filter((weeks) => laterBy(first, weeks) <= last);
}

/** The same weekday, so many weeks later. */
export const laterBy = (date: string, weeks: number): string => day(date).plus({ weeks }).toISODate()!;
