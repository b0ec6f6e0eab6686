import { createHash } from 'node:crypto';
import { locationOf } from '../venue/location.rules';
import { openingColumns } from '../opening/opening.rules';
import type { StandardFields } from '../venue/standard-place';
import { searchTextOf, slugBase } from '../venue/text.rules';

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
