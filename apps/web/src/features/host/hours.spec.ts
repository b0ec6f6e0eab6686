import { copied, emptyWeek, proposed, shownEnd, typedEnd, unfinished, withDay } from './hours';

const morning = { from: '09:30', to: '12:00' };

describe('the hours of a week', () => {
  it('are copied on the days chosen, and on no other', () => {
    const week = copied(withDay(emptyWeek(), 0, [morning]), 0, [1, 4]);
    expect(week.days.map(({ length }) => length)).toEqual([1, 1, 0, 0, 1, 0, 0]);
    expect(week.days[1]![0]).not.toBe(week.days[0]![0]);
  });

  it('are proposed, the afternoon after the morning', () => {
    expect(proposed([])).toEqual({ from: '09:00', to: '12:00' });
    expect(proposed([morning])).toEqual({ from: '14:00', to: '18:00' });
    expect(proposed([{ from: '09:00', to: '17:00' }])).toEqual({ from: '', to: '' });
  });

  it('end at midnight when 00:00 is typed', () => {
    expect(typedEnd('00:00')).toBe('24:00');
    expect(shownEnd('24:00')).toBe('00:00');
    expect(shownEnd(typedEnd('18:00'))).toBe('18:00');
  });

  it('say which day is left half-way', () => {
    expect(unfinished(emptyWeek())).toBeUndefined();
    expect(unfinished(withDay(emptyWeek(), 2, [{ from: '09:00', to: '' }]))).toBe('Complétez les heures du mercredi.');
    expect(unfinished({ ...emptyWeek(), holidays: [] })).toBe('Complétez les heures des jours fériés.');
  });
});
