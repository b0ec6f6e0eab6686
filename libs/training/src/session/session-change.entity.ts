import { constraintProblem } from '@app/platform';
import { Room } from '@app/venues';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity';

export type SessionChangeKind = 'moved' | 'released' | 'placed' | 'postponed' | 'dated' | 'trainer' | 'cancelled';

/** What a session was before it changed: where and when, who gave it. Who changed it, when and why. */
@Entity({ schema: 'training', name: 'session_change' })
@Check('ck_session_change_what', `what in ('moved', 'released', 'placed', 'postponed', 'dated', 'trainer', 'cancelled')`)
@Check('ck_session_change_reason', `what in ('moved', 'placed', 'dated') or reason is not null`)
@Index(['sessionId'])
export class SessionChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Session) @Column('uuid') sessionId: string;
  @Column('timestamptz') changedAt: Date;
  /** None when a host let the time pass. */
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('text') what: SessionChangeKind;
  @ForeignKey(() => Room) @Column('uuid') fromRoomId: string;
  @Column('tstzrange') fromPeriod: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** Given back by this change, and asked by it. */
  @Column('uuid', { array: true, default: () => "'{}'" }) fromTrainers: string[];
  @Column('uuid', { array: true, default: () => "'{}'" }) toTrainers: string[];
}

// Raised when the transaction ends, by the triggers `tr_session_room`, `tr_session_slot_room` and `tr_booking_session`.
constraintProblem('ck_session_room', 409, 'session.room', 'La salle de cette session vient de changer. Rechargez la page avant de recommencer.');
