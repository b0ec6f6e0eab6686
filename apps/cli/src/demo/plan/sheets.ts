import { ACCESSIBILITY, ATTESTATIONS, SHEETS, TERMS } from '../content/sheets';
import type { Course } from './courses';
import type { TrainerRow } from './trainers';

const RGAA = ['conforme', 'partiel', 'conforme', 'non_evalue'] as const;
const SINCE = '2015-10-01';

/** What each sheet adds to what its author wrote: the theme says most of it, its place in the list the rest. */
export const sheetColumns = (course: Course, index: number) => ({
  situations: SHEETS[course.theme].situations.slice(0, 2 + (index % 2)),
  // A draft still has something to be completed before it is published.
  attestation_conditions: course.status === 'draft' ? '' : ATTESTATIONS[course.modality],
  accessibility: ACCESSIBILITY[index % ACCESSIBILITY.length],
  materials_rgaa: course.theme === 'accessibilite-numerique' ? 'conforme' : RGAA[index % RGAA.length],
  financing_conditions: TERMS[course.financingRegime],
  source: index % 6 === 5 ? 'Agence du Numérique' : 'CNFPT',
  attribution: index % 6 === 5 ? 'Adapté d’un module de l’Agence du Numérique, avec son accord.' : '',
});

/** Trainers teach what the sheets of their specialities aim at, up to the highest of the levels; one in six has not said it yet. */
export const taughtBy = (trainers: readonly TrainerRow[]) =>
  trainers
    .filter((_, rank) => rank % 6 !== 5)
    .flatMap(({ person_id, specialities }) => {
      const levels = new Map<string, number>();
      for (const [code, level] of specialities.flatMap((theme) => SHEETS[theme as Course['theme']].competencies)) levels.set(code, Math.max(level, levels.get(code) ?? 0));
      return [...levels].map(([code, level]) => ({ trainer_id: person_id, code, level }));
    });

/** The rows that link sheets to the references; competencies by their code, since their ids are those of the database. */
export const sheetLinks = (courses: readonly Course[]) => ({
  audiences: courses.flatMap(({ id, audienceCategories }) => audienceCategories.map((audience) => ({ course_id: id, audience, valid_from: SINCE }))),
  metiers: courses.flatMap(({ id, theme }) => SHEETS[theme].metiers.map((metier_code) => ({ course_id: id, metier_code }))),
  competencies: courses.flatMap(({ id, theme }) => SHEETS[theme].competencies.map(([code, level]) => ({ course_id: id, code, level }))),
  codes: courses.flatMap(({ id, theme }) =>
    (['nsf', 'rome'] as const).flatMap((scheme) => SHEETS[theme][scheme].map((code) => ({ course_id: id, scheme, code }))),
  ),
});
