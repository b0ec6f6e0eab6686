import { lifecycle } from '@app/platform';

export type SessionStatus = 'draft' | 'open' | 'confirmed' | 'running' | 'closed' | 'postponed' | 'cancelled';

export const sessionLifecycle = lifecycle<SessionStatus, 'open' | 'confirm' | 'cancel' | 'close'>({
  open: { from: ['draft', 'postponed'], to: 'open' },
  confirm: { from: ['open'], to: 'confirmed' },
  cancel: { from: ['draft', 'open', 'confirmed', 'postponed'], to: 'cancelled' },
  close: { from: ['open', 'confirmed', 'running'], to: 'closed' },
});

/** Statuses in which an agent may ask for a seat. */
export const ENROLLABLE: readonly SessionStatus[] = ['open', 'confirmed'];
/** Statuses anyone may see. */
export const VISIBLE: readonly SessionStatus[] = ['open', 'confirmed', 'running', 'closed', 'cancelled'];

/** Why an agent may not ask for a seat now, or null. */
export function closedTo(session: { status: SessionStatus; enrolmentClosesAt: Date }, now: Date): string | null {
  if (!ENROLLABLE.includes(session.status)) return 'Cette session n’est pas ouverte aux demandes.';
  if (session.enrolmentClosesAt <= now) return 'Les demandes pour cette session sont closes.';
  return null;
}

/** Morning until noon and a half, on the clock of the place. */
export const halfDayOf = (start: string): 'am' | 'pm' => (start < '12:30' ? 'am' : 'pm');
