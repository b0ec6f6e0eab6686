import { Actor, Clock, cursorId, Database, notFound, page, Page, PageQuery } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { weekOf } from '../opening/opening.rules';
import { ROOM, SHARED_EQUIPMENT } from '../room/room.sql';
import { venueKey } from './text.rules';
import { VenueAction, VenueCard, VenueDetail } from './venue.dto';
import { Venue } from './venue.entity';
import { MANAGED, managedParam, mayClaimVenue, mayManageVenue, maySeeVenue } from './venue.policy';
import { venueLife } from './venue.rules';

export const VENUE_CARD = `v.id, v.slug, v.name, v.commune_name as "communeName", v.postal_code as "postalCode", v.departement_code as "departementCode",
  v.typologies, v.services, v.latitude, v.longitude, v.status,
  (select count(*)::int from venues.room r where r.venue_id = v.id and r.retired_at is null) as "roomsCount"`;
const AFTER = (param: string) =>
  `(v.search_text, v.id) > (select c.search_text, c.id from venues.venue c where c.id = ${param})`;

type Around = Pick<VenueDetail, 'operator' | 'rooms' | 'equipment' | 'upcomingSessions'>;

interface Filter {
  conditions: string[];
  params: unknown[];
}

@Injectable()
export class VenueQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The places one manages, whatever their status. */
  mine(actor: Actor, paging: PageQuery): Promise<Page<VenueCard>> {
    return this.cards({ conditions: [MANAGED], params: [managedParam(actor)] }, paging);
  }

  private async cards(
    { conditions, params }: Filter,
    { limit, cursor }: PageQuery,
  ): Promise<Page<VenueCard>> {
    const after = cursorId(cursor);
    const all = after === null ? params : [...params, after];
    const where = after === null ? conditions : [...conditions, AFTER(`$${all.length}`)];
    const rows = await this.db.query<VenueCard>(
      `select ${VENUE_CARD} from venues.venue v where ${where.join(' and ')} order by v.search_text, v.id limit ${limit + 1}`,
      all,
    );
    return page(rows, limit, ({ id }) => [id]);
  }

  async detail(actor: Actor | null, idOrSlug: string): Promise<VenueDetail> {
    const key = venueKey(idOrSlug);
    const venue = key && (await this.following(await this.db.em.findOneBy(Venue, key)));
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    const manages = mayManageVenue(actor, venue);
    const around = await this.around(venue, manages);
    const roomsCount = around.rooms.filter(({ retiredAt }) => !retiredAt).length;
    const shown = shownOf(manages ? venue : { ...venue, goneOn: null });
    return { ...shown, ...around, roomsCount, actions: actionsOf(actor, venue) };
  }

  /** A place made one with another is read as the place that was kept. */
  private async following(venue: Venue | null): Promise<Venue | null> {
    const next = venue?.mergedInto;
    return next ? this.following(await this.db.em.findOneBy(Venue, { id: next })) : venue;
  }

  /** Who operates the place, its rooms (those retired for who manages it), what they share, and the next sessions there. */
  private async around({ id, operatorId }: Venue, withRetired: boolean): Promise<Around> {
    const found = await this.db.one<Around>(
      `select (select jsonb_build_object('id', o.id, 'name', o.name) from identity.organisation o where o.id = $2) as operator,
              coalesce((select jsonb_agg(row order by row.name, row.id) from (
                 select ${ROOM} from venues.room r where r.venue_id = $1 and (r.retired_at is null or $4)) row), '[]') as rooms,
              (select ${SHARED_EQUIPMENT} from venues.venue v where v.id = $1) as equipment,
              coalesce((select jsonb_agg(row order by row."startsAt") from (
                 select s.id, s.code, c.title as "courseTitle", c.slug as "courseSlug", s.status, s.starts_at as "startsAt", s.ends_at as "endsAt",
                        s.time_zone as "timeZone", s.capacity, s.capacity - s.seats_taken as "seatsLeft", s.enrolment_closes_at as "enrolmentClosesAt"
                   from training.session s join training.course c on c.id = s.course_id
                  where s.venue_id = $1 and s.status in ('open', 'confirmed', 'running') and s.ends_at > $3
                  order by s.starts_at limit 10) row), '[]') as "upcomingSessions"`,
      [id, operatorId, this.clock.now(), withRetired],
    );
    return found!;
  }
}

/** What is said of a place, without what only serves to find it. */
function shownOf({
  searchText: _search,
  searchTerms: _terms,
  mapPoint: _mapPoint,
  contentHash: _hash,
  sourceId: _sourceId,
  mergedInto: _merged,
  heldFields: _held,
  operatorId: _operator,
  weekHours: _week,
  holidayHours: _holiday,
  holidayTerritory: _territory,
  ...shown
}: Venue) {
  return { ...shown, opening: weekOf(shown.openingHours) };
}

function actionsOf(actor: Actor | null, venue: Venue): VenueAction[] {
  if (mayManageVenue(actor, venue)) return ['edit', ...venueLife.available(venue.status)];
  return mayClaimVenue(actor, venue) ? ['claim'] : [];
}
