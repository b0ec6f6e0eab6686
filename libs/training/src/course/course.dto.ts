import { PageQuery, IsCleanText } from '@app/platform';
import { IsIn, IsOptional } from 'class-validator';
import type { CourseStatus, Theme } from './course.rules';

export class ManagedCourses extends PageQuery {
  @IsOptional()
  @IsCleanText({ max: 200 })
  q?: string;

  @IsOptional()
  @IsIn(['draft', 'published', 'archived'])
  status?: CourseStatus;
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
