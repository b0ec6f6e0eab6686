import { constraintProblem, nameNoun } from '@app/platform';
import { Booking, Room, Venue } from '@app/venues';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Course } from '../course/course.entity';
import type { SessionStatus } from './session.rules';

nameNoun('session', 'Cette session');

/** A course given in a room, over dated half-days, to at most `capacity` agents. */
@Entity({ schema: 'training', name: 'session' })
@Index('uq_session_code', ['code'], { unique: true })
@Index(['courseId', 'startsAt'])
@Index(['venueId', 'startsAt'])
@Index(['organiserId', 'startsAt', 'id'])
@Index(['roomId'])
@Index('ix_session_upcoming', ['startsAt', 'id'], { where: "status in ('open', 'confirmed')" })
@Index('ix_session_to_decide', ['decideBy'], { where: "status = 'open' and decide_by is not null and decide_reminded_at is null" })
@Check('ck_session_decide_by', `decide_by is null or (min_seats > 0 and decide_by <= ((ends_at at time zone time_zone)::date))`)
@Check('ck_session_status', `status in ('draft', 'open', 'confirmed', 'running', 'closed', 'postponed', 'cancelled')`)
@Check('ck_session_scope', `scope in ('open', 'regional')`)
@Check('ck_session_seats', `seats_taken >= 0 and seats_taken <= capacity`)
@Check('ck_session_capacity', `capacity between 1 and 500 and min_seats between 0 and capacity`)
@Check('ck_session_period', `starts_at < ends_at and enrolment_closes_at <= ends_at`)
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  code: string;

  @Column('uuid')
  @ForeignKey(() => Course)
  courseId: string;

  @Column('uuid')
  @ForeignKey(() => Venue)
  venueId: string;

  @Column('uuid')
  @ForeignKey(() => Room)
  roomId: string;

  @Column('text')
  timeZone: string;

  @Column('int')
  capacity: number;

  @Column('int', { default: 0 })
  minSeats: number;

  /** Written by the ledger alone: see `seat_entry`. */
  @Column({ type: 'int', default: 0, update: false, insert: false })
  seatsTaken: number;

  @Column({ type: 'int', default: 0, update: false, insert: false })
  ledgerSeq: number;

  /** Whether agents of the region of its organiser go first in its waiting list. */
  @Column('text', { default: 'open' })
  scope: 'open' | 'regional';

  /** When its convocations were sent. */
  @Column('timestamptz', { nullable: true })
  convokedAt: Date | null;

  @Column('timestamptz')
  enrolmentClosesAt: Date;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text', { default: 'draft' })
  status: SessionStatus;

  /** The CNFPT entity that organises it. */
  @Column('uuid')
  @ForeignKey('Organisation')
  organiserId: string;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  /** The last day to decide whether it is held below its minimum, on the clock of the place. */
  @Column('date', { nullable: true })
  decideBy: string | null;

  @Column('timestamptz', { nullable: true })
  decideRemindedAt: Date | null;

  /** When it was last said that it is held, and by whom. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** A half-day of a session: a date and hours on the clock of the place, kept with their instants. */
@Entity({ schema: 'training', name: 'session_slot' })
@Index(['sessionId'])
@Index(['bookingId'])
@Index(['localDate', 'sessionId'])
@Check('ck_session_slot_half_day', `half_day in ('am', 'pm')`)
@Check('ck_session_slot_hours', `starts_local < ends_local`)
export class SessionSlot {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Session)
  sessionId: string;

  @Column('uuid')
  @ForeignKey(() => Booking)
  bookingId: string;

  @Column('date')
  localDate: string;

  @Column('time')
  startsLocal: string;

  @Column('time')
  endsLocal: string;

  @Column('tstzrange')
  period: string;

  @Column('text')
  halfDay: 'am' | 'pm';
}

constraintProblem('ck_session_seats', 409, 'session.full', 'Toutes les places de cette session sont prises.');
constraintProblem('ck_session_capacity', 422, 'session.capacity', 'Le nombre de places va de 1 à 500, et le minimum ne le dépasse pas.');
constraintProblem('ck_session_decide_by', 422, 'session.decide_by', 'La décision se prend avant la fin de la session, et seulement si elle a un minimum.');
// Raised by the trigger `tr_session_slot_holiday`, whoever writes.
constraintProblem('ck_session_slot_holiday', 409, 'session.holiday', 'Ce jour est férié là où se tient la session. Choisissez-en un autre.');
