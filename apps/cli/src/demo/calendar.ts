import { instantOf, tstzrange } from '@app/platform';

const DAY = 86_400_000;

/** A half-day on the clock of a place. */
export interface HalfDay {
  localDate: string;
  halfDay: 'am' | 'pm';
}

/** The same, with its hours and its instants. */
export interface Slot extends HalfDay {
  startsLocal: string;
  endsLocal: string;
  from: Date;
  to: Date;
  period: string;
}

const HOURS = { am: ['09:00', '12:00'], pm: ['13:30', '16:30'] } as const;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

const isWeekEnd = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

/** Working days of a territory: neither a week-end nor a legal holiday. */
export class WorkingDays {
  /** `holidays` holds « territory/date ». */
  constructor(private readonly holidays: ReadonlySet<string>) {}

  isOpen(date: string, territory: string): boolean {
    return !isWeekEnd(date) && !this.holidays.has(`${territory}/${date}`);
  }

  /** `count` working days of one week from `date` on, or null when the week has no such row of days. */
  run(date: string, count: number, territory: string): string[] | null {
    const days = Array.from({ length: count }, (_, index) => addDays(date, index));
    return days.every((day) => this.isOpen(day, territory)) ? days : null;
  }

  /** The first such row of days that suits, looking forward or backward from `date`. */
  nearestRun(
    date: string,
    count: number,
    territory: string,
    step: 1 | -1,
    suits: (days: string[]) => boolean,
  ): string[] {
    for (let start = date, tries = 0; tries < 60; start = addDays(start, step), tries++) {
      const days = this.run(start, count, territory);
      if (days && suits(days)) return days;
    }
    throw new RangeError(`No ${count} working days near ${date}.`);
  }
}

/** The first `count` half-days of these days. */
export const halfDaysOf = (days: readonly string[], count: number): HalfDay[] =>
  days
    .flatMap((localDate): HalfDay[] => [
      { localDate, halfDay: 'am' },
      { localDate, halfDay: 'pm' },
    ])
    .slice(0, count);

export function slotOf({ localDate, halfDay }: HalfDay, zone: string): Slot {
  const [startsLocal, endsLocal] = HOURS[halfDay];
  const from = instantOf(localDate, startsLocal, zone)!;
  const to = instantOf(localDate, endsLocal, zone)!;
  return { localDate, halfDay, startsLocal, endsLocal, from, to, period: tstzrange(from, to) };
}
