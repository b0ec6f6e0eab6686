import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Handlers, OnJob } from '../jobs/handlers';
import { JobQueue } from '../jobs/job-queue';

const BATCH = 200;

/** Carries facts from PostgreSQL to the queue. Several relays share the work without meeting. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly db: Database,
    private readonly handlers: Handlers,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Queues one batch, and answers how many facts it took. The rows stay locked while Redis is asked: the one place
   * where a transaction waits for Redis, so that a crash in between only queues the same job ids again.
   */
  relay(): Promise<number> {
    return this.db.tx(async () => {
      const facts = await this.db.query<{ id: string; type: string }>(
        `select id, type from platform.outbox where published_at is null order by id limit ${BATCH} for update skip locked`,
      );
      if (!facts.length) return 0;
      const marks = facts.map(({ id, type }) => ({ id, pending: this.handlers.namesFor(type) }));
      await this.jobs.addEvents(marks.flatMap(({ id, pending }) => pending.map((handler) => ({ eventId: id, handler }))));
      await this.db.query(
        `update platform.outbox o set published_at = now(), pending = m.pending
           from jsonb_to_recordset($1) as m(id uuid, pending text[]) where o.id = m.id`,
        [JSON.stringify(marks)],
      );
      return facts.length;
    });
  }

  /** Queues again what was published but not handled: Redis may have lost it. Ids already queued are ignored. */
  @OnJob('platform.requeue_outbox')
  async requeue({ olderThanSeconds = 60 }: { olderThanSeconds?: number }): Promise<void> {
    const lost = await this.db.query<{ id: string; pending: string[] }>(
      `select id, pending from platform.outbox
        where pending <> '{}'::text[] and published_at < now() - make_interval(secs => $1) order by published_at limit 5000`,
      [olderThanSeconds],
    );
    await this.jobs.addEvents(lost.flatMap(({ id, pending }) => pending.map((handler) => ({ eventId: id, handler }))));
  }

  /** Forgets what has served: facts handled a month ago, keys answered a day ago. */
  @OnJob('platform.prune')
  async prune(): Promise<void> {
    await this.db.query(
      `with old as (
         delete from platform.outbox where published_at < now() - interval '30 days' and pending = '{}'::text[] returning id)
       delete from platform.handled where event_id in (select id from old)`,
    );
    await this.db.query("delete from platform.idempotency where created_at < now() - interval '1 day'");
  }
}
