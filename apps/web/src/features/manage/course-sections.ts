import { linesOf } from '../../ui/lines';
import type { CourseValues } from './course-values';
import { text } from './sheet-text';

/** The parts of the editing screen, in order, with the fields that a published sheet cannot leave empty. */
export const SECTIONS = [
  { id: 'essentiel', title: text.essentials, asked: [] },
  { id: 'objectifs', title: text.aims, asked: ['objectives'] },
  { id: 'contenu', title: text.content, asked: ['content'] },
  { id: 'public', title: text.people, asked: ['audiences', 'prerequisites'] },
  { id: 'organisation', title: text.organisation, asked: ['attestationConditions'] },
  { id: 'accessibilite', title: text.access, asked: [] },
  { id: 'financement', title: text.money, asked: ['financingConditions'] },
  { id: 'source', title: text.origin, asked: [] },
] as const satisfies { id: string; title: string; asked: readonly (keyof CourseValues)[] }[];

export type SectionId = (typeof SECTIONS)[number]['id'];

const isEmpty = (values: CourseValues, field: keyof CourseValues): boolean => {
  const value = values[field];
  if (Array.isArray(value)) return value.length === 0;
  return field === 'objectives' ? linesOf(values.objectives).length === 0 : String(value ?? '').trim() === '';
};

/** How many mentions a part still lacks, while one types; the server judges again when the sheet is published. */
export const missingIn = (id: SectionId, values: CourseValues, needsTerms: boolean): number =>
  SECTIONS.find((section) => section.id === id)!.asked.filter((field: keyof CourseValues) => (field !== 'financingConditions' || needsTerms) && isEmpty(values, field)).length;

/** In which part the field of a JSON pointer is. */
export const sectionOf = (pointer: string): SectionId =>
  SECTIONS.find(({ asked }) => (asked as readonly string[]).includes(pointer.slice(1)))?.id ?? 'essentiel';
