import type { Sheet } from './course-sheet.rules';

export interface MissingMention {
  /** JSON pointer of the field to fill. */
  pointer: string;
  label: string;
}

/** What a sheet must say before anyone may enrol (order of 1 August 2023, article 3) and, under article 4, who pays. Modality and duration are never empty. */
export function missingMentions(sheet: Sheet, needsTerms: boolean): MissingMention[] {
  const asked: [keyof Sheet, boolean, string][] = [
    ['objectives', sheet.objectives.length > 0, 'les objectifs'],
    ['audiences', sheet.audiences.length > 0, 'le public'],
    ['prerequisites', sheet.prerequisites !== '', 'les prérequis (« Aucun prérequis. » s’il n’y en a pas)'],
    ['content', sheet.content !== '', 'le contenu'],
    ['attestationConditions', sheet.attestationConditions !== '', 'les conditions d’attestation'],
    ['financingConditions', !needsTerms || sheet.financingConditions !== '', 'les conditions du financement'],
  ];
  return asked.filter(([, said]) => !said).map(([field, , label]) => ({ pointer: `/${field}`, label }));
}

/** « les objectifs, le public et le contenu » */
export const listed = (missing: readonly MissingMention[]): string => new Intl.ListFormat('fr').format(missing.map(({ label }) => label));
