import { PageQuery, IsCleanText } from '@app/platform';
import { PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { AUDIENCES, FINANCING_REGIMES, MODALITIES, THEMES } from './course.rules';
import type { CourseStatus, FinancingRegime, Modality, Theme } from './course.rules';
import type { SessionStatus } from '../session/session.rules';

export class CourseInput {
  @IsCleanText({ min: 5, max: 150 })
  title: string;

  @IsCleanText({ min: 20, max: 500, multiline: true })
  summary: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsCleanText({ min: 1, max: 300, each: true })
  objectives?: string[];

  @IsOptional()
  @IsCleanText({ max: 20_000, multiline: true })
  content?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(AUDIENCES, { each: true })
  audienceCategories: string[];

  @IsOptional()
  @IsCleanText({ max: 500, multiline: true })
  audienceNote?: string;

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  prerequisites?: string;

  @IsIn(MODALITIES)
  modality: Modality;

  @IsNumber({ maxDecimalPlaces: 1 }, { message: 'La durée est un nombre d’heures, avec au plus une décimale.' })
  @Min(0.5, { message: 'La durée est d’au moins une demi-heure.' })
  @Max(400, { message: 'La durée ne dépasse pas 400 heures.' })
  durationHours: number;

  @IsIn(THEMES)
  theme: Theme;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCleanText({ min: 1, max: 60, each: true })
  keywords?: string[];

  @IsOptional()
  @IsIn(FINANCING_REGIMES)
  financingRegime?: FinancingRegime;

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  evaluation?: string;

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  attestationConditions?: string;
}

export class CourseEdit extends PartialType(CourseInput) {}

export class ManagedCourses extends PageQuery {
  @IsOptional()
  @IsCleanText({ max: 200 })
  q?: string;

  @IsOptional()
  @IsIn(['draft', 'published', 'archived'])
  status?: CourseStatus;
}

export class CourseSession {
  id: string;
  code: string;
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  departementCode: string | null;
  capacity: number;
  seatsLeft: number;
}

export class CourseDetail {
  id: string;
  slug: string;
  title: string;
  summary: string;
  theme: Theme;
  modality: Modality;
  durationHours: number;
  audienceCategories: (typeof AUDIENCES)[number][];
  objectives: string[];
  content: string;
  audienceNote: string;
  prerequisites: string;
  evaluation: string;
  financingRegime: FinancingRegime;
  keywords: string[];
  status: CourseStatus;
  version: number;
  actions: string[];
  sessions: CourseSession[];
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
