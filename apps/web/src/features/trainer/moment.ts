import type { WorkSession } from '../../api/types';

export type Moment = 'toAnswer' | 'toCall' | 'upcoming' | 'past';

/** A session that asks waits for an answer, one begun and not closed for its roll. */
export function momentOf({ status, startsAt, ask }: Pick<WorkSession, 'status' | 'startsAt' | 'ask'>): Moment {
  if (status === 'closed' || status === 'cancelled') return 'past';
  if (ask.status === 'asked' && Date.parse(startsAt) > Date.now()) return 'toAnswer';
  return Date.parse(startsAt) <= Date.now() ? 'toCall' : 'upcoming';
}
