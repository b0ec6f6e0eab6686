import { DateTime } from 'luxon';

/** A dated row is valid from its first day until the day before `validTo`; equal days mean it never was. */
export const isValidOn = (row: { validFrom: string; validTo: string | null }, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day < row.validTo);

/** The same, as SQL: `row` is a table alias and `day` a parameter such as `$2`. */
export const validOn = (row: string, day: string): string =>
  `(${row}.valid_from <= ${day}::date and (${row}.valid_to is null or ${day}::date < ${row}.valid_to))`;

/** Today where the law counts it, as SQL: `current_date` would be the day of the connection. */
export const TODAY = `(now() at time zone 'Europe/Paris')::date`;

/** The day of an instant where the law counts it. */
export const dayOf = (instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: 'Europe/Paris' }).toFormat('yyyy-MM-dd');
