import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from '../session/session.entity';
import type { Step } from '../chain/chain.rules';
import type { EnrolmentStatus } from './enrolment.rules';
import { PriorityRule } from './seats.entity';

nameNoun('enrolment', 'Cette demande');

export const LIVE = "status not in ('refused', 'withdrawn', 'not_selected', 'cancelled')";

/** One agent's request for a seat in a session, and what becomes of it. */
@Entity({ schema: 'training', name: 'enrolment' })
@Index('uq_enrolment_number', ['number'], { unique: true })
@Index('uq_enrolment_one_live_per_agent', ['sessionId', 'agentId'], { unique: true, where: LIVE })
@Index('ix_enrolment_queue', ['sessionId', 'priority', 'queueNumber'], { where: "status = 'waiting'" })
@Index('ix_enrolment_offered', ['offerUntil'], { where: "status = 'offered'" })
@Index('ix_enrolment_silent', ['dueAt'], { where: "step = 'opinion' and due_at is not null" })
@Index('ix_enrolment_to_remind', ['dueAt'], { where: "status = 'submitted' and reminded_at is null and due_at is not null" })
@Index('ix_enrolment_group_id', ['groupId'], { where: 'group_id is not null' })
@Index('ix_enrolment_delegation_id', ['delegationId'], { where: 'delegation_id is not null' })
@Index(['agentId', 'submittedAt', 'id'])
@Index(['employerId', 'submittedAt', 'id'])
@Index('ix_enrolment_to_decide', ['employerId', 'submittedAt', 'id'], { where: "status = 'submitted' and step <> 'opinion'" })
@Index(['sessionId', 'status'])
@Check('ck_enrolment_status', `status in ('draft', 'submitted', 'transmitted', 'refused', 'admitted', 'waiting', 'offered', 'not_selected', 'convoked', 'present', 'partial', 'absent', 'attested', 'withdrawn', 'cancelled')`)
@Check('ck_enrolment_step', `(status = 'submitted') = (step is not null) and step in ('opinion', 'validation', 'visa')`)
@Check('ck_enrolment_payer', `payer in ('cnfpt', 'shared', 'project_sheet')`)
@Check('ck_enrolment_opinion', `opinion in ('favourable', 'unfavourable')`)
@Check('ck_enrolment_queue_number', `(status = 'waiting') = (queue_number is not null)`)
@Index('ix_enrolment_engaged', ['employerId', 'engagedOn'], { where: 'engaged_on is not null' })
@Check('ck_enrolment_engaged_on', 'cost_cents >= 0 and (engaged_on is null or cost_cents > 0)')
@Check('ck_enrolment_offer_until', `(status = 'offered') = (offer_until is not null)`)
@Exclusion('ex_enrolment_one_place_at_a_time', `using gist (agent_id with =, periods with &&) where (status in ('admitted', 'convoked'))`)
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

  /** The delegation in whose region the employer is. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Organisation')
  delegationId: string | null;

  @Column('text')
  status: EnrolmentStatus;

  /** Whom a submitted request waits for at the employer's. */
  @Column('text', { nullable: true })
  step: Step | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  @Column('text', { nullable: true })
  opinion: 'favourable' | 'unfavourable' | null;

  /** When the joint commission gave its opinion on a refusal that needed it. */
  @Column('date', { nullable: true })
  commissionOn: string | null;

  /** Requests that are seated together or not at all. */
  @Column('uuid', { nullable: true })
  groupId: string | null;

  /** The smaller goes first, by the rule that says so. */
  @Column('smallint', { default: 99 })
  priority: number;

  @Column('text', { nullable: true })
  @ForeignKey(() => PriorityRule)
  priorityRule: string | null;

  /** Until when the seat offered may be taken. */
  @Column('timestamptz', { nullable: true })
  offerUntil: Date | null;

  /** Who pays, under article 4. */
  @Column('text', { default: 'cnfpt' })
  payer: string;

  /** What it leaves to the employer, as the course said when it was made. */
  @Column('int', { default: 0 })
  costCents: number;

  /** The day on which its employer agreed to that cost; the database says so, until the request ends. */
  @Column('date', { nullable: true })
  engagedOn: string | null;

  /** The half-days of the seat. Null when new dates put its agent in two places: they choose. */
  @Column('tstzmultirange', { nullable: true })
  periods: string | null;

  /** Whoever asked: the agent, or someone in their name. */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  /** Order in the waiting list, among those of the same priority. */
  @Column('int', { nullable: true })
  queueNumber: number | null;

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
export class EnrolmentEvent {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Enrolment, { onDelete: 'CASCADE' })
  enrolmentId: string;

  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

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

constraintProblem('uq_enrolment_one_live_per_agent', 409, 'enrolment.already_requested', 'Une demande existe déjà pour cette session.');
constraintProblem('ex_enrolment_one_place_at_a_time', 409, 'enrolment.overlaps', 'Une place est déjà prise dans une autre session, aux mêmes heures.');
// Raised by the functions of the ledger.
constraintProblem('ck_enrolment_session_takes', 409, 'session.closed', 'Cette session n’accueille plus de nouveaux participants.');
constraintProblem('ck_enrolment_budget', 409, 'enrolment.over_budget', 'La part de l’employeur dépasse ce qui reste de son budget de formation de l’année.');
constraintProblem('ck_enrolment_changed', 409, 'enrolment.changed', 'Cette demande vient de changer. Relisez-la avant de recommencer.');
