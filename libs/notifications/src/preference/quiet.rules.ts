import { DateTime } from 'luxon';

/** When mails wait, on the clock of who reads them. */
export interface Quiet {
  /** `HH:MM`; no quiet hours at night when both are null. */
  from: string | null;
  until: string | null;
  sundays: boolean;
}

/** When mails leave on a morning without night before it. */
const MORNING = '07:00';
/** A change so close to the session cannot wait until the morning. */
const CLOSE_MS = 48 * 3_600_000;

/** Everyone's, until they choose otherwise. `setting`: `HH:MM-HH:MM`, with Sundays, or `none`. */
export function usualQuiet(setting: string): Quiet {
  const [from = null, until = null] = setting === 'none' ? [] : setting.split('-');
  return { from, until, sundays: setting !== 'none' };
}

/** When a mail written now may leave: now, or as soon as it is no longer a time of quiet. */
export function leavesAt(now: Date, quiet: Quiet, timeZone: string): Date {
  let at: DateTime = DateTime.fromJSDate(now, { zone: timeZone });
  const morning = (day: DateTime): DateTime => day.startOf('day').set(hourOf(quiet.until ?? MORNING));
  for (;;) {
    if (quiet.sundays && at.weekday === 7) at = morning(at.plus({ days: 1 }));
    else if (isNight(at, quiet)) at = at.toFormat('HH:mm') < quiet.until! ? morning(at) : morning(at.plus({ days: 1 }));
    else return at.toJSDate();
  }
}

export const isClose = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() < CLOSE_MS;

function isNight(at: DateTime, { from, until }: Quiet): boolean {
  if (from === null || until === null || from === until) return false;
  const hour = at.toFormat('HH:mm');
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}

const hourOf = (text: string) => ({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3, 5)) });
