import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Closures, ClosureView } from './closure.dto';

const VIEW = `c.id, lower(c.period)::text as "from", (upper(c.period) - 1)::text as "until", c.reason`;

@Injectable()
export class ClosureQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What is still to come, on the clock of the place. */
  async coming(venueId: string): Promise<Closures> {
    const found = await this.db.one<Closures>(
      `with today as (select v.id, v.holiday_territory as territory, ($2::timestamptz at time zone v.time_zone)::date as day from venues.venue v where v.id = $1)
       select coalesce((select jsonb_agg(x order by x."from") from (
                 select ${VIEW} from venues.closure c where c.venue_id = t.id and upper(c.period) > t.day) x), '[]') as items,
              coalesce((select jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name) order by h.date) from identity.public_holiday h
                 where h.territory = t.territory and h.date >= t.day and h.date < t.day + interval '1 year'), '[]') as holidays
         from today t`,
      [venueId, this.clock.now()],
    );
    return found ?? { items: [], holidays: [] };
  }

  async byId(id: string): Promise<ClosureView> {
    return (await this.db.one<ClosureView>(`select ${VIEW} from venues.closure c where c.id = $1`, [id]))!;
  }
}
