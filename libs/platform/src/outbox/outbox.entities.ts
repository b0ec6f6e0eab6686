import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact, written with its cause; `pending` names the handlers that have not seen it yet. */
@Entity({ schema: 'platform', name: 'outbox' })
@Index('ix_outbox_unpublished', ['id'], { where: 'published_at IS NULL' })
@Index('ix_outbox_pending', ['publishedAt'], { where: "pending <> '{}'::text[]" })
export class OutboxEvent {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'jsonb' })
  payload: object;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  occurredAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  pending: string[];

  @Column({ type: 'text', nullable: true })
  lastError: string | null;
}

/** One row per event and handler, written in the transaction of the handler's effect. */
@Entity({ schema: 'platform', name: 'handled' })
export class HandledEvent {
  @PrimaryColumn({ type: 'uuid' })
  eventId: string;

  @PrimaryColumn({ type: 'text' })
  handler: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
