import { lifecycle } from '@app/platform';

export type CourseStatus = 'draft' | 'published' | 'archived';
export const MODALITIES = ['presence', 'distance', 'mixed', 'immersion', 'work_situation'] as const;
export type Modality = (typeof MODALITIES)[number];
/** Article 4 of the agreement: the CNFPT pays, the parties share, or a project sheet says who pays. */
export const FINANCING_REGIMES = ['cnfpt', 'shared', 'project_sheet'] as const;
export type FinancingRegime = (typeof FINANCING_REGIMES)[number];
export const MATERIALS_RGAA = ['conforme', 'partiel', 'non_conforme', 'non_evalue'] as const;
export type MaterialsRgaa = (typeof MATERIALS_RGAA)[number];
export const AUDIENCES = ['A+', 'A', 'B', 'C', 'mediateur', 'emploi_avenir'] as const;
export const THEMES = [
  'culture-numerique', 'donnees-ouvertes', 'mediation-numerique', 'accessibilite-numerique', 'e-administration',
  'protection-des-donnees', 'fabrication-numerique', 'e-reputation', 'education-aux-medias', 'securite-numerique',
  'outils-collaboratifs', 'pilotage-numerique',
] as const;
export type Theme = (typeof THEMES)[number];

export const courseLifecycle = lifecycle<CourseStatus, 'publish' | 'archive'>({
  publish: { from: ['draft', 'archived'], to: 'published' },
  archive: { from: ['published'], to: 'archived' },
});

/** The address of a course: its title, without accents, in lower case. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 90);
