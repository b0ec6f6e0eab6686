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

  /** Writes the fact in the current transaction; refuses to run outside of one. */
  async publish<T extends keyof Events & string>(type: T, payload: Events[T]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${type} published outside a transaction`);
    await this.db.query('insert into platform.outbox (type, payload) values ($1, $2)', [type, payload]);
  }
}
