import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Handlers } from './handlers';

interface Fact {
  type: string;
  payload: unknown;
  occurred_at: Date;
}

/** Runs one handler of one event, once: the record of it and its effect are one transaction. */
@Injectable()
export class EventRunner {
  constructor(
    private readonly db: Database,
    private readonly handlers: Handlers,
  ) {}

  async run(eventId: string, name: string): Promise<void> {
    try {
      await this.db.tx(() => this.runOnce(eventId, name));
    } catch (error) {
      await this.db.query('update platform.outbox set last_error = $2 where id = $1', [eventId, `${name}: ${String(error)}`.slice(0, 500)]);
      throw error;
    }
  }

  private async runOnce(eventId: string, name: string): Promise<void> {
    const fresh = await this.db.query(
      'insert into platform.handled (event_id, handler) values ($1, $2) on conflict do nothing returning 1',
      [eventId, name],
    );
    if (fresh.length) {
      const fact = await this.db.one<Fact>('select type, payload, occurred_at from platform.outbox where id = $1', [eventId]);
      if (!fact) return;
      const handle = this.handlers.eventHandler(fact.type, name);
      if (!handle) throw new Error(`${name} ne réagit pas à ${fact.type}`);
      await handle(fact.payload, { eventId, occurredAt: fact.occurred_at });
    }
    await this.db.query('update platform.outbox set pending = array_remove(pending, $2), last_error = null where id = $1', [eventId, name]);
  }
}
