import { IsCleanText } from '@app/platform';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsDateString, IsOptional, IsUUID } from 'class-validator';
import type { EnrolmentReceipt } from './enrolment.dto';

export class OnBehalfInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ArrayUnique({ message: 'Chaque agent n’est nommé qu’une fois.' })
  @IsUUID(undefined, { each: true })
  agentIds: string[];

  /** Their officer attests that all of them are among those to whom the law gives priority (L. 422-3). */
  @IsOptional() @IsBoolean() byLaw?: boolean;

  /** They are seated together, or wait together. */
  @IsOptional() @IsBoolean() together?: boolean;

  /** The conditions of the project sheet, for agents whom the CNFPT does not pay for. */
  @IsOptional() @IsBoolean() acceptsConditions?: boolean;

  @IsOptional() @IsCleanText({ max: 1_000, multiline: true }) motivation?: string;

  /** Who signed the paper form, and when: for an employer that is not on line. */
  @IsOptional() @IsCleanText({ min: 3, max: 120 }) signedBy?: string;
  @IsOptional() @IsDateString({ strict: true }) signedOn?: string;
}

export class OnBehalfReceipt {
  items: EnrolmentReceipt[];
}

export class OfflineAgentsQuery {
  @IsCleanText({ min: 2, max: 80 }) q: string;
}

/** An agent of an employer that is not on line, for the delegation that types their form in. */
export class OfflineAgent {
  id: string;
  displayName: string;
  employerName: string;
  category: string;
}

export class OfflineAgents {
  items: OfflineAgent[];
}
