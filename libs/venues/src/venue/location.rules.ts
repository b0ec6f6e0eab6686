import { territoryOf } from '@app/identity';

export interface Location {
  departementCode: string | null;
  timeZone: string;
  /** Whose public holidays it keeps. */
  holidayTerritory: string;
}

const isOverseas = (code: string) => code.startsWith('97') || code.startsWith('98');

/**
 * The département (or overseas collectivity) of an address. The commune decides: a postal code may cross a border.
 * Without commune, Corsican postal codes 200 and 201 are in 2A, the others in 2B.
 */
export function departementOf(communeCode: string | null, postalCode: string | null): string | null {
  const code = communeCode ?? postalCode;
  if (code === null) return null;
  if (isOverseas(code)) return code.slice(0, 3);
  if (communeCode === null && code.startsWith('20')) return /^20[01]/.test(code) ? '2A' : '2B';
  return code.slice(0, 2);
}

/** Where a place is, as far as clocks and holidays are concerned. */
export function locationOf(communeCode: string | null, postalCode: string | null): Location {
  const departementCode = departementOf(communeCode, postalCode);
  return { departementCode, ...territoryOf(departementCode ?? '') };
}

const EARTH_METRES = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export interface Point {
  latitude: number | null;
  longitude: number | null;
}

/** Metres between two places; null when one of them has no coordinates: unknown is not near. */
export function distanceMetres(a: Point, b: Point): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(chord)));
}
