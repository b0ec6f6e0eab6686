import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first answer given to a key; pruned after a day. */
@Entity({ schema: 'platform', name: 'idempotency' })
export class IdempotencyKey {
  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ type: 'integer', nullable: true })
  status: number | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
