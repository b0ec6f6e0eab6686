import { IsCleanText } from '@app/platform';
import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { BudgetView } from './budget.dto';
import { type Opinion, OPINIONS } from './chain.rules';

export class ChainInput {
  @IsBoolean() online: boolean;
  @IsIn(OPINIONS, { message: 'L’avis n’est pas demandé, informe, ou met fin à la demande s’il est défavorable.' }) opinion: Opinion;
  @IsInt() @Min(1) @Max(60) opinionDays: number;
  @IsBoolean() validates: boolean;
  @IsInt() @Min(1) @Max(60) validationDays: number;
  @IsBoolean() visa: boolean;
  /** The centre de gestion that decides for it. */
  @IsOptional() @IsUUID() managedBy?: string | null;
  /** For the training of a year, in cents; none when null or absent. */
  @IsOptional() @IsInt() @Min(0) @Max(2_000_000_000) budgetCents?: number | null;
  /** Whether nothing may be validated beyond it; otherwise it only warns. */
  @IsOptional() @IsBoolean() budgetBlocks?: boolean;
}

/** How an employer decides on the requests of its agents. */
export class ChainView {
  organisationId: string;
  organisationName: string;
  online: boolean;
  opinion: Opinion;
  opinionDays: number;
  validates: boolean;
  validationDays: number;
  visa: boolean;
  managedBy: { id: string; name: string } | null;
  budgetCents: number | null;
  budgetBlocks: boolean;
  /** Where the budget stands this year; null without one. */
  budget: BudgetView | null;
  /** Whether the reader belongs to it, rather than to the centre de gestion that decides for it. */
  isOwn: boolean;
  /** 0 as long as nothing was said: everything takes its default. */
  version: number;
}

export class ChainList {
  items: ChainView[];
}

export class DeputyInput {
  @IsUUID() absentId: string;
  @IsUUID() deputyId: string;
  /** First and last day. */
  @IsDateString({ strict: true }) from: string;
  @IsDateString({ strict: true }) until: string;
}

export class DeputyView {
  id: string;
  absent: { id: string; displayName: string };
  deputy: { id: string; displayName: string };
  from: string;
  until: string;
}

export class DeputyList {
  items: DeputyView[];
}

export class DeputyPeopleQuery {
  /** Part of the name; accents, case and punctuation do not matter. */
  @IsOptional()
  @IsCleanText({ max: 100 })
  q?: string;
}

/** Someone of an employer that the reader answers for, or whose team they lead. */
export class DeputyPerson {
  id: string;
  displayName: string;
  employerName: string;
  /** May be away from a team, rather than only stand in. */
  supervises: boolean;
}

export class DeputyPeople {
  items: DeputyPerson[];
}
