/** A session ends after twelve hours without a request, and after seven days whatever happens. */
export const IDLE_HOURS = 12;
export const LONGEST_DAYS = 7;
/** The end is only written again when it moves by this much: not one write per request. */
export const SLIDE_MINUTES = 10;

/** SQL: the end of a session seen at the instant `now`. */
export const endSeenAt = (now: string): string =>
  `least(${now}::timestamptz + interval '${IDLE_HOURS} hours', created_at + interval '${LONGEST_DAYS} days')`;
