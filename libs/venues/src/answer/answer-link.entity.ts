import { nameNoun } from '@app/platform';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What opens a demand to one of its hosts without signing in. The token itself is only in the mail. */
@Entity({ schema: 'venues', name: 'answer_link' })
@Check('ck_answer_link_token', 'octet_length(token_hash) = 32')
@Index('ix_answer_link_expires_at', ['expiresAt'])
export class AnswerLink {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') demandId: string;
  /** What was asked for together when the letter left; each of them may have moved since. */
  @Column('uuid', { array: true }) bookingIds: string[];
  /** Which state of the demand the letter tells: one more each time that one of its bookings moves. */
  @Column('integer') version: number;
  @Column('uuid') recipientId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
}

nameNoun('answer_link', 'Ce lien');
