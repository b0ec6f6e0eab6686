import { PageQuery, IsCleanText } from '@app/platform';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { AUDIENCES, MODALITIES, THEMES } from './course.rules';
import type { CourseStatus, Modality, Theme } from './course.rules';

export const COURSE_SORTS = ['relevance', 'date', 'title'] as const;

export class CourseSearch extends PageQuery {
  @IsOptional()
  @IsCleanText({ max: 200 })
  q?: string;

  /** Category, or a scheme of the agreement (`mediateur`, `emploi_avenir`). */
  @IsOptional()
  @IsIn(AUDIENCES)
  category?: string;

  @IsOptional()
  @IsIn(MODALITIES)
  modality?: Modality;

  @IsOptional()
  @IsIn(THEMES)
  theme?: Theme;

  @IsOptional()
  @Matches(/^(\d{2}|2[AB]|9[78]\d)$/, { message: 'Le département est un code (01, 2A, 974…).' })
  departement?: string;

  /** INSEE code of a commune: sessions are then told by their distance to it. */
  @IsOptional()
  @Matches(/^(\d{2}|2[AB])\d{3}$/, { message: 'La commune est un code INSEE de cinq caractères.' })
  near?: string;

  @IsOptional()
  @IsIn(COURSE_SORTS)
  sort: (typeof COURSE_SORTS)[number] = 'relevance';
}

export class ManagedCourses extends PageQuery {
  @IsOptional()
  @IsCleanText({ max: 200 })
  q?: string;

  @IsOptional()
  @IsIn(['draft', 'published', 'archived'])
  status?: CourseStatus;
}

/** The session a card announces. */
export class NextSession {
  code: string;
  startsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  departementCode: string | null;
  seatsLeft: number;
  /** Kilometres as the crow flies; null when unknown or not asked. */
  distanceKm: number | null;
}

export class CourseCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  theme: Theme;
  modality: Modality;
  durationHours: number;
  audienceCategories: (typeof AUDIENCES)[number][];
  sessionsCount: number;
  nextSession: NextSession | null;
}

export class CoursePage {
  items: CourseCard[];
  nextCursor: string | null;
  total: number;
}

export class ManagedCourse {
  id: string;
  slug: string;
  title: string;
  theme: Theme;
  status: CourseStatus;
  sessionsCount: number;
  updatedAt: Date;
}

export class ManagedCoursePage {
  items: ManagedCourse[];
  nextCursor: string | null;
}
