import { parseAbsolute, toCalendarDate } from '@internationalized/date';

/** `2027-03-02`, on the clock of the place. */
export const localDay = (at: string, timeZone: string): string =>
  toCalendarDate(parseAbsolute(at, timeZone)).toString();

/** `09:30`, on the clock of the place. */
export const localHour = (at: string, timeZone: string): string => {
  const { hour, minute } = parseAbsolute(at, timeZone);
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
};
