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
