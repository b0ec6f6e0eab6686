import { sessionLifecycle, type SessionStatus } from '../session/session.rules';
import { type Fixed, MOST_DAYS } from './planning.dto';

const DAY_MS = 86_400_000;

export interface PeriodFault {
  field: 'from' | 'until';
  detail: string;
}

/** What is wrong with the days asked, or null. */
export function daysFault(from: string, until: string): PeriodFault | null {
  const days = (Date.parse(`${until}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS + 1;
  if (days < 1) return { field: 'until', detail: 'Le dernier jour ne vient pas avant le premier.' };
  if (days > MOST_DAYS) return { field: 'until', detail: `Demandez ${MOST_DAYS} jours au plus.` };
  return null;
}

interface Half {
  isMine: boolean;
  status: SessionStatus;
  startsAt: Date;
  room: 'confirmed' | 'held' | 'none';
}

/** Why a half-day does not move, or null: the reason that will not change comes first. */
export function fixedBy({ isMine, status, startsAt, room }: Half, now: Date): Fixed | null {
  if (!isMine) return 'other';
  if (status === 'running') return 'begun';
  if (!sessionLifecycle.available(status).includes('cancel')) return 'over';
  if (startsAt <= now) return 'begun';
  return room === 'none' ? 'no_room' : null;
}
