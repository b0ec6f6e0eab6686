import type { OpeningWeek } from '../opening/opening.rules';
import { openingNow } from './opening-now.rules';

const day = [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '18:00' }];
const week: OpeningWeek = { days: [day, day, day, day, day, [], []], holidays: 'closed' };
const none = { closures: [], holidays: [] };
const at = (zone: string, now: string, calendar = none as { closures: { from: string; until: string }[]; holidays: string[] }, of = week) => {
  const { isOpen, changesAt } = openingNow(of, calendar, zone, new Date(now));
  return [isOpen, changesAt?.toISOString()];
};

describe('openingNow', () => {
  it.each([
    ['Europe/Paris', '2026-06-09T08:00:00Z', true, '2026-06-09T10:00:00.000Z'],
    ['Europe/Paris', '2026-06-09T10:00:00Z', false, '2026-06-09T12:00:00.000Z'],
    ['Indian/Reunion', '2026-06-09T08:00:00Z', false, '2026-06-09T10:00:00.000Z'],
    ['Pacific/Noumea', '2026-06-08T22:00:00Z', true, '2026-06-09T01:00:00.000Z'],
    ['America/Martinique', '2026-06-09T08:00:00Z', false, '2026-06-09T13:00:00.000Z'],
    ['Europe/Paris', '2026-03-27T17:30:00Z', false, '2026-03-30T07:00:00.000Z'], // summer time began over the weekend
    ['Europe/Paris', '2026-10-23T16:30:00Z', false, '2026-10-26T08:00:00.000Z'], // and ended
  ])('%s at %s', (zone, now, isOpen, changesAt) => expect(at(zone, now)).toEqual([isOpen, changesAt]));

  it('is closed on a holiday of its territory, or opens at hours of its own', () => {
    const bastille = { ...none, holidays: ['2026-07-14'] };
    expect(at('Europe/Paris', '2026-07-14T08:00:00Z', bastille)).toEqual([false, '2026-07-15T07:00:00.000Z']);
    expect(at('Europe/Paris', '2026-07-14T08:00:00Z', bastille, { ...week, holidays: [{ from: '20:00', to: '22:00' }] })).toEqual([false, '2026-07-14T18:00:00.000Z']);
    expect(at('Europe/Paris', '2026-07-14T08:00:00Z', bastille, { ...week, holidays: 'usual' })).toEqual([true, '2026-07-14T10:00:00.000Z']);
  });

  it('is closed for works, until the day they end', () =>
    expect(at('Europe/Paris', '2026-06-09T08:00:00Z', { ...none, closures: [{ from: '2026-06-08', until: '2026-06-11' }] })).toEqual([false, '2026-06-12T07:00:00.000Z']));

  it('never closes when it is open day and night, and never opens when it is not', () => {
    const always: OpeningWeek = { days: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]), holidays: 'usual' };
    expect(at('Europe/Paris', '2026-06-09T08:00:00Z', none, always)).toEqual([true, undefined]);
    expect(at('Europe/Paris', '2026-06-09T08:00:00Z', none, { days: [[], [], [], [], [], [], []], holidays: 'usual' })).toEqual([false, undefined]);
  });

  it('goes on after midnight', () => {
    const night: OpeningWeek = { days: [[], [], [], [], [], [], [{ from: '22:00', to: '02:00' }]], holidays: 'usual' };
    expect(at('Europe/Paris', '2026-06-07T23:30:00Z', none, night)).toEqual([true, '2026-06-08T00:00:00.000Z']);
  });
});
