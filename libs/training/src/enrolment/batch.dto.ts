import { IsCleanText } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import type { EnrolmentStatus } from './enrolment.rules';

const ACTIONS = ['validate', 'endorse', 'refuse'] as const;

export class BatchDecision {
  @IsUUID() id: string;
  @IsIn(ACTIONS, { message: 'Validez, visez ou refusez.' }) action: (typeof ACTIONS)[number];
  /** Of a refusal, or who signed for the visa. */
  @ValidateIf(({ action, reason }: BatchDecision) => action !== 'validate' || reason !== undefined)
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
  @IsOptional() @IsBoolean() byLaw?: boolean;
}

export class BatchInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique(({ id }: BatchDecision) => id, { message: 'Chaque demande n’est décidée qu’une fois.' })
  @ValidateNested({ each: true })
  @Type(() => BatchDecision)
  decisions: BatchDecision[];
}

export class BatchOutcome {
  id: string;
  /** What the request has become; null when its decision was refused. */
  status: EnrolmentStatus | null;
  code: string | null;
  detail: string | null;
}

export class BatchReceipt {
  items: BatchOutcome[];
}
