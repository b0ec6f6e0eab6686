import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the calendar of an agent was last told of their request; kept with the mails, so that each one comes after the one before. */
@Entity({ schema: 'notifications', name: 'invitation' })
@Check('ck_invitation_told', `told in ('REQUEST', 'CANCEL')`)
@Check('ck_invitation_sequence', `sequence >= 0`)
export class InvitationRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Enrolment', { onDelete: 'CASCADE' })
  enrolmentId: string;

  /** One more at each mail. */
  @Column('int', { default: 0 })
  sequence: number;

  /** Null as long as nothing was. */
  @Column('text', { nullable: true })
  told: 'REQUEST' | 'CANCEL' | null;
}
