import { createHash } from 'node:crypto';
import { distanceMetres, locationOf } from '../venue/location.rules';
import { openingColumns } from '../opening/opening.rules';
import type { StandardFields } from '../venue/standard-place';
import { searchTextOf, slugBase } from '../venue/text.rules';
import { finding, type Finding } from './finding';

/** A readable row, with all that is derived from it. */
export interface Candidate extends StandardFields {
  row: number;
  source: string;
  sourceId: string;
  slug: string;
  searchText: string;
  departementCode: string | null;
  timeZone: string;
  holidayTerritory: string;
  weekHours: string | null;
  holidayHours: string | null;
  contentHash: string;
}

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

export function candidate(row: number, source: string, sourceId: string, place: StandardFields): Candidate {
  return {
    ...place,
    ...locationOf(place.communeCode, place.postalCode),
    ...openingColumns(place.openingHours),
    row,
    source,
    sourceId,
    slug: slugBase(place.name, place.communeName),
    searchText: searchTextOf(place.name, place.communeName),
    contentHash: hashOf(place),
  };
}

/** The slug of a second place of the same name: stable from one import to the next. */
export const otherSlug = ({ slug, source, sourceId }: Candidate): string =>
  `${slug}-${hashOf([source, sourceId]).slice(0, 8)}`;

export interface Known {
  source: string;
  sourceId: string;
  name: string;
  searchText: string;
  latitude: number | null;
  longitude: number | null;
}

const NEAR_METRES = 1000;

/** A place of the same name and commune, near or at an unknown distance. */
export function duplicateOf(place: Candidate, namesakes: readonly Known[]): Finding | undefined {
  for (const other of namesakes) {
    if (other.source === place.source && other.sourceId === place.sourceId) continue;
    const metres = distanceMetres(place, other);
    if (metres !== null && metres > NEAR_METRES) continue;
    return finding(
      'row.possible_duplicate',
      'nom',
      other.name,
      metres === null ? 'distance inconnue' : `à ${metres} m`,
    );
  }
  return undefined;
}
