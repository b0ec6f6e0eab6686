import { IsCleanText } from '@app/platform';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { MinimumDecision } from './minimum.rules';

const DECISIONS: MinimumDecision[] = ['maintain', 'cancel'];

export class MinimumAnswerInput {
  @IsString() @MaxLength(100) token: string;
  @IsIn(DECISIONS, { message: 'Maintenez la session ou annulez-la.' }) decision: MinimumDecision;
  /** Of a session that is cancelled: all who are concerned read it. */
  @ValidateIf(({ decision, reason }: MinimumAnswerInput) => decision === 'cancel' || reason !== undefined)
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
}

/** A session below its minimum, as the letter's links show it. */
export class MinimumAnswerView {
  sessionCode: string;
  courseTitle: string;
  venueName: string;
  communeName: string | null;
  /** The clock of the place. */
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  seatsTaken: number;
  minSeats: number;
  /** Requests that employers have not answered yet. */
  submittedCount: number;
  /** The last day to decide, on that clock; null when it has no minimum any more. */
  decideBy: string | null;
  /** What became of it, in words; null as long as it is to be decided. */
  outcome: string | null;
  /** What may be decided now: it is maintained once its room is lent and its trainers have agreed. */
  actions: MinimumDecision[];
  /** To be sent back with the decision. */
  version: number;
}
