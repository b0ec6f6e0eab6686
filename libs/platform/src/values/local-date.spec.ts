import { instantOf, isLocalDate } from './local-date';

describe('local dates', () => {
  it.each(['2026-02-31', '0000-01-01', '9999-01-01', '2026-1-1', 20260101])('refuses %s', (date) => expect(isLocalDate(date)).toBe(false));
  it('accepts a leap day', () => expect(isLocalDate('2028-02-29')).toBe(true));
});

describe('instantOf', () => {
  it('reads the clock of the place', () => {
    expect(instantOf('2026-06-01', '09:00', 'Indian/Reunion')?.toISOString()).toBe('2026-06-01T05:00:00.000Z');
    expect(instantOf('2026-06-01', '09:00', 'Europe/Paris')?.toISOString()).toBe('2026-06-01T07:00:00.000Z');
  });
  it('refuses an hour the clock change skips', () => expect(instantOf('2026-03-29', '02:30', 'Europe/Paris')).toBeNull());
  it('takes the first of an hour that occurs twice', () =>
    expect(instantOf('2026-10-25', '02:30', 'Europe/Paris')?.toISOString()).toBe('2026-10-25T00:30:00.000Z'));
});
