import type { Period } from '@app/platform';
import { DateTime } from 'luxon';
import { DAY, minuteOf, multirange, type Span, WEEK } from '../opening/minutes';

/** Every week, on the clock of the place: `day` 1 is Monday; an `end` of `00:00` is the end of that day. */
export interface WeekWindow {
  day: number;
  start: string;
  end: string;
}

const spanOf = ({ day, start, end }: WeekWindow): Span => {
  const base = (day - 1) * DAY;
  return [base + minuteOf(start), base + (end === '00:00' ? DAY : minuteOf(end))];
};

/** The index of the first window that ends before it starts, or -1. */
export const emptyWindow = (windows: readonly WeekWindow[]): number =>
  windows.findIndex((window) => {
    const [from, to] = spanOf(window);
    return from >= to;
  });

/** As PostgreSQL keeps them: minutes since Monday 00:00; null when no window is told, which is « at any time ». */
export const windowsColumn = (windows: readonly WeekWindow[]): string | null =>
  windows.length ? multirange(windows.map(spanOf)) : null;

interface Answering {
  autoConfirm: boolean;
  /** None: at any time. */
  windows: readonly WeekWindow[];
  timeZone: string;
}

/** Whether a free room is confirmed without its host: always, never, or when the whole of the period is inside the windows. */
export function confirmsAlone({ autoConfirm, windows, timeZone }: Answering, { from, to }: Period): boolean {
  if (!autoConfirm || windows.length === 0) return autoConfirm;
  const [start, end] = [from, to].map((at) => DateTime.fromJSDate(at, { zone: timeZone }));
  const first = (start!.weekday - 1) * DAY + start!.hour * 60 + start!.minute;
  const days = end!.startOf('day').diff(start!.startOf('day'), 'days').days;
  const last = (start!.weekday - 1 + Math.round(days)) * DAY + end!.hour * 60 + end!.minute;
  return last - first <= WEEK && covered(first, Math.max(last, first + 1), windows.map(spanOf));
}

/** Windows repeat every week: a period that runs past Sunday meets those of the next one. */
function covered(from: number, to: number, spans: readonly Span[]): boolean {
  const twice = [...spans, ...spans.map(([a, b]) => [a + WEEK, b + WEEK] as const)].sort(([a], [b]) => a - b);
  let reached = from;
  for (const [start, end] of twice) if (start <= reached && end > reached) reached = end;
  return reached >= to;
}
