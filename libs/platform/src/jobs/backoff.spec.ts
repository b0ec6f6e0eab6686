import { backoffMs } from './backoff';

describe('backoff', () => {
  const waits = { firstMs: 5_000, longestMs: 3_600_000 };
  it.each([
    [1, 0, 2_500],
    [1, 1, 5_000],
    [4, 1, 40_000],
    [11, 1, 3_600_000],
    [2_000, 1, 3_600_000],
  ])('attempt %i, draw %d: %i ms', (attempt, random, expected) =>
    expect(backoffMs(attempt, waits, random)).toBe(expected),
  );
});
