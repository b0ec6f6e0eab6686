import { IsCleanText } from '@app/platform';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { AskDecision, AskStatus } from './ask.rules';

const DECISIONS: AskDecision[] = ['accept', 'decline'];

export class DeclineAsk {
  /** Read by who organises the session. */
  @IsCleanText({ min: 3, max: 500, multiline: true }) reason: string;
}

export class AskAnswerInput {
  @IsString() @MaxLength(100) token: string;
  @IsIn(DECISIONS, { message: 'Acceptez ou déclinez.' }) decision: AskDecision;
  @ValidateIf(({ decision, reason }: AskAnswerInput) => decision === 'decline' || reason !== undefined)
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
}

export class AskedHalfDay {
  startsAt: Date;
  endsAt: Date;
}

export class AskedSession {
  id: string;
  status: AskStatus;
  sessionCode: string;
  sessionStatus: string;
  courseTitle: string;
  venueName: string;
  communeName: string | null;
  /** The clock of the place. */
  timeZone: string;
  startsAt: Date;
  halfDays: AskedHalfDay[];
  answeredAt: Date | null;
}

/** What is asked of a trainer, as the letter's link shows it. */
export class AskAnswerView {
  trainerName: string;
  organiserName: string;
  askedBy: string | null;
  sessions: AskedSession[];
  reason: string | null;
  /** What became of it, in words; null as long as an answer is awaited. */
  outcome: string | null;
  actions: AskDecision[];
  /** It moved since the letter that led here. */
  hasChanged: boolean;
  /** To be sent back with the answer. */
  version: number;
}
