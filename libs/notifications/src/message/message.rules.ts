import { backoffMs } from '@app/platform';

const WAITS = { firstMs: 30_000, longestMs: 3_600_000 };
/** About half a day of tries. */
const MAX_ATTEMPTS = 16;

/** How long to wait before trying again, or null when it is of no use: refused for good, or tried enough. */
export function nextTryMs(attempts: number, error: unknown, random: number): number | null {
  if (attempts >= MAX_ATTEMPTS || isRefusal(error)) return null;
  return backoffMs(attempts, WAITS, random);
}

/** What a letter lets one answer without signing in: a demand for a room, what is asked of a trainer, whether a session is held below its minimum, or a seat offered from the waiting list. */
export type AnswerKind = 'demand' | 'ask' | 'minimum' | 'offer';

/** SMTP answers 5xx for good: an address that does not exist, a message that is not wanted. */
function isRefusal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500;
}

/** What could not be delivered matters for so long. */
export const UNDELIVERED_MS = 60 * 86_400_000;

/** `kept`: read in the application only. */
export type Delivery = 'waiting' | 'sent' | 'failed' | 'to_print' | 'printed' | 'kept';

interface Standing {
  sentAt: Date | null;
  notBefore: Date | null;
  error: string | null;
  printSince: Date | null;
  printedAt: Date | null;
}

/** Where the message stands: to be sent, sent or given up, or on paper. */
export function deliveryOf({ sentAt, notBefore, error, printSince, printedAt }: Standing): Delivery {
  if (sentAt) return 'sent';
  if (printedAt) return 'printed';
  if (notBefore) return 'waiting';
  if (printSince) return 'to_print';
  return error ? 'failed' : 'kept';
}

/** Why a mail did not arrive, for who has to do something about it. `error`: what its server said. */
export function refusalOf(error: string): string {
  const code = /\b5\d\d\b/.exec(error)?.[0];
  return code ? `La messagerie du destinataire refuse ce courriel (code ${code})\u202f: l’adresse n’existe sans doute plus.` : 'La messagerie du destinataire n’a pas répondu, malgré plusieurs essais.';
}
