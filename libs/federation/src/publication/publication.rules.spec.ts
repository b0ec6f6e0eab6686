import {
  BREAKER_THRESHOLD,
  MAX_ATTEMPTS,
  pauseMs,
  publicationActions,
  retryAfterMs,
  waitMs,
} from './publication.rules';

it('gives up after about a day', () => {
  const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => waitMs(i + 1, 1)).reduce((a, b) => a + b);
  expect(total / 3_600_000).toBeGreaterThan(20);
  expect(total / 3_600_000).toBeLessThan(26);
});

describe('the pause of the portal', () => {
  it('starts at the threshold', () => {
    expect(pauseMs(BREAKER_THRESHOLD - 1, null, 1)).toBe(0);
    expect(pauseMs(BREAKER_THRESHOLD, null, 1)).toBe(5_000);
  });
  it('grants what the portal asks, up to an hour', () => {
    expect(pauseMs(1, 30_000, 1)).toBe(30_000);
    expect(pauseMs(1, 10 ** 9, 1)).toBe(3_600_000);
  });
});

describe('Retry-After', () => {
  const now = new Date('2027-03-08T08:00:00Z');
  it.each([
    ['120', 120_000],
    ['Mon, 08 Mar 2027 08:01:00 GMT', 60_000],
    ['Mon, 08 Mar 2027 07:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('%s', (header, expected) => expect(retryAfterMs(header, now)).toBe(expected));
});

it('only a failed publication can be tried again by hand', () => {
  expect(publicationActions.available('failed')).toEqual(['retry']);
  expect(publicationActions.available('pushed')).toEqual([]);
});
