import { backoffMs } from '@app/platform';

const WAITS = { firstMs: 30_000, longestMs: 3_600_000 };
/** About half a day of tries. */
const MAX_ATTEMPTS = 16;

/** How long to wait before trying again, or null when it is of no use: refused for good, or tried enough. */
export function nextTryMs(attempts: number, error: unknown, random: number): number | null {
  if (attempts >= MAX_ATTEMPTS || isRefusal(error)) return null;
  return backoffMs(attempts, WAITS, random);
}

/** SMTP answers 5xx for good: an address that does not exist, a message that is not wanted. */
function isRefusal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500;
}

export type Delivery = 'notice' | 'waiting' | 'sent' | 'failed';

/** Where a message stands, for the person it is for. */
export function deliveryOf(message: {
  toAddress: string | null;
  sentAt: Date | null;
  notBefore: Date | null;
}): Delivery {
  if (message.toAddress === null) return 'notice';
  if (message.sentAt) return 'sent';
  return message.notBefore ? 'waiting' : 'failed';
}
