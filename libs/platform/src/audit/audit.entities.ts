import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what. Append-only: a trigger refuses changes, and each row ends up in a hash-chained block. */
@Entity({ schema: 'platform', name: 'audit_entry' })
@Index('ix_audit_entry_unchained', ['id'], { where: 'block_seq IS NULL' })
@Index('ix_audit_entry_block_seq', ['blockSeq'], { where: 'block_seq IS NOT NULL' })
@Index('ix_audit_entry_subject', ['subjectType', 'subjectId'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text' })
  subjectType: string;

  @Column({ type: 'text' })
  subjectId: string;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  detail: object;

  @Column({ type: 'bigint', nullable: true })
  blockSeq: string | null;
}

/** A batch of entries sealed together: its hash covers them and the block before. */
@Entity({ schema: 'platform', name: 'audit_block' })
export class AuditBlock {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ type: 'text' })
  previousHash: string;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'integer' })
  entries: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
