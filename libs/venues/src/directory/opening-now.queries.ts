import { Actor, Clock, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ClosureQueries } from '../closure/closure.queries';
import { weekOf } from '../opening/opening.rules';
import { Venue } from '../venue/venue.entity';
import { maySeeVenue } from '../venue/venue.policy';
import { VenueQueries } from '../venue/venue.queries';
import { VenueOpening } from './opening-now.dto';
import { openingNow } from './opening-now.rules';

const HOLIDAYS_SHOWN = 3;

/** Whether a place is open, and what will close it. */
@Injectable()
export class OpeningNowQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly closures: ClosureQueries,
    private readonly venues: VenueQueries,
  ) {}

  async of(actor: Actor | null, idOrSlug: string): Promise<VenueOpening> {
    const venue = await this.venues.shown(idOrSlug);
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    return this.at(venue);
  }

  /** The same of a place already at hand. */
  async at(venue: Pick<Venue, 'id' | 'timeZone' | 'openingHours'>): Promise<VenueOpening> {
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
