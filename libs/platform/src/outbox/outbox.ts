import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** Facts by name; each context adds its own by declaration merging. */
export interface Events {}

export interface EventMeta {
  eventId: string;
  occurredAt: Date;
}

@Injectable()
export class Outbox {
  constructor(private readonly db: Database) {}

  /** Writes the facts in the current transaction, in this order; refuses to run outside of one. */
  async publish<T extends keyof Events & string>(type: T, ...payloads: Events[T][]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${type} published outside a transaction`);
    if (payloads.length) await this.db.query('insert into platform.outbox (type, payload) select $1, unnest($2::jsonb[])', [type, payloads]);
  }
}
