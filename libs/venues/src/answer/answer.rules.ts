import { momentInWords } from '@app/platform';
import type { BookingStatus } from '../booking/booking.rules';

interface Slot {
  status: BookingStatus;
}

const SAID: Record<Exclude<BookingStatus, 'held'>, string> = {
  confirmed: 'Cette réservation a été confirmée',
  refused: 'Cette demande a été refusée',
  expired: 'Cette demande est restée sans réponse\u202f: elle a expiré',
  cancelled: 'Cette demande a été annulée par la personne qui l’avait faite',
};

/** What became of a demand, in words; null while it waits. Half-days answered differently are told as such. */
export function outcomeOf(slots: readonly Slot[], decidedAt: Date | null, timeZone: string): string | null {
  if (slots.some(({ status }) => status === 'held')) return null;
  const statuses = new Set(slots.map(({ status }) => status as Exclude<BookingStatus, 'held'>));
  const [only] = statuses;
  const said = statuses.size === 1 && only ? SAID[only] : 'Ces créneaux ont reçu des réponses différentes';
  return decidedAt ? `${said} le ${momentInWords(decidedAt, timeZone)}.` : `${said}.`;
}
