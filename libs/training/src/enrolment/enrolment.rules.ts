import { lifecycle } from '@app/platform';

export type EnrolmentStatus =
  | 'draft' | 'submitted' | 'refused' | 'transmitted' | 'admitted' | 'waiting' | 'offered' | 'not_selected' | 'convoked'
  | 'present' | 'partial' | 'absent' | 'attested' | 'withdrawn' | 'cancelled';

export type EnrolmentAction =
  | 'opine' | 'validate' | 'endorse' | 'refuse' | 'select' | 'not_select' | 'accept' | 'decline' | 'lapse' | 'withdraw' | 'convoke' | 'release';

/**
 * A request whose employer has said all is transmitted: it is placed at once, in a seat or in the waiting list, unless the course selects.
 * What follows the session (present, partial, absent, attested) is the roll's to say.
 */
export const enrolmentLifecycle = lifecycle<EnrolmentStatus, EnrolmentAction>({
  opine: { from: ['submitted'], to: 'submitted' },
  validate: { from: ['submitted'], to: 'transmitted' },
  endorse: { from: ['submitted'], to: 'transmitted' },
  refuse: { from: ['submitted'], to: 'refused' },
  select: { from: ['transmitted'], to: 'admitted' },
  not_select: { from: ['transmitted', 'waiting'], to: 'not_selected' },
  accept: { from: ['offered'], to: 'admitted' },
  decline: { from: ['offered'], to: 'withdrawn' },
  lapse: { from: ['offered'], to: 'withdrawn' },
  withdraw: { from: ['draft', 'submitted', 'transmitted', 'admitted', 'waiting', 'offered'], to: 'withdrawn' },
  convoke: { from: ['admitted'], to: 'convoked' },
  release: { from: ['convoked'], to: 'withdrawn' },
});

/** Statuses that hold a seat of the session. An offer keeps its seat until it is answered or lapses. */
export const SEATED: readonly EnrolmentStatus[] = ['offered', 'admitted', 'convoked', 'present', 'partial', 'absent', 'attested'];

/** How long an offer of the waiting list stays open when nothing presses. */
const OFFER_HOURS = 72;
const SHORTEST_MINUTES = 30;

/** Until when an offer made now may be answered: three days, half of what is left before the session, half an hour at least and never beyond its beginning. */
export function offerUntil(now: Date, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  // Dates that are past are those of a session put off: they do not press.
  if (left <= 0) return new Date(now.getTime() + OFFER_HOURS * 3_600_000);
  const open = Math.max(Math.min(OFFER_HOURS * 3_600_000, left / 2), SHORTEST_MINUTES * 60_000);
  return new Date(now.getTime() + Math.min(open, left));
}

/** Attendance of the half-days, as the outcome of the request. */
export function outcomeOf(marks: readonly boolean[]): 'present' | 'partial' | 'absent' {
  const present = marks.filter(Boolean).length;
  if (present === 0) return 'absent';
  return present === marks.length ? 'present' : 'partial';
}
