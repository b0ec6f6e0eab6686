import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from '../session/session.entity';

/** Who goes before others in a waiting list, and since when. */
@Entity({ schema: 'training', name: 'priority_rule' })
@Check('ck_priority_rule_rank', 'rank between 0 and 99')
@Check('ck_priority_rule_validity', 'valid_until is null or valid_until >= valid_from')
export class PriorityRule {
  @PrimaryColumn('text') code: string;
  @Column('text') label: string;
  @Column('text') source: string;
  @Column('smallint') rank: number;
  @Column('date') validFrom: string;
  /** The last day it is in force. */
  @Column('date', { nullable: true }) validUntil: string | null;
}

/** A figure that the law sets, for the time it is in force. */
@Entity({ schema: 'training', name: 'statutory_rule' })
@Check('ck_statutory_rule_value', 'value > 0')
@Check('ck_statutory_rule_validity', 'valid_until is null or valid_until >= valid_from')
export class StatutoryRule {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date') validFrom: string;
  /** The last day it is in force. */
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('int') value: number;
  @Column('text') label: string;
  @Column('text') source: string;
}

/** What a session keeps for the agents of an employer or of a delegation, until a date, and how many it takes of them at most. */
@Entity({ schema: 'training', name: 'session_share' })
@Check('ck_session_share_reserved', 'reserved >= 0 and (reserved = 0) = (release_at is null)')
@Check('ck_session_share_at_most', 'at_most is null or at_most >= greatest(reserved, 1)')
@Check('ck_session_share_says', 'reserved > 0 or at_most is not null')
@Index(['organisationId'])
@Index('ix_session_share_to_release', ['releaseAt'], { where: 'released_at is null and release_at is not null' })
export class SessionShare {
  @PrimaryColumn('uuid') @ForeignKey(() => Session, { onDelete: 'CASCADE' }) sessionId: string;
  @PrimaryColumn('uuid') @ForeignKey('Organisation') organisationId: string;
  @Column('int', { default: 0 }) reserved: number;
  @Column('timestamptz', { nullable: true }) releaseAt: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('int', { nullable: true }) atMost: number | null;
}

/** A change of the seats, of the queue or of the shares of a session, in order. Written by the triggers of the database, and never changed. */
@Entity({ schema: 'training', name: 'seat_entry' })
@Check('ck_seat_entry_kind', `kind in ('capacity', 'request', 'share')`)
@Check('ck_seat_entry_request', `(kind = 'request') = (enrolment_id is not null)`)
@Check('ck_seat_entry_taken', 'taken between 0 and capacity')
export class SeatEntry {
  @PrimaryColumn('uuid') @ForeignKey(() => Session, { onDelete: 'CASCADE' }) sessionId: string;
  @PrimaryColumn('int') seq: number;
  @Column('text') kind: 'capacity' | 'request' | 'share';
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) enrolmentId: string | null;
  @Column('text', { nullable: true }) fromStatus: string | null;
  @Column('text', { nullable: true }) toStatus: string | null;
  @Column('int') capacity: number;
  @Column('int') taken: number;
  /** Entries of one transaction are one change: between them the queue may be in motion. */
  @Column('bigint') tx: string;
  /** Whether the session could offer seats then: it is to come, and neither closed nor cancelled. */
  @Column('boolean') offers: boolean;
  /** Of a request: `p` priority, `q` number in the queue, `g` group, `e` employer, `d` delegation. Of the shares: what they are now. */
  @Column('jsonb', { nullable: true }) detail: object | null;
}

constraintProblem('ck_session_share_at_most', 422, 'share.at_most', 'Le maximum ne peut pas être inférieur aux places réservées.');
constraintProblem('ck_session_share_says', 422, 'share.empty', 'Réservez des places ou fixez un maximum.');
constraintProblem('ck_session_share_reserved', 422, 'share.release', 'Dites jusqu’à quand les places sont réservées.');
