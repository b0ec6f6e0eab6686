const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/** The words a person typed, without accents or case; an elision or a hyphen parts them. */
export function typedWords(typed: string): string[] {
  const words = typed
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** Roots that stand for one another: those of a family of words, as « animateur » and « animatrice ». */
export type Family = string[];

/** A word that the sheets hold, near to one that they do not. */
export interface Nearby {
  written: string;
  family: Family;
}

/** A typed word that says something, as the vocabulary of the sheets knows it. */
export interface ReadWord {
  /** Its rank among those that say something, from 1. */
  n: number;
  word: string;
  /** Says nothing in a catalogue, as « formation ». */
  hollow: boolean;
  /** The roots of its family that sheets hold; none when they do not know it. */
  family: Family;
  /** What begins like it, when it is not known. */
  begun: Nearby[];
  /** What it may be a slip for, when nothing begins like it either. */
  meant: Nearby[];
}

/** The words from `first` to `last` are a term that has equivalents, each a list of families that go together. */
export interface Equivalence {
  first: number;
  last: number;
  terms: Family[][];
}

/** One thing asked: what was typed (nothing when no sheet holds it), or instead any of its equivalents. */
export interface Unit {
  typed: Family[];
  others: Family[][];
}

export interface Correction {
  typed: string;
  meant: string;
}

export interface Question {
  units: Unit[];
  corrections: Correction[];
  /** Words that no sheet holds; they are left aside. */
  unknown: string[];
}

/** What is asked: terms that have equivalents, the longest first, then each other word that tells something. */
export function questionOf(words: readonly ReadWord[], equivalences: readonly Equivalence[]): Question {
  const telling = words.some(({ hollow }) => !hollow) ? words.filter(({ hollow }) => !hollow) : words;
  const [units, corrections, unknown]: [(Unit & { n: number })[], Correction[], string[]] = [[], [], []];
  const taken = new Set<number>();
  for (const { first, last, terms } of longestFirst(equivalences)) {
    const span = words.filter(({ n }) => n >= first && n <= last);
    if (span.some(({ n }) => taken.has(n))) continue;
    for (const { n } of span) taken.add(n);
    const families = span.map(({ family }) => family);
    units.push({ n: first, typed: families.every((family) => family.length) ? families : [], others: terms });
  }
  for (const { n, word, family, begun, meant } of telling) {
    if (taken.has(n)) continue;
    const known = family.length ? [{ written: word, family }] : begun.length ? begun : meant;
    if (known.length === 1) units.push({ n, typed: [known[0]!.family], others: [] });
    else if (known.length) units.push({ n, typed: [], others: known.map((one) => [one.family]) });
    else unknown.push(word);
    if (known === meant && meant.length) corrections.push({ typed: word, meant: meant[0]!.written });
  }
  return { units: units.sort((a, b) => a.n - b.n).map(({ typed, others }) => ({ typed, others })), corrections, unknown };
}

const longestFirst = (equivalences: readonly Equivalence[]): Equivalence[] =>
  [...equivalences].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);

const either = (parts: readonly string[]): string => `(${parts.join(' | ')})`;
const together = (families: readonly Family[]): string => `(${families.map(either).join(' & ')})`;
const terms = ({ typed, others }: Unit): Family[][] => (typed.length ? [typed, ...others] : others);

/** As PostgreSQL reads them; roots are made of letters and figures only. */
export const unitQuery = (unit: Unit): string => either(terms(unit).map(together));
export const allOf = (units: readonly Unit[]): string => units.map(unitQuery).join(' & ');
export const anyOf = (units: readonly Unit[]): string => units.map(unitQuery).join(' | ');
/** The words as they were typed, which count more than what they may stand for. */
export const asTyped = (units: readonly Unit[]): string => units.flatMap((unit) => (unit.typed.length ? [unit.typed] : unit.others)).flat().map(either).join(' | ');
/** Words that more sheets hold tell little: they are left aside when some of the words are enough and a rarer one is left. */
const COMMON = 1000;

/** The units to look for when nothing holds them all, each with what it weighs: the rarer, the more. `sheets`: how many hold each. */
export function telling(units: readonly Unit[], sheets: readonly number[]): { units: Unit[]; weights: number[] } {
  const most = Math.max(COMMON, Math.min(...sheets));
  const kept = units.flatMap((unit, n) => (sheets[n]! <= most ? [{ unit, weight: 3 / Math.log(2 + sheets[n]!) }] : []));
  return { units: kept.map(({ unit }) => unit), weights: kept.map(({ weight }) => weight) };
}

/** How many sheets hold a unit, at most, when each root is held by so many. */
export const heldBy = (unit: Unit, courses: ReadonlyMap<string, number>): number =>
  terms(unit).reduce((sum, families) => sum + Math.min(...families.map((family) => family.reduce((all, root) => all + (courses.get(root) ?? 0), 0))), 0);
