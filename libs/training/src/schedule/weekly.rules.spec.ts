import { laterBy, weeklyFault, weeksOf } from './weekly.rules';

describe('sessions every so many weeks', () => {
  it.each([
    [{ every: 1, times: 3 }, [0, 1, 2]],
    [{ every: 2, times: 3 }, [0, 2, 4]],
    [{ every: 1, until: '2027-03-16' }, [0, 1, 2]],
    [{ every: 1, until: '2027-03-15' }, [0, 1]],
    [{ every: 1, until: '2028-03-01' }, Array.from({ length: 26 }, (_, n) => n)],
    [{ every: 12, times: 26 }, [0, 12, 24, 36, 48, 60, 72]],
  ])('%j', (repeat, weeks) => expect(weeksOf('2027-03-02', repeat)).toEqual(weeks));
  it('keep their local day across the change of clock and the end of a year', () => {
    expect(laterBy('2027-03-23', 1)).toBe('2027-03-30');
    expect(laterBy('2026-12-29', 1)).toBe('2027-01-05');
  });
  it.each([
    ['until', { every: 1 }],
    ['until', { every: 1, until: '2027-04-01', times: 2 }],
    ['until', { every: 1, until: '2027-03-01' }],
    ['until', { every: 1, until: '2028-09-03' }],
  ])('are refused at %s for %j', (field, repeat) => expect(weeklyFault('2027-03-02', repeat)?.field).toBe(field));
  it('may be only one', () => expect(weeklyFault('2027-03-02', { every: 1, until: '2027-03-02' })).toBeNull());
});
