import type { CommonSlot } from '../../api/types';
import { clock, localDate } from '../../ui/dates';
import { text } from './text';

/** « mardi 12/01/2027, 9 h – 12 h 30 », or until which day. */
export function whenOf({ halfDays }: CommonSlot): string {
  const [first, last] = [halfDays[0]!, halfDays.at(-1)!];
  if (first.date !== last.date) return text.until_(`${localDate(first.date)}, ${clock(first.start)}`, `${localDate(last.date)}, ${clock(last.end)}`);
  return `${localDate(first.date)}, ${text.hoursOf(clock(first.start), clock(last.end))}`;
}
