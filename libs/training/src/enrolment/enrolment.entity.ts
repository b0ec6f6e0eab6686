import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from '../session/session.entity';
import type { EnrolmentStatus } from './enrolment.rules';

nameNoun('enrolment', 'Cette demande');

const LIVE = "status not in ('refused', 'withdrawn', 'not_selected', 'cancelled')";

/** One agent's request for a seat in a session, and what becomes of it. */
@Entity({ schema: 'training', name: 'enrolment' })
@Index('uq_enrolment_number', ['number'], { unique: true })
@Index('uq_enrolment_one_live_per_agent', ['sessionId', 'agentId'], { unique: true, where: LIVE })
@Index('uq_enrolment_waiting_rank', ['sessionId', 'waitingRank'], { unique: true, where: "status = 'waiting'" })
@Index(['agentId', 'submittedAt', 'id'])
@Index(['employerId', 'status', 'submittedAt', 'id'])
@Index(['sessionId', 'status'])
@Check('ck_enrolment_status', `status in ('draft', 'submitted', 'refused', 'admitted', 'waiting', 'not_selected', 'convoked', 'present', 'partial', 'absent', 'attested', 'withdrawn', 'cancelled')`)
@Check('ck_enrolment_waiting_rank', `(status = 'waiting') = (waiting_rank is not null)`)
export class Enrolment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  number: string;

  @Column('uuid')
  @ForeignKey(() => Session)
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Person')
  agentId: string;

  @Column('uuid')
  @ForeignKey('Organisation')
  employerId: string;

  @Column('text', { default: 'submitted' })
  status: EnrolmentStatus;

  /** Order in the waiting list: the smaller goes first. */
  @Column('int', { nullable: true })
  waitingRank: number | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { default: '' })
  motivation: string;

  @Column('timestamptz', { default: () => 'now()' })
  submittedAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('int', { default: 1 })
  version: number;
}

/** The history of a request, as its agent reads it. */
@Entity({ schema: 'training', name: 'enrolment_event' })
@Index(['enrolmentId', 'at'])
export class EnrolmentEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Enrolment, { onDelete: 'CASCADE' })
  enrolmentId: string;

  @Column('text')
  action: string;

  @Column('text', { nullable: true })
  fromStatus: string | null;

  @Column('text')
  toStatus: string;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}

constraintProblem('uq_enrolment_one_live_per_agent', 409, 'enrolment.already_requested', 'Vous avez déjà une demande pour cette session.');
