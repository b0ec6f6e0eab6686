import type { WorkSession } from '../../api/types';

export type Moment = 'toCall' | 'upcoming' | 'past';

/** A session begun and not closed waits for its roll. */
export function momentOf({ status, startsAt }: Pick<WorkSession, 'status' | 'startsAt'>): Moment {
  if (status === 'closed' || status === 'cancelled') return 'past';
  return Date.parse(startsAt) <= Date.now() ? 'toCall' : 'upcoming';
}
