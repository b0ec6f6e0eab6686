import type { CourseCard, CourseInput, CourseStatus, SessionStatus } from '../../api/types';
import type { Option } from '../../ui/choice';
import { isPast } from '../../ui/dates';
import type { StatusTone } from '../../ui/status';

export const modalities: Record<CourseInput['modality'], string> = {
  presence: 'En présence',
  distance: 'À distance',
  mixed: 'En présence et à distance',
  immersion: 'En immersion',
  work_situation: 'En situation de travail',
};

export const audiences: Record<CourseCard['audienceCategories'][number], string> = {
  'A+': 'Catégorie A+',
  A: 'Catégorie A',
  B: 'Catégorie B',
  C: 'Catégorie C',
  mediateur: 'Médiateurs numériques',
  emploi_avenir: 'Emplois d’avenir',
};

export const themes: Record<CourseInput['theme'], string> = {
  'culture-numerique': 'Culture numérique',
  'donnees-ouvertes': 'Données ouvertes',
  'mediation-numerique': 'Médiation numérique',
  'accessibilite-numerique': 'Accessibilité numérique',
  'e-administration': 'Administration en ligne',
  'protection-des-donnees': 'Protection des données',
  'fabrication-numerique': 'Fabrication numérique',
  'e-reputation': 'Réputation en ligne',
  'education-aux-medias': 'Éducation aux médias',
  'securite-numerique': 'Sécurité numérique',
  'outils-collaboratifs': 'Outils collaboratifs',
  'pilotage-numerique': 'Pilotage du numérique',
};

/** Of the materials of a course, under the RGAA. */
export const materials: Record<NonNullable<CourseInput['materialsRgaa']>, string> = {
  conforme: 'Conformes au RGAA',
  partiel: 'Partiellement conformes au RGAA',
  non_conforme: 'Non conformes au RGAA',
  non_evalue: 'Accessibilité non évaluée',
};

/** What a seat costs, for a filter; a sheet says its own regime in full. */
export const costs = {
  cnfpt: 'Pris en charge par le CNFPT',
  shared: 'Partagé entre le CNFPT et l’État',
  project_sheet: 'Selon la fiche de l’action',
};

export const courseStatuses: Record<CourseStatus, string> = {
  draft: 'Brouillon',
  published: 'Publiée',
  archived: 'Archivée',
};

const sessionStatuses: Record<SessionStatus, { label: string; tone: StatusTone }> = {
  draft: { label: 'En préparation', tone: 'neutral' },
  open: { label: 'Inscriptions ouvertes', tone: 'active' },
  confirmed: { label: 'Session confirmée', tone: 'good' },
  running: { label: 'En cours', tone: 'active' },
  closed: { label: 'Terminée', tone: 'neutral' },
  postponed: { label: 'Reportée', tone: 'bad' },
  cancelled: { label: 'Annulée', tone: 'bad' },
};

const requestsClosed = { label: 'Demandes closes', tone: 'neutral' } as const satisfies { label: string; tone: StatusTone };

/** A session that is open says so only as long as it takes requests. */
export const sessionStatus = ({ status, enrolmentClosesAt }: { status: SessionStatus; enrolmentClosesAt: string }) =>
  status === 'open' && isPast(enrolmentClosesAt) ? requestsClosed : sessionStatuses[status];

/** What a manager tells sessions apart by. */
export const sessionStates: Record<SessionStatus | 'requests_closed', string> = {
  draft: sessionStatuses.draft.label,
  open: sessionStatuses.open.label,
  requests_closed: requestsClosed.label,
  confirmed: sessionStatuses.confirmed.label,
  running: sessionStatuses.running.label,
  closed: sessionStatuses.closed.label,
  postponed: sessionStatuses.postponed.label,
  cancelled: sessionStatuses.cancelled.label,
};

/** The label of a code, or the code itself: partners may add codes before we name them. */
export const named = (labels: Record<string, string>, code: string): string => labels[code] ?? code;

/** The codes we name, in the order in which they are offered. */
export const codesOf = <C extends string>(labels: Record<C, unknown>) => Object.keys(labels) as C[];

export const optionsOf = <C extends string>(labels: Record<C, string>): Option<C>[] =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }));

/** The same for a filter: an empty value keeps everything. */
export const withAll = <C extends string>(all: string, options: Option<C>[]): Option<C | ''>[] => [
  { value: '', label: all },
  ...options,
];

const and = new Intl.ListFormat('fr-FR');

/** « Catégories A et B, médiateurs numériques » */
export function audienceText(codes: string[]): string {
  const categories = codes.filter((code) => code in audiences && code.length <= 2);
  const others = codes.filter((code) => !categories.includes(code)).map((code) => named(audiences, code));
  const first =
    categories.length === 0 ? [] : [`${categories.length > 1 ? 'Catégories' : 'Catégorie'} ${and.format(categories)}`];
  return [...first, ...others].join(', ');
}
