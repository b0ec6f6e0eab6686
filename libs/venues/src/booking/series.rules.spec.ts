import fc from 'fast-check';
import { DateTime } from 'luxon';
import { daysOf, FREQUENCIES, repetitionFault } from './series.rules';

describe('daysOf', () => {
  it('once without a repetition', () => expect(daysOf('2027-03-02', undefined)).toEqual(['2027-03-02']));
  it('every week, over the change of clock', () =>
    expect(daysOf('2027-03-23', { every: 'week', times: 3 })).toEqual(['2027-03-23', '2027-03-30', '2027-04-06']));
  it('every other week until a day', () =>
    expect(daysOf('2027-03-02', { every: 'two_weeks', until: '2027-03-30' })).toEqual(['2027-03-02', '2027-03-16', '2027-03-30']));
  it('the same day of the month, where there is one', () =>
    expect(daysOf('2027-01-31', { every: 'month_day', times: 3 })).toEqual(['2027-01-31', '2027-03-31', '2027-05-31']));
  it('the second Tuesday, and the fifth where there is one', () => {
    expect(daysOf('2027-03-09', { every: 'month_weekday', times: 3 })).toEqual(['2027-03-09', '2027-04-13', '2027-05-11']);
    expect(daysOf('2027-03-30', { every: 'month_weekday', until: '2027-09-01' })).toEqual(['2027-03-30', '2027-06-29', '2027-08-31']);
  });

  it('are in order, of the same weekday or day, within the bounds', () => {
    const start = fc.integer({ min: 0, max: 800 }).map((n) => DateTime.utc(2026, 1, 1).plus({ days: n }).toISODate()!);
    fc.assert(
      fc.property(start, fc.constantFrom(...FREQUENCIES), fc.integer({ min: 2, max: 60 }), (date, every, times) => {
        const days = daysOf(date, { every, times });
        expect(days[0]).toBe(date);
        expect(days.length).toBeLessThanOrEqual(times);
        expect([...days].sort()).toEqual(days);
        const kind = (day: string) => (every === 'month_day' ? day.slice(8) : String(DateTime.fromISO(day).weekday));
        expect(new Set(days.map(kind)).size).toBe(1);
      }),
    );
  });
});

describe('repetitionFault', () => {
  it.each([
    [{ every: 'week' }, 'until'],
    [{ every: 'week', until: '2027-04-01', times: 3 }, 'until'],
    [{ every: 'week', until: '2027-03-01' }, 'until'],
    [{ every: 'week', until: '2028-12-01' }, 'until'],
    [{ every: 'week', until: '2027-12-01' }, undefined],
    [{ every: 'week', times: 3 }, undefined],
  ] as const)('%j', (repeat, field) => expect(repetitionFault('2027-03-02', repeat)?.field).toBe(field));
});
