import { COURSES } from '../content/courses';
import type { DemoCourse } from '../content/demo-course';
import type { World } from '../world';
import { sheetColumns } from './sheets';

export interface Course extends DemoCourse {
  id: string;
  /** Half-days spent together; a mixed course has its last hours at a distance. */
  halfDays: number;
}

const REMOTE_HOURS = 6;

export const planCourses = (world: World): Course[] =>
  COURSES.map((course) => ({ ...course, id: world.id('course', course.slug), halfDays: halfDaysOf(course) }));

function halfDaysOf({ modality, durationHours }: DemoCourse): number {
  if (modality === 'distance') return 0;
  return (modality === 'mixed' ? durationHours - REMOTE_HOURS : durationHours) / 3;
}

export const courseRows = (world: World, courses: readonly Course[], createdBy: string) =>
  courses.map((course, index) => ({
    id: course.id,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    objectives: course.objectives,
    content: course.content.map((paragraph) => `<p>${paragraph.replace(/&/g, '&amp;')}</p>`).join(''),
    audience_categories: course.audienceCategories,
    audience_note: course.audienceNote,
    prerequisites: course.prerequisites,
    modality: course.modality,
    duration_hours: course.durationHours,
    theme: course.theme,
    keywords: course.keywords,
    financing_regime: course.financingRegime,
    employer_cents: course.employerCents ?? 0,
    is_selective: course.isSelective ?? false,
    evaluation: course.evaluation,
    ...sheetColumns(course, index),
    version: 2,
    status: course.status,
    created_by: createdBy,
    created_at: new Date(Date.UTC(world.year - 1, 8, 1)),
    updated_at: new Date(Date.UTC(world.year - 1, 8, 15)),
  }));
