import { momentInWords } from '@app/platform';
import type { EnrolmentStatus } from './enrolment.rules';

export interface Offered {
  status: EnrolmentStatus;
  offerUntil: Date | null;
  timeZone: string;
  /** The last thing that happened to the request. */
  lastAction: string;
}

/** What became of a seat offered, in words; null as long as it may be answered. */
export function offerOutcome({ status, offerUntil, timeZone, lastAction }: Offered, now: Date): string | null {
  if (status === 'offered') {
    if (offerUntil! > now) return null;
    return `Le délai pour répondre est passé depuis le ${momentInWords(offerUntil!, timeZone)}\u202f: la place va à la personne suivante.`;
  }
  if (lastAction === 'lapse') return 'Le délai pour répondre est passé\u202f: la place est allée à la personne suivante. Vous pouvez faire une nouvelle demande.';
  if (status === 'withdrawn') return 'La demande est retirée\u202f: la place est allée à la personne suivante.';
  if (status === 'cancelled') return 'La session est annulée\u202f: cette place n’existe plus.';
  if (status === 'not_selected' || status === 'refused') return 'Cette demande est close.';
  if (status === 'waiting') return 'Cette demande est de nouveau dans la liste d’attente.';
  return 'La place est acceptée.';
}
