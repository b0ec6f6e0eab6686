import type { BookingCard } from '../../api/types';
import { partsOf, spanOf } from './gaps';

const DAY = '2027-03-02';
const booking = (startsAt: string, endsAt: string, timeZone = 'Europe/Paris') => ({ id: startsAt, startsAt, endsAt, timeZone }) as BookingCard;
const gaps = (...args: Parameters<typeof partsOf>) => partsOf(...args).flatMap((part) => ('gap' in part ? [`${part.gap.start}-${part.gap.end}`] : []));

describe('the hours that a day shows', () => {
  it('go from eight to twenty', () => expect(spanOf(DAY, [], [])).toEqual({ start: '08:00', end: '20:00' }));
  it('begin and end with the place', () =>
    expect(spanOf(DAY, [{ from: '06:30', to: '12:00' }, { from: '18:00', to: '22:00' }], [])).toEqual({ start: '06:30', end: '22:00' }));
  it('last until midnight where the place closes the day after', () => expect(spanOf(DAY, [{ from: '14:00', to: '02:00' }], []).end).toBe('24:00'));
  it('hold every booking, on the clock of the place', () => {
    // 6 h to 7 h in Réunion is the night before in Paris.
    expect(spanOf(DAY, [], [booking('2027-03-02T02:00:00Z', '2027-03-02T03:00:00Z', 'Indian/Reunion')]).start).toBe('06:00');
    expect(spanOf(DAY, [], [booking('2027-03-02T20:00:00Z', '2027-03-02T22:00:00Z')]).end).toBe('23:00');
    expect(spanOf(DAY, [], [booking('2027-03-01T20:00:00Z', '2027-03-03T08:00:00Z')])).toEqual({ start: '00:00', end: '24:00' });
  });
});

describe('the parts of a day', () => {
  const early = booking('2027-03-02T05:00:00Z', '2027-03-02T06:00:00Z');
  const late = booking('2027-03-02T20:00:00Z', '2027-03-02T21:30:00Z');
  it('leave every gap of the span to be blocked, early and late', () => {
    const span = spanOf(DAY, [{ from: '05:00', to: '23:30' }], [early, late]);
    expect(gaps(DAY, [early, late], span)).toEqual(['05:00-06:00', '07:00-21:00', '22:30-23:30']);
  });
  it('are one gap when nothing is booked, none when all is', () => {
    const span = { start: '08:00', end: '20:00' };
    expect(gaps(DAY, [], span)).toEqual(['08:00-20:00']);
    expect(gaps(DAY, [booking('2027-03-01T20:00:00Z', '2027-03-03T08:00:00Z')], span)).toEqual([]);
  });
});
