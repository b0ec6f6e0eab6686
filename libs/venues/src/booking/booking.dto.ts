import { IsCleanText, IsLocalDate, IsLocalTime, PageQuery } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { EquipmentAsk, oneOfEach } from '../equipment/equipment.dto';
import { type BookingAction, BOOKING_STATUSES, type BookingKind, type BookingStatus, DECISIONS, type Decision } from './booking.rules';
import { FREQUENCIES, type Frequency } from './series.rules';

export class MyBookingSearch extends PageQuery {
  @IsOptional()
  @IsIn(BOOKING_STATUSES, { message: 'Cet état de réservation n’existe pas.' })
  status?: BookingStatus;
  /** Those that touch `[from, to)`, instants with their offset. */
  @IsOptional() @IsISO8601({ strict: true }, { message: 'Indiquez un instant (AAAA-MM-JJTHH:MM+01:00).' }) from?: string;
  @IsOptional() @IsISO8601({ strict: true }, { message: 'Indiquez un instant (AAAA-MM-JJTHH:MM+01:00).' }) to?: string;
}

export class BookingSearch extends MyBookingSearch {
  @IsOptional() @IsUUID() venueId?: string;
  @IsOptional() @IsUUID() roomId?: string;
}

export class RefuseBooking {
  /** Shown to who asked for the room. */
  @IsCleanText({ min: 3, max: 500, multiline: true }) reason: string;
}

/** A half-day, as the host read it. */
export class BookingRead {
  @IsUUID() id: string;
  @IsInt() @Min(1) version: number;
}

/** The half-days of one demand, answered all together. */
export class AnswerBookings {
  @IsIn(DECISIONS, { message: 'Confirmez ou refusez.' }) decision: Decision;
  /** Shown to who asked for the room. */
  @ValidateIf(({ decision, reason }: AnswerBookings) => decision === 'refuse' || reason !== undefined)
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
  @IsArray()
  @ArrayMinSize(1, { message: 'Indiquez au moins une réservation.' })
  @ArrayMaxSize(100)
  @ArrayUnique(({ id }: BookingRead) => id, { message: 'Une même réservation figure deux fois.' })
  @ValidateNested({ each: true })
  @Type(() => BookingRead)
  bookings: BookingRead[];
}

export class CancelBooking {
  /** Shown to the other party; a host who cancels what others asked for says why. */
  @IsOptional() @IsCleanText({ min: 3, max: 500, multiline: true }) reason?: string;
  /** Also those that follow, of what was asked for together. */
  @IsOptional() @IsBoolean() following?: boolean;
}

/** On the clock of the place. */
export class MoveBooking {
  @IsLocalDate() date: string;
  @IsLocalTime() start: string;
  @IsLocalTime() end: string;
  /** Another room of the place. */
  @IsOptional() @IsUUID() roomId?: string;
}

export class Repeat {
  @IsIn(FREQUENCIES, { message: 'Cette fréquence n’existe pas.' }) every: Frequency;
  /** The last day; else `times`. */
  @IsOptional() @IsLocalDate() until?: string;
  @IsOptional() @IsInt() @Min(2) @Max(60) times?: number;
}

/** A room for a meeting, without a session; or, by its host, for nobody. On the clock of the place. */
export class BookRoom {
  @IsCleanText({ min: 3, max: 120 }) purpose: string;
  @IsLocalDate() date: string;
  @IsLocalTime() start: string;
  @IsLocalTime() end: string;
  @IsOptional() @IsInt() @Min(1) @Max(1000) people?: number;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @oneOfEach()
  @ValidateNested({ each: true })
  @Type(() => EquipmentAsk)
  equipment?: EquipmentAsk[];
  @IsOptional() @ValidateNested() @Type(() => Repeat) repeat?: Repeat;
}

export type Outcome = 'confirmed' | 'held' | 'taken' | 'closed' | 'holiday' | 'skipped_hour' | 'past';

export class Occurrence {
  date: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** What it is (or will be); `taken`, `closed`, `holiday`, `skipped_hour` and `past` are left out. */
  outcome: Outcome;
  /** Why it is left out, or what to know. */
  detail: string | null;
}

export class BookingPlan {
  occurrences: Occurrence[];
  /** What is booked; none in a preview. */
  bookingIds: string[];
}

export class BookingThing {
  name: string;
  quantity: number;
}

export class BookingView {
  id: string;
  status: BookingStatus;
  kind: BookingKind;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  reason: string | null;
  people: number | null;
  equipment: BookingThing[];
  requestedAt: Date;
  requestedBy: string;
  /** What was asked for together. */
  demandId: string;
  /** Held until then at most. */
  answerBy: Date | null;
  decidedAt: Date | null;
  /** Where it was before it moved, the latest first. */
  moves: BookingMoveView[];
  sessionCode: string | null;
  roomId: string;
  roomName: string;
  venueId: string;
  venueSlug: string;
  venueName: string;
  /** The clock of the place. */
  timeZone: string;
  /** What the reader may do now. */
  actions: BookingAction[];
  version: number;
}

export class BookingMoveView {
  movedAt: Date;
  roomName: string;
  startsAt: Date;
  endsAt: Date;
}

export class BookingPage {
  items: BookingView[];
  nextCursor: string | null;
}
