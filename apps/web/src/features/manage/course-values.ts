import type { DefaultValues } from 'react-hook-form';
import type { CourseDetail, CourseInput } from '../../api/types';
import { linesOf } from '../../ui/lines';
import type { CompetencyValue } from '../reference/competencies-field';
import type { Coded } from '../reference/found-field';

export interface AudienceValue {
  code: string;
  from: string;
  until: string;
}

type Lists = 'keywords' | 'situations' | 'objectives' | 'audiences' | 'metiers' | 'competencies' | 'nsf' | 'rome';

/** The course as it is typed: lists of words are one item per line, codes keep their labels. */
export type CourseValues = Required<Omit<CourseInput, Lists>> & {
  keywords: string;
  situations: string;
  objectives: string;
  audiences: AudienceValue[];
  metiers: Coded[];
  competencies: CompetencyValue[];
  nsf: Coded[];
  rome: Coded[];
};

/** Its author chooses the theme. */
export const newCourse: DefaultValues<CourseValues> = {
  title: '',
  summary: '',
  keywords: '',
  situations: '',
  objectives: '',
  content: '',
  audiences: [],
  audienceNote: '',
  prerequisites: '',
  modality: 'presence',
  durationHours: 7,
  evaluation: '',
  attestationConditions: '',
  accessibility: '',
  materialsRgaa: 'non_evalue',
  metiers: [],
  competencies: [],
  nsf: [],
  rome: [],
  financingRegime: 'cnfpt',
  financingConditions: '',
  employerCents: 0,
  isSelective: false,
  source: 'Relais',
  attribution: '',
};

export const valuesOf = (course: CourseDetail): CourseValues => ({
  title: course.title,
  summary: course.summary,
  theme: course.theme,
  keywords: course.keywords.join('\n'),
  situations: course.situations.join('\n'),
  objectives: course.objectives.join('\n'),
  content: course.content,
  audiences: course.audiences.map(({ code, from, until }) => ({ code, from, until: until ?? '' })),
  audienceNote: course.audienceNote,
  prerequisites: course.prerequisites,
  modality: course.modality,
  durationHours: course.durationHours,
  evaluation: course.evaluation,
  attestationConditions: course.attestationConditions,
  accessibility: course.accessibility,
  materialsRgaa: course.materialsRgaa,
  metiers: course.metiers,
  competencies: course.competencies.map(({ id, code, label, language, levels, level }) => ({ id, code, label, language, levels, level })),
  nsf: course.nsf,
  rome: course.rome,
  financingRegime: course.financingRegime,
  financingConditions: course.financingConditions,
  employerCents: course.employerCents,
  isSelective: course.isSelective,
  source: course.source,
  attribution: course.attribution,
});

const codes = (chosen: Coded[]): string[] => chosen.map(({ code }) => code);

export const inputOf = (values: CourseValues): CourseInput => ({
  ...values,
  employerCents: values.financingRegime === 'cnfpt' ? 0 : (values.employerCents ?? 0),
  keywords: linesOf(values.keywords),
  situations: linesOf(values.situations),
  objectives: linesOf(values.objectives),
  audiences: values.audiences.map(({ code, from, until }) => ({ code, from, until: until || null })),
  metiers: codes(values.metiers),
  competencies: values.competencies.map(({ id, level }) => ({ id, level })),
  nsf: codes(values.nsf),
  rome: codes(values.rome),
});
