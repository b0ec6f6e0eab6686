import { decimal } from '../venue/value.rules';
import type { FindingCode } from './finding';

type Field = 'latitude' | 'longitude';
type Reading =
  | { latitude?: number; longitude?: number; code?: undefined; field?: undefined; precision?: undefined }
  | {
      latitude?: undefined;
      longitude?: undefined;
      code: Extract<FindingCode, `coordinates.${string}`>;
      field: Field;
      precision?: string;
    };

/** South, north, west, east of the territories, with a margin of some kilometres. */
const TERRITORIES = [
  [41.2, 51.2, -5.3, 9.7],
  [15.7, 16.6, -61.9, -60.9],
  [17.8, 18.2, -63.3, -62.7],
  [14.3, 15, -61.3, -60.7],
  [2, 6, -55, -51.4],
  [-21.5, -20.7, 55.1, 56],
  [-13.1, -12.5, 44.9, 45.4],
  [46.7, 47.2, -56.6, -56],
  [-14.6, -13, -178.4, -176],
  [-23, -17.5, 158, 172.2],
  [-28, -7, -155, -134],
] as const;

const inFrance = (latitude: number, longitude: number): boolean =>
  TERRITORIES.some(
    ([south, north, west, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );

/** The metres of the official projection of mainland France: x to the east, y to the north. */
const inLambert93 = (x: number, y: number): boolean => x >= 0 && x <= 1_300_000 && y >= 6e6 && y <= 7.2e6;

/** A position in decimal degrees (WGS 84), or what is wrong with it. */
export function readCoordinates(latitudeText: string | null, longitudeText: string | null): Reading {
  if (latitudeText === null && longitudeText === null) return {};
  const latitude = latitudeText === null ? null : decimal(latitudeText);
  const longitude = longitudeText === null ? null : decimal(longitudeText);
  if (latitude === undefined) return { code: 'coordinates.invalid', field: 'latitude' };
  if (longitude === undefined) return { code: 'coordinates.invalid', field: 'longitude' };
  if (latitude === null) return { code: 'coordinates.pair', field: 'latitude' };
  if (longitude === null) return { code: 'coordinates.pair', field: 'longitude' };
  if (inLambert93(longitude, latitude) || inLambert93(latitude, longitude))
    return { code: 'coordinates.lambert93', field: 'latitude' };
  if (Math.abs(latitude) > 1000 || Math.abs(longitude) > 1000)
    return { code: 'coordinates.projected', field: Math.abs(latitude) > 1000 ? 'latitude' : 'longitude' };
  if (inFrance(latitude, longitude)) return { latitude, longitude };
  if (inFrance(longitude, latitude))
    return {
      code: 'coordinates.swapped',
      field: 'latitude',
      precision: `${longitude} est une latitude, ${latitude} une longitude`,
    };
  if (Math.abs(latitude) > 90) return { code: 'coordinates.invalid', field: 'latitude' };
  if (Math.abs(longitude) > 180) return { code: 'coordinates.invalid', field: 'longitude' };
  return { code: 'coordinates.outside', field: 'latitude' };
}
