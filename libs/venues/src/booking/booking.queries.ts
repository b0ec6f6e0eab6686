import { Actor, Clock, cursorId, Database, invalid, page, Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BOOKED_EQUIPMENT } from '../equipment/equipment.sql';
import { MANAGED, managedParam, mayManageVenue } from '../venue/venue.policy';
import { BookingSearch, BookingView, MyBookingSearch } from './booking.dto';
import { LONGEST } from './booking.entity';
import { FOLLOWED, mayFollowBooking } from './booking.policy';
import { actionsOf } from './booking.rules';

type Row = Omit<BookingView, 'actions'> & { requesterId: string; organisationId: string | null; operatorId: string | null };

const VIEW = `select b.id, b.status, b.kind, lower(b.period) as "startsAt", upper(b.period) as "endsAt", b.purpose, b.reason, b.people, b.version,
    b.demand_id as "demandId", case when b.status = 'held' then b.answer_by end as "answerBy", b.decided_at as "decidedAt",
    b.requested_at as "requestedAt", p.given_name || ' ' || p.family_name as "requestedBy",
    r.id as "roomId", r.name as "roomName", v.id as "venueId", v.slug as "venueSlug", v.name as "venueName", v.time_zone as "timeZone",
    b.requested_by as "requesterId", b.organisation_id as "organisationId", v.operator_id as "operatorId",
    (select s.code from training.session_slot t join training.session s on s.id = t.session_id where t.booking_id = b.id limit 1) as "sessionCode",
    ${BOOKED_EQUIPMENT},
    coalesce((select jsonb_agg(jsonb_build_object('movedAt', m.moved_at, 'roomName', mr.name, 'startsAt', lower(m.from_period), 'endsAt', upper(m.from_period)) order by m.moved_at desc)
      from venues.booking_move m join venues.room mr on mr.id = m.from_room_id where m.booking_id = b.id), '[]') as moves
  from venues.booking b join venues.room r on r.id = b.room_id join venues.venue v on v.id = b.venue_id
    join identity.person p on p.id = b.requested_by`;

@Injectable()
export class BookingQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Bookings of the places one manages, in the order of time. */
  search(actor: Actor, { venueId, roomId, ...query }: BookingSearch): Promise<Page<BookingView>> {
    return this.list(actor, query, [MANAGED, '($2::uuid is null or b.venue_id = $2)', '($3::uuid is null or b.room_id = $3)'], [managedParam(actor), venueId ?? null, roomId ?? null]);
  }

  /** What one asked for, and what one's organisation did, in the order of time. */
  mine(actor: Actor, query: MyBookingSearch): Promise<Page<BookingView>> {
    return this.list(actor, query, [FOLLOWED], [actor.personId, actor.organisationIds('course_manager')]);
  }

  async byId(actor: Actor, id: string): Promise<BookingView> {
    return this.view(actor)((await this.db.one<Row>(`${VIEW} where b.id = $1`, [id]))!);
  }

  private async list(
    actor: Actor,
    { status, from, to, limit, cursor }: MyBookingSearch,
    conditions: string[],
    params: unknown[],
  ): Promise<Page<BookingView>> {
    const [start, end] = [from, to].map((instant) => (instant === undefined ? null : new Date(instant)));
    if (start && end && start >= end) throw invalid('/to', 'booking.period_empty', 'La fin de la période doit suivre son début.');
    const where = [...conditions];
    const filter = (sql: (param: string) => string, value: unknown) => where.push(sql(`$${params.push(value)}`));
    if (status) filter((p) => `b.status = ${p}`, status);
    if (start || end) filter((p) => `b.period && ${p}::tstzrange`, `[${start?.toISOString() ?? ''},${end?.toISOString() ?? ''})`);
    // What the overlap says already, told so that the index in the order of time begins and ends where the period does.
    if (start) filter((p) => `lower(b.period) > ${p}::timestamptz - interval '${LONGEST}'`, start);
    if (end) filter((p) => `lower(b.period) < ${p}::timestamptz`, end);
    const after = cursorId(cursor);
    if (after) filter((p) => `(lower(b.period), b.id) > (select lower(c.period), c.id from venues.booking c where c.id = ${p})`, after);
    const rows = await this.db.query<Row>(`${VIEW} where ${where.join(' and ')} order by lower(b.period), b.id limit ${limit + 1}`, params);
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(this.view(actor)), nextCursor };
  }

  private view(actor: Actor) {
    const now = this.clock.now();
    return ({ requesterId, organisationId, operatorId, ...row }: Row): BookingView => ({
      ...row,
      actions: actionsOf({
        ...row,
        isOver: row.endsAt <= now,
        isHost: mayManageVenue(actor, { operatorId }),
        isAsker: mayFollowBooking(actor, { requestedBy: requesterId, organisationId }),
      }),
    });
  }
}
