import { backoffMs } from '@app/platform';

const WAITS = { firstMs: 30_000, longestMs: 3_600_000 };
/** About half a day of tries. */
const MAX_ATTEMPTS = 16;

/** How long to wait before trying again, or null when it is of no use: refused for good, or tried enough. */
export function nextTryMs(attempts: number, error: unknown, random: number): number | null {
  if (attempts >= MAX_ATTEMPTS || isRefusal(error)) return null;
  return backoffMs(attempts, WAITS, random);
}

/** What a letter lets one answer without signing in: a demand for a room, what is asked of a trainer, or whether a session is held below its minimum. */
export type AnswerKind = 'demand' | 'ask' | 'minimum';

/** SMTP answers 5xx for good: an address that does not exist, a message that is not wanted. */
function isRefusal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500;
}

export type Delivery = 'waiting' | 'sent' | 'failed';

/** Where the e-mail stands: to be sent, sent, or given up. */
export function deliveryOf({ sentAt, notBefore }: { sentAt: Date | null; notBefore: Date | null }): Delivery {
  if (sentAt) return 'sent';
  return notBefore ? 'waiting' : 'failed';
}
