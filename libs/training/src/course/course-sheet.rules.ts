import { invalid, Problem } from '@app/platform';
import { said, type Snapshot } from './course-version.rules';

export interface AudienceRule {
  code: string;
  /** First and last days, `YYYY-MM-DD`; no last day when null. */
  from: string;
  until: string | null;
}

/** All that a sheet says, by codes. */
export type Sheet = Omit<Snapshot, 'audiences' | 'metiers' | 'competencies' | 'nsf' | 'rome' | 'status'> & {
  audiences: AudienceRule[];
  metiers: string[];
  competencies: { id: string; level: number | null }[];
  nsf: string[];
  rome: string[];
};

/** What a new draft has not been told yet. */
export const EMPTY = {
  keywords: [], situations: [], objectives: [], content: '', audiences: [], audienceNote: '', prerequisites: '', metiers: [], competencies: [], evaluation: '',
  attestationConditions: '', accessibility: '', materialsRgaa: 'non_evalue', financingRegime: 'cnfpt', financingConditions: '', employerCents: 0, nsf: [], rome: [], isSelective: false,
  source: 'Relais', attribution: '',
} satisfies Partial<Sheet>;

/** The parts of a sheet that a request gives: null says nothing, as absence does; ids as the database writes them. */
export function given({ audiences, competencies, ...rest }: SheetInput): Partial<Sheet> {
  const told = Object.entries({
    ...rest,
    audiences: audiences?.map(({ code, from, until }) => ({ code, from, until: until ?? null })),
    competencies: competencies?.map(({ id, level }) => ({ id: id.toLowerCase(), level: level ?? null })),
  }).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(told) as Partial<Sheet>;
}

type SheetInput = Partial<Omit<Sheet, 'audiences' | 'competencies'>> & {
  audiences?: { code: string; from: string; until?: string | null }[];
  competencies?: { id: string; level?: number | null }[];
};

/** Of what is known of a sheet, what it says, by codes. */
export const sheetOf = (snapshot: Snapshot): Sheet => ({
  title: snapshot.title, summary: snapshot.summary, theme: snapshot.theme, keywords: snapshot.keywords, situations: snapshot.situations,
  objectives: snapshot.objectives, content: snapshot.content, audienceNote: snapshot.audienceNote, prerequisites: snapshot.prerequisites,
  modality: snapshot.modality, durationHours: snapshot.durationHours, evaluation: snapshot.evaluation, attestationConditions: snapshot.attestationConditions,
  accessibility: snapshot.accessibility, materialsRgaa: snapshot.materialsRgaa, financingRegime: snapshot.financingRegime,
  financingConditions: snapshot.financingConditions, employerCents: said(snapshot, 'employerCents'), isSelective: said(snapshot, 'isSelective'), source: snapshot.source, attribution: snapshot.attribution,
  audiences: snapshot.audiences.map(({ code, from, until }) => ({ code, from, until })),
  metiers: codes(snapshot.metiers),
  competencies: snapshot.competencies.map(({ id, level }) => ({ id, level })),
  nsf: codes(snapshot.nsf),
  rome: codes(snapshot.rome),
});

const codes = (labelled: { code: string }[]): string[] => labelled.map(({ code }) => code);

/** Whom it is for on that day. */
export const audiencesOn = (rules: readonly AudienceRule[], day: string): string[] =>
  [...new Set(rules.filter(({ from, until }) => from <= day && (until === null || day <= until)).map(({ code }) => code))];

/** What the references know of the codes given, to be judged with them. */
export interface Known {
  audiences: { code: string; from: string; until: string | null }[];
  metiers: string[];
  competencies: { id: string; levels: number }[];
  nsf: string[];
  rome: string[];
  regime: { code: string; from: string; until: string | null; needsTerms: boolean } | null;
}

/** What the CNFPT pays for leaves nothing to employers. */
export function checkShare({ financingRegime, employerCents }: Sheet): void {
  if (employerCents > 0 && financingRegime === 'cnfpt') throw invalid('/employerCents', 'course.employer_cents', 'Une formation que le CNFPT prend en charge ne laisse rien à payer à l’employeur.');
}

type Fault = [pointer: string, code: string, detail: string];

/** Every code is known, every rule is for days that exist, and no level is beyond those of its framework. */
export function checkSheet(edit: Partial<Sheet>, known: Known, today: string): void {
  const faults = [...audienceFaults(edit.audiences ?? [], known), ...codeFaults(edit, known), ...regimeFaults(edit, known, today)];
  const [first] = faults;
  if (!first) return;
  throw faults.length === 1
    ? invalid(...first)
    : new Problem(422, 'request.invalid', 'Certaines informations sont à corriger.', { errors: faults.map(([pointer, code, detail]) => ({ pointer, code, detail })) });
}

function audienceFaults(rules: readonly AudienceRule[], known: Known): Fault[] {
  return rules.flatMap((rule, index): Fault[] => {
    const at = `/audiences/${index}`;
    const audience = known.audiences.find(({ code }) => code === rule.code);
    if (!audience) return [[`${at}/code`, 'course.audience_unknown', 'Ce public n’existe pas.']];
    if (rule.until !== null && rule.until < rule.from) return [[`${at}/until`, 'course.audience_inverted', 'La fin vient avant le début.']];
    if (rule.from < audience.from) return [[`${at}/from`, 'course.audience_too_early', `Ce public n’existe qu’à partir du ${french(audience.from)}.`]];
    if (audience.until !== null && (rule.until === null || rule.until > audience.until))
      return [[`${at}/until`, 'course.audience_ended', `Ce public n’existe que jusqu’au ${french(audience.until)}.`]];
    const twice = rules.slice(0, index).some((other) => other.code === rule.code && other.from <= (rule.until ?? '9999') && rule.from <= (other.until ?? '9999'));
    return twice ? [[`${at}/from`, 'course.audience_overlap', 'Une autre règle dit déjà ce public pour ces jours.']] : [];
  });
}

function codeFaults(edit: Partial<Sheet>, known: Known): Fault[] {
  const unknown = (field: 'metiers' | 'nsf' | 'rome', what: string): Fault[] =>
    (edit[field] ?? []).flatMap((code, index): Fault[] => (known[field].includes(code) ? [] : [[`/${field}/${index}`, 'course.code_unknown', `${code} ${what}`]]));
  return [
    ...unknown('metiers', 'n’est pas un code du répertoire des métiers territoriaux.'),
    ...unknown('nsf', 'n’est pas un code de la nomenclature NSF.'),
    ...unknown('rome', 'n’est pas un code du ROME.'),
    ...(edit.competencies ?? []).flatMap(({ id, level }, index): Fault[] => {
      const competency = known.competencies.find((one) => one.id === id);
      if (!competency) return [[`/competencies/${index}/id`, 'course.competency_unknown', 'Cette compétence n’est dans aucun référentiel.']];
      if (level === null || level <= competency.levels) return [];
      return [[`/competencies/${index}/level`, 'course.level_unknown', competency.levels ? `Ce référentiel a ${competency.levels} niveaux.` : 'Ce référentiel n’a pas de niveaux.']];
    }),
  ];
}

function regimeFaults({ financingRegime }: Partial<Sheet>, { regime }: Known, today: string): Fault[] {
  if (financingRegime === undefined) return [];
  if (!regime) return [['/financingRegime', 'course.financing_unknown', 'Ce régime de financement n’existe pas.']];
  if (today < regime.from || (regime.until !== null && regime.until < today)) return [['/financingRegime', 'course.financing_ended', 'Ce régime de financement n’est pas en vigueur.']];
  return [];
}

const french = (day: string): string => day.split('-').reverse().join('/');
