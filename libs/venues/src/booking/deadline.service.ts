import { Clock, Database, OnJob, Outbox, SignedLinks } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { bookingLife } from './booking.rules';

const BATCH = 500;

/** What time does to held bookings: their host is reminded, then they lapse. Each batch is done whole, or not at all. */
@Injectable()
export class DeadlineService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly links: SignedLinks,
  ) {}

  @OnJob('venues.expire_bookings')
  async expire(): Promise<void> {
    await this.links.forget();
    while ((await this.expireSome()) === BATCH);
  }

  /** One fact per demand: what was asked for together is recalled together. */
  @OnJob('venues.remind_hosts')
  remind(): Promise<void> {
    return this.db.tx(async () => {
      const due = await this.db.query<{ demandId: string }>(
        `with due as (select demand_id from venues.booking where status = 'held' and remind_at <= $1 and answer_by > $1 limit ${BATCH})
         update venues.booking b set remind_at = null from (
           select id from venues.booking where demand_id in (select demand_id from due) and status = 'held' order by id for no key update skip locked) held
          where b.id = held.id returning b.demand_id as "demandId"`,
        [this.clock.now()],
      );
      await this.outbox.publish('venues.answer_due', ...[...new Set(due.map(({ demandId }) => demandId))].map((demandId) => ({ demandId })));
    });
  }

  private expireSome(): Promise<number> {
    return this.db.tx(async () => {
      const now = this.clock.now();
      const lapsed = await this.db.query<{ id: string }>(
        `with late as (select id from venues.booking where status = 'held' and answer_by <= $1 order by id limit ${BATCH} for no key update skip locked)
         update venues.booking b set status = $2, decided_at = $1, version = version + 1 from late where b.id = late.id returning b.id`,
        [now, bookingLife.table.expire.to],
      );
      await this.outbox.publish('venues.booking_expired', ...lapsed.map(({ id }) => ({ bookingId: id })));
      return lapsed.length;
    });
  }
}
