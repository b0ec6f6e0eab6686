import { Actor, cursorId, Database, page, Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MANAGED, managedParam } from '../venue/venue.policy';
import { BookingSearch, BookingView } from './booking.dto';
import { hostActions } from './booking.rules';

type Row = Omit<BookingView, 'actions'>;

const VIEW = `select b.id, b.status, lower(b.period) as "startsAt", upper(b.period) as "endsAt", b.purpose, b.reason, b.version,
    b.requested_at as "requestedAt", p.given_name || ' ' || p.family_name as "requestedBy",
    r.id as "roomId", r.name as "roomName", v.id as "venueId", v.slug as "venueSlug", v.name as "venueName", v.time_zone as "timeZone"
  from venues.booking b join venues.room r on r.id = b.room_id join venues.venue v on v.id = b.venue_id
    join identity.person p on p.id = b.requested_by`;

const view = (row: Row): BookingView => ({ ...row, actions: hostActions(row.status) });

@Injectable()
export class BookingQueries {
  constructor(private readonly db: Database) {}

  /** Bookings of the places one manages, in the order of time. */
  async search(actor: Actor, { status, venueId, limit, cursor }: BookingSearch): Promise<Page<BookingView>> {
    const rows = await this.db.query<Row>(
      `${VIEW} where ${MANAGED} and ($2::text is null or b.status = $2) and ($3::uuid is null or b.venue_id = $3)
         and ($4::uuid is null or (lower(b.period), b.id) > (select lower(c.period), c.id from venues.booking c where c.id = $4))
       order by lower(b.period), b.id limit $5`,
      [managedParam(actor), status ?? null, venueId ?? null, cursorId(cursor), limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(view), nextCursor };
  }

  async byId(id: string): Promise<BookingView> {
    return view((await this.db.one<Row>(`${VIEW} where b.id = $1`, [id]))!);
  }
}
