import { conflict } from '@app/platform';
import { isDeepStrictEqual } from 'node:util';
import { searchTextOf } from '../venue/text.rules';
import type { Venue } from '../venue/venue.entity';

/** What a person compares and chooses, and the columns that go with it: a commune goes with its codes and its clock. */
export const MERGE_FIELDS = {
  name: { shown: ['name'], along: [] },
  pivot: { shown: ['pivot'], along: [] },
  address: { shown: ['address', 'addressExtra'], along: [] },
  commune: {
    shown: ['postalCode', 'communeName'],
    along: ['communeCode', 'departementCode', 'timeZone', 'holidayTerritory'],
  },
  position: { shown: ['latitude', 'longitude'], along: [] },
  openingHours: { shown: ['openingHours'], along: ['weekHours', 'holidayHours'] },
  phone: { shown: ['phone'], along: [] },
  emails: { shown: ['emails'], along: [] },
  website: { shown: ['website', 'otherWebsites'], along: [] },
  summary: { shown: ['summary'], along: [] },
  description: { shown: ['description'], along: [] },
  typologies: { shown: ['typologies'], along: [] },
  services: { shown: ['services'], along: [] },
  publics: { shown: ['publics'], along: [] },
  care: { shown: ['care'], along: [] },
  fees: { shown: ['fees'], along: [] },
  programmes: { shown: ['programmes'], along: [] },
  labels: { shown: ['labels', 'otherLabels'], along: [] },
  accessModes: { shown: ['accessModes'], along: [] },
  supportModes: { shown: ['supportModes'], along: [] },
  itinerance: { shown: ['itinerance'], along: [] },
  parentStructure: { shown: ['parentStructure'], along: [] },
  accesslibreUrl: { shown: ['accesslibreUrl'], along: [] },
  bookingUrl: { shown: ['bookingUrl'], along: [] },
  collectedBy: { shown: ['collectedBy'], along: [] },
} as const satisfies Record<string, { shown: readonly (keyof Venue)[]; along: readonly (keyof Venue)[] }>;
export type MergeField = keyof typeof MERGE_FIELDS;
export const MERGE_FIELD_NAMES = Object.keys(MERGE_FIELDS) as MergeField[];

/** The columns a person chose, which imports leave alone from then on. */
export const heldBy = (take: readonly MergeField[]): (keyof Venue)[] => [
  ...take.flatMap((field) => [...MERGE_FIELDS[field].shown, ...MERGE_FIELDS[field].along]),
  ...(take.includes('name') || take.includes('commune') ? (['searchText'] as const) : []),
];

type Value = string | number | string[] | null;

export interface FieldChange {
  column: keyof Venue;
  before: Value;
  after: Value;
}

/** What the kept place takes from the other: the columns that change, with both values. */
export function changesOf(kept: Venue, merged: Venue, take: readonly MergeField[]): FieldChange[] {
  const after: Venue = { ...kept, ...Object.fromEntries(heldBy(take).map((column) => [column, merged[column]])) };
  after.searchText = searchTextOf(after.name, after.communeName);
  return (Object.keys(after) as (keyof Venue)[])
    .filter((column) => !isDeepStrictEqual(kept[column], after[column]))
    .map((column) => ({ column, before: kept[column] as Value, after: after[column] as Value }));
}

/** Undoing leaves alone what was changed since by someone else. */
export const restored = (now: Venue, changes: readonly FieldChange[]): Partial<Venue> =>
  Object.fromEntries(
    changes
      .filter(({ column, after }) => isDeepStrictEqual(now[column] ?? null, after ?? null))
      .map(({ column, before }) => [column, before ?? null]),
  );

interface Held {
  operatorId: string | null;
  mergedInto: string | null;
}

/** A place that somebody holds is the one to keep; two hosts have to agree first. */
export function checkMergeable(kept: Held, merged: Held): void {
  if (kept.mergedInto !== null || merged.mergedInto !== null)
    throw conflict('duplicate.already_merged', 'L’un de ces lieux a déjà été réuni à un autre. Rechargez la page.');
  if (merged.operatorId === null || merged.operatorId === kept.operatorId) return;
  throw kept.operatorId === null
    ? conflict('duplicate.keep_operated', 'L’autre lieu est tenu par un hôte : c’est sa fiche qu’il faut garder.')
    : conflict(
        'duplicate.two_operators',
        'Ces deux lieux sont tenus par deux organisations. Confiez-les d’abord à la même, puis réunissez-les.',
      );
}
