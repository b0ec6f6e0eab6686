import { periodInWords, periodsFault } from './period';

const at = (hour: number, day = 3) => new Date(Date.UTC(2026, 2, day, hour));
const period = (from: number, to: number) => ({ from: at(from), to: at(to) });

describe('periodsFault', () => {
  it.each([
    [[], 'period.none'],
    [[period(9, 9)], 'period.empty'],
    [[period(12, 9)], 'period.empty'],
    [[{ from: new Date(NaN), to: at(9) }], 'period.empty'],
    [[period(13, 17), period(9, 14)], 'period.overlap'],
    [[period(9, 12), period(12, 17)], null],
  ])('%#', (periods, fault) => expect(periodsFault(periods)).toBe(fault));
});

describe('periodInWords', () => {
  it('tells one day', () =>
    expect(periodInWords(period(8, 11), 'Europe/Paris')).toBe('mardi 3 mars 2026 de 9\u00a0h à 12\u00a0h'));
  it('uses the clock of the place', () =>
    expect(periodInWords(period(5, 8), 'Indian/Reunion')).toBe('mardi 3 mars 2026 de 9\u00a0h à 12\u00a0h'));
  it('tells several days', () =>
    expect(periodInWords({ from: at(8), to: at(16, 5) }, 'Europe/Paris')).toBe(
      'du mardi 3 mars 2026 à 9\u00a0h au jeudi 5 mars 2026 à 17\u00a0h',
    ));
});
