import { readCoordinates } from './coordinates.rules';

describe('readCoordinates', () => {
  it.each([
    ['48.8566', '2.3522', 'Paris'],
    ['-20.88', '55.45', 'Saint-Denis de La Réunion'],
    ['-22.27', '166.44', 'Nouméa'],
    ['-17.53', '-149.57', 'Papeete'],
    ['46.78', '-56.17', 'Saint-Pierre'],
    ['4.92', '-52.31', 'Cayenne'],
  ])('reads %s, %s: %s', (latitude, longitude) =>
    expect(readCoordinates(latitude, longitude)).toEqual({
      latitude: Number(latitude),
      longitude: Number(longitude),
    }),
  );

  it.each([
    ['2.3522', '48.8566'],
    ['55.45', '-20.88'],
    ['166.44', '-22.27'],
  ])('sees that %s, %s are swapped', (latitude, longitude) =>
    expect(readCoordinates(latitude, longitude)).toEqual({
      code: 'coordinates.swapped',
      field: 'latitude',
      precision: `${longitude} est une latitude, ${latitude} une longitude`,
    }),
  );

  it.each([
    ['6862305.2', '652469.02', 'coordinates.lambert93'],
    ['652469.02', '6862305.2', 'coordinates.lambert93'],
    ['2428000', '600000', 'coordinates.projected'],
    ['7691000', '340000.5', 'coordinates.projected'],
    ['91', '4.1', 'coordinates.invalid'],
    ['45.1', '-181', 'coordinates.invalid'],
    ['45,1', '4.1', 'coordinates.invalid'],
    ['0', '0', 'coordinates.outside'],
    ['40.41', '-3.7', 'coordinates.outside'],
  ])('%s, %s: %s', (latitude, longitude, code) =>
    expect(readCoordinates(latitude, longitude)).toMatchObject({ code }),
  );

  it('knows nothing of a place without coordinates', () => expect(readCoordinates(null, null)).toEqual({}));
  it.each([
    [null, '4.1', 'latitude'],
    ['45.1', null, 'longitude'],
  ])('wants both: %s, %s', (latitude, longitude, field) =>
    expect(readCoordinates(latitude, longitude)).toMatchObject({ code: 'coordinates.pair', field }),
  );
});
