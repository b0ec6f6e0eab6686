import { departementOf, locationOf } from './location.rules';

describe('departementOf', () => {
  it.each([
    ['69381', '69001', '69'],
    ['2A004', '20000', '2A'],
    ['2B033', '20200', '2B'],
    [null, '20100', '2A'],
    [null, '20600', '2B'],
    [null, '01000', '01'],
    ['97411', '97400', '974'],
    [null, '98800', '988'],
    ['97701', '97133', '977'],
    [null, null, null],
  ])('commune %s, postal code %s: %s', (commune, postalCode, expected) =>
    expect(departementOf(commune, postalCode)).toBe(expected),
  );
});

describe('locationOf', () => {
  it.each([
    ['75056', 'Europe/Paris'],
    ['97411', 'Indian/Reunion'],
    ['98818', 'Pacific/Noumea'],
    [null, 'Europe/Paris'],
  ])('%s keeps the time of %s', (commune, zone) => expect(locationOf(commune, null).timeZone).toBe(zone));
});
