import { IsCleanText, IsLocalDate, IsRichText } from '@app/platform';
import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { SessionStatus } from '../session/session.rules';
import { MATERIALS_RGAA, MODALITIES, THEMES } from './course.rules';
import type { CourseStatus, MaterialsRgaa, Modality, Theme } from './course.rules';

export class AudienceRuleInput {
  /** Of `GET /reference/audiences`. */
  @IsCleanText({ min: 1, max: 40 })
  code: string;

  /** First day. */
  @IsLocalDate()
  from: string;

  /** Last day; none when null or absent. */
  @IsOptional()
  @IsLocalDate()
  until?: string | null;
}

export class CompetencyLevelInput {
  @IsUUID()
  id: string;

  /** From 1, among those of its framework; none when null or absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  level?: number | null;
}

export class CourseInput {
  @IsCleanText({ min: 5, max: 150 })
  title: string;

  @IsCleanText({ min: 20, max: 500, multiline: true })
  summary: string;

  @IsIn(THEMES)
  theme: Theme;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCleanText({ min: 1, max: 60, each: true })
  keywords?: string[];

  /** Professional situations in which the agent will be able to act. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsCleanText({ min: 1, max: 300, each: true })
  situations?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsCleanText({ min: 1, max: 300, each: true })
  objectives?: string[];

  /** HTML: `p`, `h3`, `h4`, `ul`, `ol`, `li`, `strong`, `em`, `a`, `br`, `blockquote`; anything else is taken away. */
  @IsOptional()
  @IsRichText({ max: 40_000 })
  content?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AudienceRuleInput)
  audiences?: AudienceRuleInput[];

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

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  evaluation?: string;

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  attestationConditions?: string;

  /** Of the course: rooms, pace, adaptations. */
  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  accessibility?: string;

  /** Of its materials, under the RGAA. */
  @IsOptional()
  @IsIn(MATERIALS_RGAA)
  materialsRgaa?: MaterialsRgaa;

  /** Codes of the répertoire des métiers territoriaux. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCleanText({ min: 1, max: 20, each: true })
  metiers?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ id }: CompetencyLevelInput) => id)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CompetencyLevelInput)
  competencies?: CompetencyLevelInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsCleanText({ min: 1, max: 10, each: true })
  nsf?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsCleanText({ min: 1, max: 10, each: true })
  rome?: string[];

  /** Of `GET /reference/financing-regimes`. */
  @IsOptional()
  @IsCleanText({ min: 1, max: 40 })
  financingRegime?: string;

  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  financingConditions?: string;

  /** What is left to the employer of each participant, in cents. Nothing where the CNFPT pays for all. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employerCents?: number;

  /** The organiser chooses among the requests, rather than in their order. */
  @IsOptional()
  @IsBoolean()
  isSelective?: boolean;

  @IsOptional()
  @IsCleanText({ min: 1, max: 200 })
  source?: string;

  @IsOptional()
  @IsCleanText({ max: 500, multiline: true })
  attribution?: string;
}

export class CourseEdit extends PartialType(CourseInput) {}

export class CodeLabel {
  code: string;
  label: string;
}

export class AudienceRuleView extends CodeLabel {
  /** First and last days, `YYYY-MM-DD`; no last day when null. */
  from: string;
  until: string | null;
}

export class CompetencyLevelView extends CodeLabel {
  id: string;
  framework: string;
  /** Of the label, as an HTML `lang`. */
  language: string;
  /** The names of the levels of its framework, from the first. */
  levels: string[];
  level: number | null;
  levelLabel: string | null;
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
  enrolmentClosesAt: Date;
}

export class FinancingRegimeView extends CodeLabel {
  conditions: string;
}

/** What the sheet still has to say before it may be published. */
export class MissingMentionView {
  /** JSON pointer of the field. */
  pointer: string;
  label: string;
}

export class CourseDetail {
  id: string;
  slug: string;
  title: string;
  summary: string;
  theme: Theme;
  keywords: string[];
  situations: string[];
  objectives: string[];
  /** Sanitised HTML. */
  content: string;
  /** Codes of the audiences of today. */
  audienceCategories: string[];
  /** All the dated rules, past and to come. */
  audiences: AudienceRuleView[];
  audienceNote: string;
  prerequisites: string;
  metiers: CodeLabel[];
  competencies: CompetencyLevelView[];
  modality: Modality;
  durationHours: number;
  evaluation: string;
  attestationConditions: string;
  accessibility: string;
  materialsRgaa: MaterialsRgaa;
  financingRegime: string;
  financing: FinancingRegimeView;
  financingConditions: string;
  /** Left to the employer of each participant, in cents. */
  employerCents: number;
  nsf: CodeLabel[];
  rome: CodeLabel[];
  /** The organiser chooses among the requests, rather than in their order. */
  isSelective: boolean;
  source: string;
  attribution: string;
  status: CourseStatus;
  version: number;
  updatedAt: Date;
  actions: string[];
  /** Empty for the public. */
  missing: MissingMentionView[];
  sessions: CourseSession[];
}
