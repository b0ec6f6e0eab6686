import { dayInWords, momentInWords, noonOf } from '@app/platform';
import type { SessionStatus } from './session.rules';
import { dayAt } from './slots.rules';

export type MinimumDecision = 'maintain' | 'cancel';

export interface Undecided {
  status: SessionStatus;
  startsAt: Date;
  timeZone: string;
  seatsTaken: number;
  minSeats: number;
  /** `YYYY-MM-DD`, on the clock of the place. */
  decideBy: string | null;
  /** Who last said that it is held, or changed it, and when; null for what is not known. */
  confirmed: Decided | null;
  changed: Decided | null;
}
interface Decided {
  at: Date;
  by: string | null;
}

const told = (decided: Decided | null, timeZone: string): string =>
  decided ? ` le ${momentInWords(decided.at, timeZone)}${decided.by ? ` par ${decided.by}` : ''}` : '';

/** What became of a session below its minimum, in words; null as long as it is to be decided. */
export function minimumOutcome({ status, startsAt, timeZone, seatsTaken, minSeats, decideBy, confirmed, changed }: Undecided, now: Date): string | null {
  if (status === 'cancelled') return `Cette session a été annulée${told(changed, timeZone)}.`;
  if (status === 'postponed') return `Cette session a été reportée${told(changed, timeZone)}\u202f: cette décision n’est plus attendue.`;
  if (status !== 'open') return `Cette session a été maintenue${told(confirmed, timeZone)}.`;
  if (seatsTaken >= minSeats) return `Le minimum est atteint\u202f: ${seatsTaken} ${seatsTaken > 1 ? 'inscrits' : 'inscrit'} pour un minimum de ${minSeats}. Il n’y a plus rien à décider.`;
  if (decideBy === null || decideBy < dayAt(now, timeZone) || startsAt <= now)
    return `Le délai pour décider depuis ce courriel est passé${decideBy ? ` depuis le ${dayInWords(noonOf(decideBy), 'UTC')}` : ''}. Rien n’a été décidé\u202f: connectez-vous pour maintenir la session ou l’annuler.`;
  return null;
}
