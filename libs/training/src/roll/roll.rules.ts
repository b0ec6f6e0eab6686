import { SEATED } from '../enrolment/enrolment.rules';
import { sessionLifecycle } from '../session/session.rules';
import type { SessionStatus } from '../session/session.rules';

/** Those whose presence is taken: everyone with a seat. */
export const ROLL_STATUSES = SEATED;

/** What a trainer may do with the roll now: nothing before the session begins, nothing once it is closed. */
export function rollActions(session: { status: SessionStatus; startsAt: Date }, now: Date): string[] {
  return sessionLifecycle.available(session.status).includes('close') && session.startsAt <= now ? ['mark', 'close'] : [];
}

/** Hours followed: the share of half-days attended, of the hours of the course, to the half-hour. */
export const hoursFollowed = (courseHours: number, attended: number, slots: number): number =>
  Math.round(((courseHours * attended) / slots) * 2) / 2;
