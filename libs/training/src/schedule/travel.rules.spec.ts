import fc from 'fast-check';
import { greatCircle, type Spot, travelBetween } from './travel.rules';

const spot = (id: string, latitude: number | null, longitude: number | null, departementCode: string | null): Spot => ({ id, latitude, longitude, departementCode });
const lille = spot('lille', 50.637, 3.063, '59');
const marseille = spot('marseille', 43.296, 5.37, '13');
const roubaix = spot('roubaix', 50.69, 3.175, '59');
const ajaccio = spot('ajaccio', 41.919, 8.738, '2A');
const saintDenis = spot('saint-denis', -20.879, 55.448, '974');
const hours = (a: Spot, b: Spot) => travelBetween(a, b).minutes / 60;

describe('travelBetween', () => {
  it('knows how far places are', () => expect(Math.round(greatCircle(lille, marseille)!)).toBe(835));
  it('takes no time to stay', () => expect(travelBetween(lille, lille)).toEqual({ km: 0, minutes: 0, isFlight: false }));
  it('does not let one end at 17:00 in Lille and begin at 9:00 the next day in Marseille', () => expect(hours(lille, marseille)).toBeGreaterThan(16));
  it('lets a night suffice between two neighbours', () => expect(hours(lille, roubaix)).toBeLessThan(1));
  it('counts a quarter of an hour for the next street', () => expect(hours(lille, spot('mairie', 50.639, 3.064, '59'))).toBe(0.25));
  it('flies to an island', () => {
    expect(travelBetween(marseille, ajaccio)).toMatchObject({ isFlight: true });
    expect(hours(marseille, ajaccio)).toBeLessThan(6);
  });
  it('sleeps after a long flight', () => expect(hours(lille, saintDenis)).toBeGreaterThan(11 + 5 + 11));
  it('flies between two overseas territories', () => expect(travelBetween(spot('a', 16.2, -61.5, '971'), spot('b', 14.6, -61, '972')).isFlight).toBe(true));
  it('counts an hour to a place whose position nobody knows', () => expect(travelBetween(lille, spot('x', null, null, '59'))).toEqual({ km: null, minutes: 60, isFlight: false }));

  const anywhere = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    departementCode: fc.constantFrom('59', '2A', '974', null),
  });
  it('is the same there and back, and never negative nor endless', () =>
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const [there, back] = [travelBetween(a, b), travelBetween(b, a)];
        return there.isFlight === back.isFlight && Math.abs(there.minutes - back.minutes) < 1e-6 && there.minutes >= 0 && there.minutes < 60 * 24 * 30;
      }),
    ));
});
