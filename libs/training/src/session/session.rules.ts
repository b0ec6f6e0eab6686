import { lifecycle } from '@app/platform';

export type SessionStatus = 'draft' | 'open' | 'confirmed' | 'running' | 'closed' | 'postponed' | 'cancelled';

export const sessionLifecycle = lifecycle<SessionStatus, 'open' | 'confirm' | 'postpone' | 'date' | 'cancel' | 'close'>({
  open: { from: ['draft', 'postponed'], to: 'open' },
  confirm: { from: ['open'], to: 'confirmed' },
  postpone: { from: ['open', 'confirmed'], to: 'postponed' },
  date: { from: ['postponed'], to: 'postponed' },
  cancel: { from: ['draft', 'open', 'confirmed', 'postponed'], to: 'cancelled' },
  close: { from: ['open', 'confirmed', 'running'], to: 'closed' },
});

/** Statuses in which an agent may ask for a seat. */
export const ENROLLABLE: readonly SessionStatus[] = ['open', 'confirmed'];
/** Statuses anyone may see. */
export const VISIBLE: readonly SessionStatus[] = ['open', 'confirmed', 'running', 'closed', 'postponed', 'cancelled'];

/** Why an agent may not ask for a seat now, or null. */
export function closedTo(session: { status: SessionStatus; enrolmentClosesAt: Date }, now: Date): string | null {
  if (!ENROLLABLE.includes(session.status)) return 'Cette session n’est pas ouverte aux demandes.';
  if (session.enrolmentClosesAt <= now) return 'Les demandes pour cette session sont closes.';
  return null;
}

/** Morning until noon and a half, on the clock of the place. */
export const halfDayOf = (start: string): 'am' | 'pm' => (start < '12:30' ? 'am' : 'pm');

/** How many days before its first one it is decided whether a session below its minimum is held. */
const DECIDED_AHEAD = 10;

/** The day by which to decide, `YYYY-MM-DD`: ten days before the first one, never before `today`; none without a minimum. */
export function decideByOf(minSeats: number, firstDay: string, today: string): string | null {
  if (minSeats === 0) return null;
  const day = new Date(Date.parse(`${firstDay}T00:00:00Z`) - DECIDED_AHEAD * 86_400_000).toISOString().slice(0, 10);
  return day > today ? day : today;
}
