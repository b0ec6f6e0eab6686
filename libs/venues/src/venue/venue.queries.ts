import { Actor, Clock, cursorId, Database, isUuid, notFound, page, Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { RoomView } from '../room/room.dto';
import { searchWords } from './text.rules';
import { VenueAction, VenueCard, VenueDetail, VenueSearch, VenueSession } from './venue.dto';
import { Venue } from './venue.entity';
import { MANAGED, managedParam, mayClaimVenue, mayManageVenue, maySeeVenue } from './venue.policy';
import { venueLife } from './venue.rules';

const CARD = `v.id, v.slug, v.name, v.commune_name as "communeName", v.postal_code as "postalCode", v.departement_code as "departementCode",
  v.typologies, v.services, v.latitude, v.longitude, v.status,
  (select count(*)::int from venues.room r where r.venue_id = v.id) as "roomsCount"`;
const AFTER = (param: string) =>
  `(v.search_text, v.id) > (select c.search_text, c.id from venues.venue c where c.id = ${param})`;
const SLUG = /^[a-z0-9-]{1,120}$/;

@Injectable()
export class VenueQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The public directory, in alphabetical order. */
  async search({ q = '', departement, service, limit, cursor }: VenueSearch): Promise<Page<VenueCard>> {
    const params: unknown[] = [];
    const where = (sql: (param: string) => string, value: unknown) => sql(`$${params.push(value)}`);
    const conditions = [
      `v.status = 'published'`,
      ...searchWords(q).map((word) => where((p) => `v.search_text like ${p}`, `%${word}%`)),
      ...(departement ? [where((p) => `v.departement_code = ${p}`, departement)] : []),
      ...(service ? [where((p) => `${p} = any(v.services)`, service)] : []),
      ...(cursor ? [where(AFTER, cursorId(cursor))] : []),
    ];
    return this.cards(conditions, params, limit);
  }

  /** The places one manages, whatever their status. */
  async mine(actor: Actor, limit: number, cursor?: string): Promise<Page<VenueCard>> {
    const params: unknown[] = [managedParam(actor)];
    const conditions = cursor ? [MANAGED, AFTER(`$${params.push(cursorId(cursor))}`)] : [MANAGED];
    return this.cards(conditions, params, limit);
  }

  private async cards(conditions: string[], params: unknown[], limit: number): Promise<Page<VenueCard>> {
    const rows = await this.db.query<VenueCard>(
      `select ${CARD} from venues.venue v where ${conditions.join(' and ')} order by v.search_text, v.id limit ${limit + 1}`,
      params,
    );
    return page(rows, limit, ({ id }) => [id]);
  }

  async detail(actor: Actor | null, idOrSlug: string): Promise<VenueDetail> {
    const key = isUuid(idOrSlug) ? { id: idOrSlug } : SLUG.test(idOrSlug) ? { slug: idOrSlug } : undefined;
    const venue = key && (await this.db.em.findOneBy(Venue, key));
    if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
    const { searchText: _search, contentHash: _hash, sourceId: _sourceId, operatorId, ...shown } = venue;
    const rooms = await this.roomsOf(venue.id);
    return {
      ...shown,
      operator: operatorId ? await this.operator(operatorId) : null,
      rooms,
      roomsCount: rooms.length,
      upcomingSessions: await this.upcomingSessions(venue.id),
      actions: actionsOf(actor, venue),
    };
  }

  private roomsOf(venueId: string): Promise<RoomView[]> {
    return this.db.query<RoomView>(
      `select id, name, capacity, wheelchair_access as "wheelchairAccess", equipment, auto_confirm as "autoConfirm", version
         from venues.room where venue_id = $1 order by name, id`,
      [venueId],
    );
  }

  private async operator(id: string): Promise<VenueDetail['operator']> {
    return (
      (await this.db.one<{ id: string; name: string }>(
        'select id, name from identity.organisation where id = $1',
        [id],
      )) ?? null
    );
  }

  private upcomingSessions(venueId: string): Promise<VenueSession[]> {
    return this.db.query<VenueSession>(
      `select s.code, c.title as "courseTitle", c.slug as "courseSlug", s.status, s.starts_at as "startsAt", s.ends_at as "endsAt",
              s.time_zone as "timeZone", s.capacity - s.seats_taken as "seatsLeft"
         from training.session s join training.course c on c.id = s.course_id
        where s.venue_id = $1 and s.status in ('open', 'confirmed', 'running') and s.ends_at > $2
        order by s.starts_at limit 10`,
      [venueId, this.clock.now()],
    );
  }
}

function actionsOf(actor: Actor | null, venue: Venue): VenueAction[] {
  if (mayManageVenue(actor, venue)) return ['edit', ...venueLife.available(venue.status)];
  return mayClaimVenue(actor, venue) ? ['claim'] : [];
}
