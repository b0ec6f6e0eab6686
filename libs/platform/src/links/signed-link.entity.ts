import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What opens one thing to one person without signing in. The token itself is only in the mail. */
@Entity({ schema: 'platform', name: 'signed_link' })
@Check('ck_signed_link_token', 'octet_length(token_hash) = 32')
@Index('ix_signed_link_expires_at', ['expiresAt'])
export class SignedLink {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  /** What kind of thing it opens: a link of one kind opens nothing of another. */
  @Column('text') purpose: string;
  @Column('uuid') subjectId: string;
  /** What the letter told, as its sender wants to remember it. */
  @Column('jsonb', { default: () => "'{}'" }) about: object;
  @Column('uuid') recipientId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
