import {
  endOfMonth,
  parseDate,
  startOfMonth,
  startOfWeek,
  toZoned,
  today,
  type CalendarDate,
} from '@internationalized/date';
import type { View } from './search';

const LIST_DAYS = 30;

export interface Range {
  anchor: CalendarDate;
  first: CalendarDate;
  /** The day after the last one. */
  end: CalendarDate;
}

/** A day of the address may not exist (31 February): then it is today. */
export function anchorOf(date: string | undefined, timeZone: string): CalendarDate {
  try {
    return date ? parseDate(date) : today(timeZone);
  } catch {
    return today(timeZone);
  }
}

/** The days that a view shows: whole weeks for a month, Monday first. */
export function rangeOf(view: View, anchor: CalendarDate): Range {
  if (view === 'jour') return { anchor, first: anchor, end: anchor.add({ days: 1 }) };
  if (view === 'liste') return { anchor, first: anchor, end: anchor.add({ days: LIST_DAYS }) };
  const first = startOfWeek(view === 'mois' ? startOfMonth(anchor) : anchor, 'fr-FR');
  const last = view === 'mois' ? startOfWeek(endOfMonth(anchor), 'fr-FR') : first;
  return { anchor, first, end: last.add({ days: 7 }) };
}

export function stepOf(view: View, anchor: CalendarDate, direction: 1 | -1): CalendarDate {
  if (view === 'mois') return anchor.add({ months: direction });
  return anchor.add({ days: direction * { jour: 1, semaine: 7, liste: LIST_DAYS }[view] });
}

export function daysOf({ first, end }: Range): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = first; day.compare(end) < 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

export const instantOf = (day: CalendarDate, timeZone: string): string =>
  toZoned(day, timeZone).toAbsoluteString();
