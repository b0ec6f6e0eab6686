import { IsCleanText, IsLocalDate, IsLocalTime, PageQuery } from '@app/platform';
import type { AskStatus } from '@app/trainers';
import { EquipmentAsk, oneOfEach } from '@app/venues';
import { IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsISO8601, IsIn, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { Modality } from '../course/course.rules';
import type { SessionChangeKind } from './session-change.entity';
import type { SessionStatus } from './session.rules';

export class SlotInput {
  @IsLocalDate()
  date: string;

  @IsLocalTime()
  start: string;

  @IsLocalTime()
  end: string;
}

class HalfDays {
  @IsArray()
  @ArrayMinSize(1, { message: 'Indiquez au moins une demi-journée.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => SlotInput)
  slots: SlotInput[];
}

export class AskTrainers {
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins un formateur.' })
  @ArrayMaxSize(6)
  @ArrayUnique({ message: 'Un même formateur figure deux fois.' })
  @IsUUID(undefined, { each: true })
  trainerIds: string[];
}

export class SessionInput extends IntersectionType(AskTrainers, HalfDays) {
  @IsUUID()
  roomId: string;

  @IsInt()
  @Min(1)
  @Max(500)
  capacity: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(500)
  minSeats?: number;

  /** Last instant to ask for a seat; by default, the start of the session. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'La clôture des demandes est une date et une heure (AAAA-MM-JJTHH:MM+01:00).' })
  enrolmentClosesAt?: string;

  /** Lent by the place or the room, for each half-day. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @oneOfEach()
  @ValidateNested({ each: true })
  @Type(() => EquipmentAsk)
  equipment?: EquipmentAsk[];
}

export class SessionEdit {
  @IsInt()
  @Min(1)
  @Max(500)
  capacity: number;

  /** Requests whose seats go: they are first in the waiting list. For a capacity below the seats taken. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  moved?: string[];

  /** Why, which those who are moved read. */
  @IsOptional()
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason?: string;
}

export class ReasonInput {
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason: string;
}

const STATUSES = ['draft', 'open', 'confirmed', 'running', 'closed', 'postponed', 'cancelled'] as const;

export class ManagedSessions extends PageQuery {
  @IsOptional()
  @IsIn(STATUSES)
  status?: SessionStatus;

  /** Whether their time for requests is over. */
  @IsOptional()
  @IsIn(['open', 'closed'])
  requests?: 'open' | 'closed';

  /** First day, on the clock of Paris. */
  @IsOptional()
  @IsLocalDate()
  from?: string;
}

export class SlotView {
  id: string;
  date: string;
  start: string;
  end: string;
  halfDay: 'am' | 'pm';
  /** Its host has lent the room, is asked for it, or no room is kept any more. */
  room: 'confirmed' | 'held' | 'none';
  /** What keeps the room, for whoever organises the session; null for others, and when no room is kept. */
  booking: SlotBooking | null;
}

export class NewDates extends HalfDays {
  /** Another room, in a place on the same clock. */
  @IsOptional()
  @IsUUID()
  roomId?: string;

  /** Whether those who were to give it are asked again; otherwise the session waits for others. */
  @IsBoolean()
  askSameTrainers: boolean;
}

/** Why, and the new half-days when they are known. */
export class Postponement extends IntersectionType(ReasonInput, PartialType(HalfDays)) {
  /** Another room, in a place on the same clock. */
  @IsOptional()
  @IsUUID()
  roomId?: string;

  /** Those who were to give it are asked again, unless told otherwise. */
  @IsOptional()
  @IsBoolean()
  askSameTrainers?: boolean;
}

export class ReplaceTrainer {
  @IsUUID() fromId: string;
  @IsUUID() toId: string;
  @IsCleanText({ min: 3, max: 500, multiline: true }) reason: string;
}

export class MinimumInput {
  @IsInt()
  @Min(0)
  @Max(500)
  minSeats: number;

  /** By which day to decide, on the clock of the place; ten days before the session by default. */
  @IsOptional()
  @IsLocalDate()
  decideBy?: string;
}

export class SlotBooking {
  id: string;
  startsAt: Date;
  endsAt: Date;
  version: number;
}

export class SessionAsk {
  id: string;
  trainerId: string;
  displayName: string;
  status: AskStatus;
  askedAt: Date;
  answeredAt: Date | null;
  /** Why they declined. */
  reason: string | null;
}

/** What a session was before it changed. */
export class SessionChangeView {
  changedAt: Date;
  what: SessionChangeKind;
  roomName: string;
  venueName: string;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
  /** None when it was the clock. */
  by: string | null;
  fromTrainers: string[];
  toTrainers: string[];
}

export class SessionDetail {
  id: string;
  code: string;
  status: SessionStatus;
  course: { id: string; slug: string; title: string; summary: string; durationHours: number; modality: Modality };
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  capacity: number;
  minSeats: number;
  seatsLeft: number;
  waitingCount: number;
  enrolmentClosesAt: Date;
  slots: SlotView[];
  venue: {
    id: string; slug: string; name: string; address: string | null; postalCode: string | null; communeName: string | null; departementCode: string | null;
    latitude: number | null; longitude: number | null;
  };
  room: { id: string; name: string; capacity: number; wheelchairAccess: boolean };
  /** Whether its host has lent the room for every half-day. */
  roomConfirmed: boolean;
  /** Those who said yes. */
  trainers: { displayName: string }[];
  /** Every trainer asked said yes, and there is at least one. */
  trainersAgreed: boolean;
  /** Whoever was asked, and what they said, for whoever organises the session. */
  asks: SessionAsk[];
  cancelReason: string | null;
  /** By which day to decide whether it is held below its minimum; for whoever organises it. */
  decideBy: string | null;
  /** Everything that changed, the latest first; told to whoever organises it. */
  changes: SessionChangeView[];
  actions: string[];
  version: number;
}

export class ManagedSession {
  id: string;
  code: string;
  status: SessionStatus;
  courseTitle: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  capacity: number;
  seatsTaken: number;
  enrolmentClosesAt: Date;
  submittedCount: number;
  waitingCount: number;
}

export class ManagedSessionPage {
  items: ManagedSession[];
  nextCursor: string | null;
}

export class MyAsk {
  id: string;
  status: AskStatus;
  askedAt: Date;
  answeredAt: Date | null;
  /** Sent back with the answer. */
  version: number;
}

/** A session that asks for a trainer or has them. */
export class MySession extends ManagedSession {
  ask: MyAsk;
}

export class MySessionPage {
  items: MySession[];
  nextCursor: string | null;
}
