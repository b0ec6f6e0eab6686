import { constraintProblem } from '@app/platform';
import { Room } from '@app/venues';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity';

export type SessionChangeKind = 'moved' | 'released' | 'placed';

/** Where and when a half-day of a session was before its room was moved, given back or chosen again. */
@Entity({ schema: 'training', name: 'session_change' })
@Check('ck_session_change_what', `what in ('moved', 'released', 'placed')`)
@Check('ck_session_change_reason', `what <> 'released' or reason is not null`)
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
}

// Raised when the transaction ends, by the triggers `tr_session_room`, `tr_session_slot_room` and `tr_booking_session`.
constraintProblem('ck_session_room', 409, 'session.room', 'La salle de cette session vient de changer. Rechargez la page avant de recommencer.');
