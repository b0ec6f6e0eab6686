import { Problem } from '@app/platform';
import { slotsOf } from './slots.rules';

const now = new Date('2026-01-01T00:00:00Z');
const problem = (run: () => unknown): { pointer: string; code: string } | undefined => {
  try {
    run();
  } catch (error) {
    return (error as Problem).extra.errors?.[0];
  }
};

describe('slotsOf', () => {
  it('orders half-days and reads them on the clock of the place', () => {
    const slots = slotsOf(
      [{ date: '2026-06-02', start: '14:00', end: '17:00' }, { date: '2026-06-02', start: '09:00', end: '12:00' }],
      'Indian/Reunion',
      now,
    );
    expect(slots.map(({ halfDay, from }) => [halfDay, from.toISOString()])).toEqual([
      ['am', '2026-06-02T05:00:00.000Z'],
      ['pm', '2026-06-02T10:00:00.000Z'],
    ]);
  });
  it.each([
    ['/slots/0/start', 'slot.skipped_hour', { date: '2026-03-29', start: '02:30', end: '05:00' }],
    ['/slots/0/end', 'slot.inverted', { date: '2026-06-02', start: '12:00', end: '09:00' }],
    ['/slots/0/end', 'slot.inverted', { date: '2026-06-02', start: '09:00', end: '09:00' }],
    ['/slots/0/date', 'slot.past', { date: '2025-06-02', start: '09:00', end: '12:00' }],
  ])('names %s for %s', (pointer, code, slot) =>
    expect(problem(() => slotsOf([slot], 'Europe/Paris', now))).toMatchObject({ pointer, code }));
  it('refuses two slots that overlap', () =>
    expect(
      problem(() => slotsOf([{ date: '2026-06-02', start: '09:00', end: '12:00' }, { date: '2026-06-02', start: '11:00', end: '13:00' }], 'Europe/Paris', now)),
    ).toMatchObject({ pointer: '/slots/1', code: 'slot.overlap' }));
});
