import { Actor, Audit, type Calendar, CalendarFeedView, calendarHash, Clock, Config, Database, newCalendarAddress, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { CalendarFeed } from './calendar-feed.entity';
import { placeCalendar, type PlaceCalendar } from './place-calendar';

/** The calendar of a place in other programs, at an address that only its hosts know and may change. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async feed(actor: Actor, venueId: string): Promise<CalendarFeedView> {
    await this.managed(actor, venueId);
    const feed = await this.db.em.findOneBy(CalendarFeed, { venueId });
    return { createdAt: feed?.createdAt ?? null, url: null };
  }

  /** Draws a new address; the old one answers nothing from now on. */
  renew(actor: Actor, venueId: string): Promise<CalendarFeedView> {
    return this.db.tx(async () => {
      await this.managed(actor, venueId);
      const { url, hash } = newCalendarAddress(`${this.config.PUBLIC_URL}/api/v1/calendars`);
      const createdAt = this.clock.now();
      await this.db.query(
        `insert into venues.calendar_feed (venue_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (venue_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [venueId, hash, createdAt],
      );
      await this.audit.record({ actor, action: 'venues.calendar.renewed', subjectType: 'venue', subjectId: venueId });
      return { createdAt, url };
    });
  }

  stop(actor: Actor, venueId: string): Promise<void> {
    return this.db.tx(async () => {
      await this.managed(actor, venueId);
      await this.db.em.delete(CalendarFeed, { venueId });
      await this.audit.record({ actor, action: 'venues.calendar.stopped', subjectType: 'venue', subjectId: venueId });
    });
  }

  /** What is to come and the last three months; what was given up since stays, as cancelled. */
  async read(file: string): Promise<Calendar> {
    const since = new Date(this.clock.now().getTime() - 90 * 86_400_000);
    const calendar = await this.db.one<PlaceCalendar>(
      `select v.name, coalesce((select jsonb_agg(x order by x."startsAt", x.id) from (
           select b.id, lower(b.period) as "startsAt", upper(b.period) as "endsAt", b.status, b.purpose, r.name as "roomName", b.version,
                  s.code as "sessionCode", coalesce(s.status <> 'draft', false) as "hasPage",
                  greatest(b.requested_at, b.decided_at, (select max(m.moved_at) from venues.booking_move m where m.booking_id = b.id)) as "changedAt"
             from venues.booking b join venues.room r on r.id = b.room_id
             left join lateral (select s.code, s.status from training.session_slot t join training.session s on s.id = t.session_id where t.booking_id = b.id limit 1) s on true
            where b.venue_id = v.id and b.period && tstzrange($2, null) order by lower(b.period) limit 5000) x), '[]') as bookings,
         coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'from', lower(c.period), 'until', upper(c.period), 'reason', c.reason) order by c.period)
           from venues.closure c where c.venue_id = v.id and upper(c.period) > $2::date), '[]') as closures
       from venues.calendar_feed f join venues.venue a on a.id = f.venue_id join venues.venue v on v.id = coalesce(a.merged_into, a.id) where f.token_hash = $1`,
      [calendarHash(file), since],
    );
    if (!calendar) throw notFound('calendar');
    return placeCalendar({ ...calendar, bookings: calendar.bookings.map(dated) }, this.config.PUBLIC_URL);
  }

  private async managed(actor: Actor, venueId: string): Promise<void> {
    const venue = await this.db.em.findOneBy(Venue, { id: venueId });
    if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
  }
}

/** JSON writes instants as text. */
const dated = (booking: PlaceCalendar['bookings'][number]) => ({
  ...booking,
  startsAt: new Date(booking.startsAt),
  endsAt: new Date(booking.endsAt),
  changedAt: new Date(booking.changedAt),
});
