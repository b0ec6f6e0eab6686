interface Waits {
  firstMs: number;
  longestMs: number;
}

/** Doubles at each attempt up to the longest; half of the wait is drawn, so that failures do not come back together. */
export function backoffMs(attempt: number, { firstMs, longestMs }: Waits, random: number): number {
  const wait = Math.min(firstMs * 2 ** Math.max(0, attempt - 1), longestMs);
  return Math.round(wait / 2 + (random * wait) / 2);
}
