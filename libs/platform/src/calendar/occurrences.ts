import { DateTime } from 'luxon';
import type { Period } from '../values/period';

interface Day {
  start: DateTime;
  end: DateTime;
}

/** Times on several days as one entry that repeats: what is the same every time, and what is not. Hours are local. */
export interface Occurrences {
  first: Day;
  /** Null for one day alone. `every`: in days. */
  repeats: { every: number; count: number } | null;
  /** Repetitions on which nothing takes place. */
  skipped: DateTime[];
  /** Days with hours of their own, in place of a repetition. */
  others: (Day & { instead: DateTime })[];
}

/** One occurrence by day, from its first hour to its last: half-days of one day are one occurrence. `times` in order, at least one. */
export function occurrencesOf(times: readonly Period[], timeZone: string): Occurrences {
  const days = byDay(times, timeZone);
  const [head, last] = [days[0]!, days.at(-1)!];
  const numbers = days.map(({ start }) => dayNumber(start));
  const every = numbers.slice(1).reduce((step, number, index) => gcd(step, number - numbers[index]!), 0);
  const usual = mostCommon(days);
  const at = (number: number): Day => ({ start: onDay(head.start, number - numbers[0]!, usual.start), end: onDay(head.start, number - numbers[0]!, usual.end) });
  if (every === 0) return { first: head, repeats: null, skipped: [], others: [] };
  const count = (dayNumber(last.start) - numbers[0]!) / every + 1;
  const skipped = Array.from({ length: count }, (_, index) => numbers[0]! + index * every).filter((number) => !numbers.includes(number));
  return {
    first: at(numbers[0]!),
    repeats: { every, count },
    skipped: skipped.map((number) => at(number).start),
    others: days.filter((day) => hoursOf(day) !== hoursOf(usual)).map((day) => ({ ...day, instead: at(dayNumber(day.start)).start })),
  };
}

function byDay(times: readonly Period[], zone: string): Day[] {
  const days = new Map<string, Day>();
  for (const { from, to } of times) {
    const [start, end] = [from, to].map((at) => DateTime.fromJSDate(at, { zone })) as [DateTime, DateTime];
    const known = days.get(start.toISODate()!);
    days.set(start.toISODate()!, known ? { start: known.start, end } : { start, end });
  }
  return [...days.values()];
}

const dayNumber = (at: DateTime): number => Date.UTC(at.year, at.month - 1, at.day) / 86_400_000;
const onDay = (from: DateTime, after: number, { hour, minute }: DateTime): DateTime => from.plus({ days: after }).set({ hour, minute });
const hoursOf = ({ start, end }: Day): string => `${start.toFormat('HH:mm')}-${end.toFormat('HH:mm')}`;
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function mostCommon(days: readonly Day[]): Day {
  const count = (day: Day) => days.filter((other) => hoursOf(other) === hoursOf(day)).length;
  return days.reduce((best, day) => (count(day) > count(best) ? day : best));
}
