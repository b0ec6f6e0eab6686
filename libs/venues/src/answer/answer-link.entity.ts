import { nameNoun } from '@app/platform';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What opens a demand to one of its hosts without signing in. The token itself is only in the mail. */
@Entity({ schema: 'venues', name: 'answer_link' })
@Check('ck_answer_link_token', 'octet_length(token_hash) = 32')
@Index('ix_answer_link_expires_at', ['expiresAt'])
export class AnswerLink {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') demandId: string;
  @Column('uuid') recipientId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
}

nameNoun('answer_link', 'Ce lien');
