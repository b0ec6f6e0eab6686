import { IsLocalDate, PageQuery } from '@app/platform';
import type { AskStatus } from '@app/trainers';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { SessionStatus } from '../session/session.rules';

export const PLANNED_BY = ['place', 'trainer', 'delegation'] as const;
export type PlannedBy = (typeof PLANNED_BY)[number];
/** From the first day to the last one. */
export const MOST_DAYS = 42;
/** Half-days in one answer. */
export const MOST_ITEMS = 1500;

export class PlanningQuery extends PageQuery {
  /** First and last day, on the clock of each place; 42 days at most. */
  @IsLocalDate() from: string;
  @IsLocalDate() until: string;
  @IsIn(PLANNED_BY, { message: 'Un planning se lit par lieu, par formateur ou par délégation.' }) by: PlannedBy;
  /** Rows of the sessions of one’s own delegation, or of all of them. */
  @IsOptional() @IsIn(['mine', 'all'], { message: 'Choisissez « mine » ou « all ».' }) whose?: 'mine' | 'all';
  @IsOptional() @IsUUID() delegationId?: string;
  @IsOptional() @IsUUID() venueId?: string;
  @IsOptional() @IsUUID() trainerId?: string;
  @IsOptional() @Matches(/^(\d{2}|2[AB]|9[78]\d)$/, { message: 'Le département est un code (01, 2A, 974…).' }) departement?: string;
}

/** The row of half-days without a room, or without a trainer. */
export const LACKS = 'none';

/** A room, a trainer or a delegation; or, before them, what lacks a room or a trainer. */
export class PlanningRow {
  /** `none` for what lacks something. */
  id: string;
  name: string;
  /** Of a room. */
  place: PlanningPlace | null;
  lacks: 'room' | 'trainer' | null;
}

export class PlanningPlace {
  id: string;
  name: string;
  communeName: string | null;
  timeZone: string;
  capacity: number;
}

export class PlanningTrainer {
  id: string;
  displayName: string;
  status: AskStatus;
}

/** The booking of the room, sent back with its version when the half-day moves. */
export class PlanningBooking {
  id: string;
  version: number;
}

/** Why a half-day does not move: others organise it, it or its session began, its session is over, or no room is kept for it. */
export type Fixed = 'other' | 'begun' | 'over' | 'no_room';

/** A half-day of a session, on the row of its room, of one of its trainers, or of its delegation; on the row `none` when it has none. */
export class PlanningItem {
  rowId: string;
  slotId: string;
  sessionId: string;
  code: string;
  courseTitle: string;
  status: SessionStatus;
  /** On the clock of the place. */
  date: string;
  start: string;
  end: string;
  timeZone: string;
  venueId: string;
  venueName: string;
  communeName: string | null;
  roomId: string;
  roomName: string;
  organiser: string;
  /** Its host has lent the room, is asked for it, or no room is kept any more. */
  room: 'confirmed' | 'held' | 'none';
  booking: PlanningBooking | null;
  /** Asked, or who said yes. */
  trainers: PlanningTrainer[];
  capacity: number;
  seatsTaken: number;
  enrolmentClosesAt: Date;
  /** None when it may move. */
  fixed: Fixed | null;
}

/** The room or the trainer is taken then: what for is not told. */
export class PlanningBusy {
  rowId: string;
  date: string;
  start: string;
  end: string;
}

export class PlanningNote {
  /** None when it is for every row. */
  rowId: string | null;
  kind: 'closure' | 'holiday';
  from: string;
  until: string;
  detail: string;
}

export class Planning {
  rows: PlanningRow[];
  items: PlanningItem[];
  busy: PlanningBusy[];
  notes: PlanningNote[];
  /** The last half-days are left out: ask for fewer rows or days. */
  isCut: boolean;
  nextCursor: string | null;
}
