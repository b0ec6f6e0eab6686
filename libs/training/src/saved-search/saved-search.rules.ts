import { DateTime } from 'luxon';

export const RHYTHMS = ['daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
export type NewsKind = 'course_published' | 'session_opened' | 'seat_freed';

export const MOST_SEARCHES = 20;
const CLOCK = 'Europe/Paris';
/** Mails are there when people arrive at work. */
const HOUR = 7;

/** A search asks for something: an empty one would tell the whole catalogue. */
export const asksNothing = (filters: object): boolean =>
  Object.values(filters).every((value) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0));

/** Since when a search must not have been looked at for its news to be due: today at seven, or this Monday. */
export function dueSince(now: Date): Record<Exclude<Rhythm, 'never'>, Date> {
  const shifted = DateTime.fromJSDate(now, { zone: CLOCK }).minus({ hours: HOUR });
  const at = (start: DateTime) => start.set({ hour: HOUR }).toJSDate();
  return { daily: at(shifted.startOf('day')), weekly: at(shifted.startOf('week')) };
}

/** The day of a mail, which is its period: one each. */
export const digestDay = (now: Date): string => DateTime.fromJSDate(now, { zone: CLOCK }).toISODate()!;

export interface Noted {
  id: string;
  courseId: string;
  sessionId: string | null;
}
export interface Matched {
  courseId: string;
  sessionIds: string[];
}

/** Of the news, those that a search finds: of a course by the course, of a session by that very session. */
export function newsFor<N extends Noted>(news: readonly N[], matched: readonly Matched[]): N[] {
  const found = new Map(matched.map(({ courseId, sessionIds }) => [courseId, new Set(sessionIds)]));
  return news.filter(({ courseId, sessionId }) => found.has(courseId) && (!sessionId || found.get(courseId)!.has(sessionId)));
}
