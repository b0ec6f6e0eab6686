import { IsCleanText } from '@app/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const DECISIONS = ['accept', 'decline'] as const;
export type OfferDecision = (typeof DECISIONS)[number];

export class OfferAnswerInput {
  @IsString() @MaxLength(100) token: string;
  @IsIn(DECISIONS, { message: 'Acceptez la place ou laissez-la.' }) decision: OfferDecision;
  @IsOptional()
  @IsCleanText({ max: 500, multiline: true })
  reason?: string;
}

/** A seat offered from the waiting list, as the letter's link shows it. */
export class OfferAnswerView {
  number: string;
  agentName: string;
  sessionCode: string;
  courseTitle: string;
  venueName: string;
  communeName: string | null;
  /** The clock of the place. */
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  offerUntil: Date | null;
  /** What became of it, in words; null as long as it is to be answered. */
  outcome: string | null;
  /** To be sent back with the answer. */
  version: number;
}
