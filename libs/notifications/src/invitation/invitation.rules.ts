import type { EnrolmentStatus } from '@app/training';
import type { CalendarEntry } from './calendar-entry';

type Method = CalendarEntry['method'];

/** Holds a seat of a session to come. */
export const COMING: readonly EnrolmentStatus[] = ['admitted', 'convoked'];
/** The session has taken place: what calendars know of it stays. */
const OVER: readonly EnrolmentStatus[] = ['present', 'partial', 'absent', 'attested'];

interface Standing {
  status: EnrolmentStatus;
  sessionStatus: string;
  hasDates: boolean;
}

/** What a calendar has to be told, knowing what it was last told; null when nothing: who was never invited is not uninvited. */
export function methodFor({ status, sessionStatus, hasDates }: Standing, told: Method | null): Method | null {
  if (OVER.includes(status)) return null;
  if (COMING.includes(status) && sessionStatus !== 'cancelled' && hasDates) return 'REQUEST';
  return told === 'REQUEST' ? 'CANCEL' : null;
}
