/** Minutes of a day, and of a week that begins on Monday. */
export const DAY = 1440;
export const WEEK = 7 * DAY;
/** Minutes `[from, to)`. */
export type Span = readonly [number, number];

/** `09:30` is minute 570. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** As PostgreSQL keeps them. */
export const multirange = (spans: readonly Span[]): string =>
  `{${spans.map(([from, to]) => `[${from},${to})`).join(',')}}`;
