import { lifecycle } from '@app/platform';

export type EnrolmentStatus =
  | 'draft' | 'submitted' | 'refused' | 'admitted' | 'waiting' | 'not_selected' | 'convoked'
  | 'present' | 'partial' | 'absent' | 'attested' | 'withdrawn' | 'cancelled';

/** Validation leads to a seat or to the waiting list: the ledger decides which. */
export const enrolmentLifecycle = lifecycle<EnrolmentStatus, 'validate' | 'refuse' | 'withdraw'>({
  validate: { from: ['submitted'], to: 'admitted' },
  refuse: { from: ['submitted'], to: 'refused' },
  withdraw: { from: ['draft', 'submitted', 'admitted', 'waiting'], to: 'withdrawn' },
});

/** Statuses that hold a seat of the session. */
export const SEATED: readonly EnrolmentStatus[] = ['admitted', 'convoked', 'present', 'partial', 'absent', 'attested'];

/** Attendance of the half-days, as the outcome of the request. */
export function outcomeOf(marks: readonly boolean[]): 'present' | 'partial' | 'absent' {
  const present = marks.filter(Boolean).length;
  if (present === 0) return 'absent';
  return present === marks.length ? 'present' : 'partial';
}
