import { dayOf, isValidOn } from './validity.rules';

describe('isValidOn', () => {
  const row = { validFrom: '2016-01-01', validTo: '2026-01-01' };
  it.each([
    ['2015-12-31', false],
    ['2016-01-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('%s → %s', (day, expected) => expect(isValidOn(row, day)).toBe(expected));
  it('has no end without validTo', () =>
    expect(isValidOn({ ...row, validTo: null }, '9999-12-31')).toBe(true));
  it('is never valid when it ends the day it begins', () =>
    expect(isValidOn({ validFrom: '2026-01-01', validTo: '2026-01-01' }, '2026-01-01')).toBe(false));
});

describe('dayOf', () => {
  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
  ])('%s is %s in Paris', (instant, day) => expect(dayOf(new Date(instant))).toBe(day));
});
