import type { Opening } from '../../api/types';

export type Range = Opening['days'][number][number];
export const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'] as const;
/** As many as the server accepts in a day. */
export const MOST_RANGES = 6;

export const emptyWeek = (): Opening => ({ days: DAYS.map(() => []), holidays: 'closed' });
const MORNING: Range = { from: '09:00', to: '12:00' };
const AFTERNOON: Range = { from: '14:00', to: '18:00' };
/** What to propose next in a day: hours one can correct are quicker than hours one must type. */
export const proposed = (ranges: Range[]): Range =>
  ranges.length === 0 ? MORNING : ranges.length === 1 && ranges[0]!.to <= AFTERNOON.from ? AFTERNOON : { from: '', to: '' };

export const withDay = (week: Opening, day: number, ranges: Range[]): Opening => ({
  ...week,
  days: week.days.map((known, index) => (index === day ? ranges : known)),
});

export const copied = (week: Opening, from: number, to: number[]): Opening => ({
  ...week,
  days: week.days.map((known, index) => (to.includes(index) ? week.days[from]!.map((range) => ({ ...range })) : known)),
});

/** Midnight at the end of a day is typed 00:00. */
export const shownEnd = (to: string): string => (to === '24:00' ? '00:00' : to);
export const typedEnd = (to: string): string => (to === '00:00' ? '24:00' : to);

/** The first hour left empty, if any. */
export function unfinished({ days, holidays }: Opening): string | undefined {
  const isOpen = (ranges: Range[]) => ranges.some(({ from, to }) => !from || !to);
  const day = days.findIndex(isOpen);
  if (day >= 0) return `Complétez les heures du ${DAYS[day]!.toLowerCase()}.`;
  return Array.isArray(holidays) && (isOpen(holidays) || holidays.length === 0) ? 'Complétez les heures des jours fériés.' : undefined;
}
