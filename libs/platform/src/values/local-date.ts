import { DateTime } from 'luxon';
import { registerDecorator } from 'class-validator';

const property = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator => (target, key) =>
  registerDecorator({ name, target: target.constructor, propertyName: key as string, options: { message }, validator: { validate } });

/** A real day of the calendar, `YYYY-MM-DD`, between 2000 and 2100. */
export const isLocalDate = (value: unknown): value is string =>
  typeof value === 'string' && /^20\d\d-\d\d-\d\d$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;
/** A time of day, `HH:MM`, 00:00 to 23:59. */
export const isLocalTime = (value: unknown): value is string => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

export const IsLocalDate = () => property('isLocalDate', 'Indiquez une date qui existe (AAAA-MM-JJ).', isLocalDate);
export const IsLocalTime = () => property('isLocalTime', 'Indiquez une heure de 00:00 à 23:59.', isLocalTime);

/** The UTC instant of a local date and time, or null when the clock change skips it. An hour that occurs twice is its first. */
export function instantOf(date: string, time: string, zone: string): Date | null {
  const local = DateTime.fromISO(`${date}T${time}`, { zone });
  const wall = (at: DateTime) => at.toFormat('yyyy-MM-dd HH:mm');
  if (!local.isValid || wall(local) !== `${date} ${time}`) return null;
  const hourBefore = local.minus({ hours: 1 });
  return (wall(hourBefore) === wall(local) ? hourBefore : local).toJSDate();
}

/** `[from, to)` as PostgreSQL writes a range of instants. */
export const tstzrange = (from: Date, to: Date): string => `[${from.toISOString()},${to.toISOString()})`;
