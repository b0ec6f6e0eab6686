import { IsCleanText } from '@app/platform';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { type BookingStatus, DECISIONS, type Decision } from '../booking/booking.rules';

export class AnswerInput {
  @IsString() @MaxLength(100) token: string;
  @IsIn(DECISIONS, { message: 'Confirmez ou refusez.' }) decision: Decision;
  /** Shown to who asked for the room. */
  @ValidateIf(({ decision, reason }: AnswerInput) => decision === 'refuse' || reason !== undefined)
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
}

export class AnswerSlot {
  startsAt: Date;
  endsAt: Date;
  status: BookingStatus;
}

export class AnswerThing {
  name: string;
  quantity: number;
}

/** A demand, as its host reads it in the mail. */
export class AnswerView {
  venueName: string;
  roomName: string;
  /** The clock of the place. */
  timeZone: string;
  purpose: string;
  requestedBy: string;
  people: number | null;
  equipment: AnswerThing[];
  slots: AnswerSlot[];
  reason: string | null;
  /** Until when an answer is awaited; null when none is. */
  answerBy: Date | null;
  decidedAt: Date | null;
  /** What was decided, in words; null as long as an answer is awaited. */
  outcome: string | null;
  actions: Decision[];
  /** It moved since the letter that led here. */
  hasChanged: boolean;
  /** To be sent back with the answer: one more each time that it moves. */
  version: number;
}
