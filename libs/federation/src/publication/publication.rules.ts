import { backoffMs, lifecycle } from '@app/platform';

export type PublicationState = 'dirty' | 'pushed' | 'withdrawn' | 'failed';

/** What a person may do; everything else is done by the job. */
export const publicationActions = lifecycle<PublicationState, 'retry'>({
  retry: { from: ['failed'], to: 'dirty' },
});

const SECOND = 1000;
const WAITS = { firstMs: 5 * SECOND, longestMs: 3600 * SECOND };
/** Failures in a row, all offers together, after which the portal is left alone for a while. */
export const BREAKER_THRESHOLD = 5;
/** About a day of tries; then a person is needed. */
export const MAX_ATTEMPTS = 32;

/** From five seconds to one hour. */
export const waitMs = (attempt: number, random: number): number => backoffMs(attempt, WAITS, random);

/** How long the portal is left alone after this failure; 0 when it is not. What the portal asks is always granted. */
export function pauseMs(failuresInARow: number, retryAfterMs: number | null, random: number): number {
  const breaker =
    failuresInARow >= BREAKER_THRESHOLD ? waitMs(failuresInARow - BREAKER_THRESHOLD + 1, random) : 0;
  return Math.max(breaker, Math.min(retryAfterMs ?? 0, WAITS.longestMs));
}

/** `Retry-After` in seconds or as a date; null when absent or unreadable. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
