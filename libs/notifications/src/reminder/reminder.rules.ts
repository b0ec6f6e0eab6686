import type { Template } from '../message/message.kinds';

/** How many days before a session those who have a seat are first reminded of it. */
const FIRST_DAYS = 7;
/** How many days before it they are reminded for the last time. */
const LAST_DAYS = 1;

export interface Reminder {
  template: Template;
  /** It is due from so many days before the session… */
  days: number;
  /** …until so many. */
  untilDays: number;
}

/** A reminder that was not sent before the next one is due is of no use any more. */
export const REMINDERS: readonly Reminder[] = [
  { template: 'session_reminder', days: FIRST_DAYS, untilDays: LAST_DAYS },
  { template: 'session_last_reminder', days: LAST_DAYS, untilDays: 0 },
];
