import { Actor, Audit, Clock, conflict, Database, ifMatch, invalid, notFound, Outbox, type Period } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageVenue } from '../venue/venue.policy';
import { BookableRooms } from './bookable-rooms';
import { BookingMover } from './booking-mover';
import { BookingView, CancelBooking, MoveBooking } from './booking.dto';
import { mayFollowBooking as isAsker } from './booking.policy';
import { BookingQueries } from './booking.queries';
import { actionsOf, bookingLife, type BookingKind, type BookingStatus, periodOn } from './booking.rules';

interface Known extends Period {
  id: string;
  status: BookingStatus;
  kind: BookingKind;
  roomId: string;
  venueId: string;
  demandId: string;
  requestedBy: string;
  organisationId: string | null;
  operatorId: string | null;
  timeZone: string;
  people: number | null;
  version: number;
}

/** What becomes of a booking once it is made: cancelled, or moved to another time or another room of the place. */
@Injectable()
export class ChangeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly rooms: BookableRooms,
    private readonly mover: BookingMover,
    private readonly queries: BookingQueries,
  ) {}

  cancel(actor: Actor, id: string, { reason, following = false }: CancelBooking): Promise<BookingView> {
    return this.db.tx(async () => {
      const booking = await this.lock(actor, id, 'cancel');
      if (!isAsker(actor, booking) && !reason)
        throw invalid('/reason', 'booking.reason_missing', 'Dites à la personne qui a réservé pourquoi la salle n’est plus disponible.');
      const cancelled = await this.db.query<{ id: string }>(
        `with live as (
           select id from venues.booking where status = any($3) and (id = $1 or ($2 and demand_id = $4 and lower(period) >= $5)) order by id for no key update)
         update venues.booking b set status = 'cancelled', reason = $6, decided_at = $7, decided_by = $8, version = version + 1
           from live where b.id = live.id returning b.id`,
        [id, following, bookingLife.table.cancel.from, booking.demandId, booking.from, reason ?? null, this.clock.now(), actor.personId],
      );
      await this.outbox.publish('venues.booking_cancelled', ...cancelled.map((one) => ({ bookingId: one.id })));
      await this.record(actor, 'cancelled', id, { bookings: cancelled.length });
      return this.queries.byId(actor, id);
    });
  }

  move(actor: Actor, id: string, version: number, asked: MoveBooking): Promise<BookingView> {
    return this.db.tx(async () => {
      const booking = await this.lock(actor, id, 'move');
      ifMatch(version, booking.version);
      const room = await this.rooms.lock(asked.roomId ?? booking.roomId);
      if (room.venueId !== booking.venueId) throw invalid('/roomId', 'booking.other_place', 'Choisissez une salle du même lieu.');
      const period = periodOn(asked, room.timeZone, this.clock.now());
      await this.mover.move(room, [{ ...booking, ...period }], { by: actor.personId, isHost: mayManageVenue(actor, booking) });
      await this.record(actor, 'moved', id, { roomId: room.id, from: period.from.toISOString(), to: period.to.toISOString() });
      return this.queries.byId(actor, id);
    });
  }

  private async lock(actor: Actor, id: string, action: 'cancel' | 'move'): Promise<Known> {
    const booking = await this.db.one<Known>(
      `select b.id, b.status, b.kind, b.room_id as "roomId", b.venue_id as "venueId", b.demand_id as "demandId", b.requested_by as "requestedBy",
              b.organisation_id as "organisationId", b.people, b.version, lower(b.period) as "from", upper(b.period) as "to",
              v.operator_id as "operatorId", v.time_zone as "timeZone"
         from venues.booking b join venues.venue v on v.id = b.venue_id where b.id = $1 for no key update of b`,
      [id],
    );
    const isHost = booking !== undefined && mayManageVenue(actor, booking);
    if (!booking || (!isHost && !isAsker(actor, booking))) throw notFound('booking');
    if (booking.kind === 'session')
      throw conflict('booking.session', 'Cette salle est réservée pour une session\u202f: elle se déplace et se rend avec elle.');
    const isOver = booking.to <= this.clock.now();
    if (!actionsOf({ ...booking, isOver, isHost, isAsker: isAsker(actor, booking) }).includes(action))
      throw conflict('booking.closed_state', 'Cette réservation est terminée ou n’est plus en cours : elle ne change plus.');
    return booking;
  }

  private record(actor: Actor, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action: `venues.booking.${action}`, subjectType: 'booking', subjectId, detail });
  }
}

