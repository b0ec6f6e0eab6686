import { Actor, Clock, cursorId, Database, notFound, page, Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { weekOf } from '../opening/opening.rules';
import { ROOM, SHARED_EQUIPMENT } from '../room/room.sql';
import { searchWords, venueKey } from './text.rules';
import { ManagedSearch } from './venue-input.dto';
import { ManagedVenue, VenueAction, VenueDetail } from './venue.dto';
import { Venue } from './venue.entity';
import { MANAGED, managedParam, mayClaimVenue, mayManageVenue, maySeeVenue } from './venue.policy';
import { isUnsettled, venueLife } from './venue.rules';

export const VENUE_CARD = `v.id, v.slug, v.name, v.commune_name as "communeName", v.postal_code as "postalCode", v.departement_code as "departementCode",
  v.typologies, v.services, v.latitude, v.longitude, v.status,
  (select count(*)::int from venues.room r where r.venue_id = v.id and r.retired_at is null) as "roomsCount"`;
const AFTER = (param: string) =>
  `(v.search_text, v.id) > (select c.search_text, c.id from venues.venue c where c.id = ${param})`;

/** Nobody decided yet what becomes of it. */
const GONE = 'v.gone_on is not null and v.kept_on is null';

type Around = Pick<VenueDetail, 'operator' | 'rooms' | 'equipment' | 'upcomingSessions'>;

@Injectable()
export class VenueQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The places one manages, whatever their status. */
  async mine(actor: Actor, { q, gone, limit, cursor }: ManagedSearch): Promise<Page<ManagedVenue>> {
    const params: unknown[] = [managedParam(actor)];
    const conditions = [MANAGED];
    const where = (sql: (param: string) => string, value: unknown) => void conditions.push(sql(`$${params.push(value)}`));
    if (q) where((p) => `v.search_terms @@ venues.asked(${p}::text[])`, searchWords(q));
    if (gone) conditions.push(GONE);
    const after = cursorId(cursor);
    if (after !== null) where(AFTER, after);
    const rows = await this.db.query<ManagedVenue>(
      `select ${VENUE_CARD}, case when ${GONE} then v.gone_on::text end as "goneOn",
              (select o.name from identity.organisation o where o.id = v.operator_id) as "operatorName"
         from venues.venue v where ${conditions.join(' and ')} order by v.search_text, v.id limit ${limit + 1}`,
      params,
    );
    return page(rows, limit, ({ id }) => [id]);
  }

  async detail(actor: Actor | null, idOrSlug: string): Promise<VenueDetail> {
    const venue = await this.shown(idOrSlug);
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    const manages = mayManageVenue(actor, venue);
    const around = await this.around(venue, manages);
    const roomsCount = around.rooms.filter(({ retiredAt }) => !retiredAt).length;
    const shown = shownOf(manages ? venue : { ...venue, goneOn: null, keptOn: null });
    return { ...shown, ...around, roomsCount, actions: actionsOf(actor, venue) };
  }

  async isInViewOf(actor: Actor, idOrSlug: string): Promise<boolean> {
    const venue = await this.shown(idOrSlug);
    return venue !== null && maySeeVenue(actor, venue);
  }

  /** The place of this id or slug; one made one with another is read as the place that was kept. */
  async shown(idOrSlug: string): Promise<Venue | null> {
    const key = venueKey(idOrSlug);
    return key ? this.following(await this.db.em.findOneBy(Venue, key)) : null;
  }

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
  if (mayManageVenue(actor, venue)) return ['edit', ...venueLife.available(venue.status), ...(isUnsettled(venue) ? ['keep' as const] : [])];
  return mayClaimVenue(actor, venue) ? ['claim'] : [];
}
