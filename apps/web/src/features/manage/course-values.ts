import type { DefaultValues } from 'react-hook-form';
import type { CourseDetail, CourseInput } from '../../api/types';
import { linesOf } from '../../ui/lines';

/** The course as it is typed: lists are one item per line. */
export type CourseValues = Omit<CourseInput, 'objectives' | 'keywords'> & {
  objectiveLines: string;
  keywordLines: string;
};

/** Its author chooses the theme. */
export const newCourse: DefaultValues<CourseValues> = {
  title: '',
  summary: '',
  modality: 'presence',
  durationHours: 7,
  audienceCategories: [],
  audienceNote: '',
  objectiveLines: '',
  content: '',
  prerequisites: '',
  evaluation: '',
  keywordLines: '',
  financingRegime: 'cnfpt',
};

export const valuesOf = (course: CourseDetail): CourseValues => ({
  title: course.title,
  summary: course.summary,
  theme: course.theme,
  modality: course.modality,
  durationHours: course.durationHours,
  audienceCategories: course.audienceCategories,
  audienceNote: course.audienceNote,
  objectiveLines: course.objectives.join('\n'),
  content: course.content,
  prerequisites: course.prerequisites,
  evaluation: course.evaluation,
  keywordLines: course.keywords.join('\n'),
  financingRegime: course.financingRegime,
});

export const inputOf = ({ objectiveLines, keywordLines, ...values }: CourseValues): CourseInput => ({
  ...values,
  objectives: linesOf(objectiveLines),
  keywords: linesOf(keywordLines),
});
