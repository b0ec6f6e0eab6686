import { degreesOf, isDegrees } from './degrees';

describe('degrees', () => {
  it.each([
    ['44,518', 44.518], ['-21.1', -21.1], [' 3 ', 3], ['', null], ['  ', null], ['44° 31', NaN], ['1e3', NaN], ['1.234,5', NaN], ['Infinity', NaN],
  ])('%j is %p', (typed, expected) => expect(degreesOf(typed)).toBe(expected));

  it('stay on the globe', () => expect([90, -90, 90.1, Number.NaN, null].map(isDegrees(90))).toEqual([true, true, false, false, false]));
});
