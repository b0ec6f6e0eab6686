import { Actor, Clock, Database, isUuid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ClosureQueries } from '../closure/closure.queries';
import { weekOf } from '../opening/opening.rules';
import { maySeeVenue } from '../venue/venue.policy';
import { VenueOpening } from './opening-now.dto';
import { openingNow } from './opening-now.rules';

interface Known {
  id: string;
  timeZone: string;
  openingHours: string | null;
  status: string;
  operatorId: string | null;
}

const SLUG = /^[a-z0-9-]{1,120}$/;
const HOLIDAYS_SHOWN = 3;

/** Whether a place is open, and what will close it. */
@Injectable()
export class OpeningNowQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly closures: ClosureQueries,
  ) {}

  async of(actor: Actor | null, idOrSlug: string): Promise<VenueOpening> {
    const column = isUuid(idOrSlug) ? 'id' : 'slug';
    const venue =
      column === 'id' || SLUG.test(idOrSlug)
        ? await this.db.one<Known>(
            `select id, time_zone as "timeZone", opening_hours as "openingHours", status, operator_id as "operatorId" from venues.venue where ${column} = $1`,
            [idOrSlug],
          )
        : undefined;
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    const { items, holidays } = await this.closures.coming(venue.id);
    const week = weekOf(venue.openingHours);
    const calendar = { closures: items, holidays: holidays.map(({ date }) => date) };
    const now = week && openingNow(week, calendar, venue.timeZone, this.clock.now());
    return {
      timeZone: venue.timeZone,
      isOpen: now && now.isOpen,
      changesAt: now && now.changesAt,
      closures: items,
      holidays: holidays.slice(0, HOLIDAYS_SHOWN),
    };
  }
}
