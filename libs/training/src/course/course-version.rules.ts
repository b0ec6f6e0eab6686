import { plainText } from '@app/platform';
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { CourseStatus, MaterialsRgaa, Modality, Theme } from './course.rules';

export interface Labelled {
  code: string;
  label: string;
}

/** A whole sheet with the labels its codes had: what it said can be read even when the references have changed. */
export interface Snapshot {
  title: string;
  summary: string;
  theme: Theme;
  keywords: string[];
  situations: string[];
  objectives: string[];
  content: string;
  audiences: (Labelled & { from: string; until: string | null })[];
  audienceNote: string;
  prerequisites: string;
  modality: Modality;
  durationHours: number;
  evaluation: string;
  attestationConditions: string;
  accessibility: string;
  materialsRgaa: MaterialsRgaa;
  metiers: Labelled[];
  competencies: (Labelled & { id: string; framework: string; language: string; levels: string[]; level: number | null; levelLabel: string | null })[];
  nsf: Labelled[];
  rome: Labelled[];
  financingRegime: string;
  financingConditions: string;
  employerCents: number;
  isSelective: boolean;
  source: string;
  attribution: string;
  status: CourseStatus;
}

/** In the order in which a sheet is read. */
const FIELDS = [
  'title', 'summary', 'status', 'theme', 'keywords', 'situations', 'objectives', 'competencies', 'content', 'audiences', 'audienceNote', 'prerequisites', 'metiers',
  'modality', 'durationHours', 'evaluation', 'attestationConditions', 'accessibility', 'materialsRgaa', 'financingRegime', 'financingConditions', 'employerCents', 'nsf', 'rome',
  'isSelective', 'source', 'attribution',
] as const satisfies readonly (keyof Snapshot)[];
export type SheetField = (typeof FIELDS)[number];

export const snapshotOf = (sheet: Snapshot): Snapshot => Object.fromEntries(FIELDS.map((field) => [field, sheet[field]])) as unknown as Snapshot;

/** What versions said that were written before the sheet had this part. */
const BEFORE: Partial<Snapshot> = { isSelective: false, employerCents: 0 };
export const said = <F extends keyof Snapshot>(snapshot: Snapshot, field: F): Snapshot[F] => snapshot[field] ?? BEFORE[field]!;

/** jsonb gives the keys of an object back in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

export const changedFields = (before: Snapshot, after: Snapshot): SheetField[] =>
  FIELDS.filter((field) => canonical(said(before, field)) !== canonical(said(after, field)));

export interface DifferencePart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

export interface FieldDifference {
  field: SheetField;
  /** `words`: a text, to be read in a row. `items`: one part per line. `markup`: the words are the same, only their layout changed. */
  kind: 'words' | 'items' | 'markup';
  parts: DifferencePart[];
}

/** Beyond this many edits two texts have little in common: the old one is shown, then the new one. */
const MOST_EDITS = 2_000;

/** What changed between two versions, field by field; nothing of the fields that did not. */
export const differences = (before: Snapshot, after: Snapshot): FieldDifference[] => changedFields(before, after).map((field) => ofField(field, said(before, field), said(after, field)));

function ofField(field: SheetField, before: Snapshot[SheetField], after: Snapshot[SheetField]): FieldDifference {
  if (Array.isArray(before) && Array.isArray(after)) return { field, kind: 'items', parts: ofItems(before.map(itemText), after.map(itemText)) };
  if (field !== 'content') return { field, kind: 'words', parts: ofWords(String(before), String(after)) };
  const [was, is] = [plainText(String(before)), plainText(String(after))];
  return was === is ? { field, kind: 'markup', parts: [] } : { field, kind: 'words', parts: ofWords(was, is) };
}

function ofWords(before: string, after: string): DifferencePart[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!found) return [{ text: before, change: 'removed' as const }, { text: after, change: 'added' as const }].filter(({ text }) => text);
  return found.map(({ value, added, removed }) => ({ text: value, change: change(added, removed) }));
}

const ofItems = (before: string[], after: string[]): DifferencePart[] =>
  diffArrays(before, after).flatMap(({ value, added, removed }) => value.map((text) => ({ text, change: change(added, removed) })));

const change = (added: boolean, removed: boolean): DifferencePart['change'] => (added ? 'added' : removed ? 'removed' : 'same');

type Item = string | (Labelled & { from?: string; until?: string | null; levelLabel?: string | null });
function itemText(item: Item): string {
  if (typeof item === 'string') return item;
  const { code, label, from, until, levelLabel } = item;
  if (from !== undefined) return `${label}, à partir du ${french(from)}${until ? `, jusqu’au ${french(until)}` : ''}`;
  return `${code} ${label}${levelLabel ? ` (niveau ${levelLabel})` : ''}`;
}

const french = (day: string): string => day.split('-').reverse().join('/');
