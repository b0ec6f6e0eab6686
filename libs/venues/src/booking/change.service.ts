import { Actor, Audit, Clock, Config, conflict, conflictAt, Database, ifMatch, instantOf, invalid, notFound, Outbox, type Period, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageVenue } from '../venue/venue.policy';
import { BookableRooms, isConfirmed } from './bookable-rooms';
import { BookingView, CancelBooking, MoveBooking } from './booking.dto';
import { mayFollowBooking as isAsker } from './booking.policy';
import { BookingQueries } from './booking.queries';
import { actionsOf, answerBy, bookingLife, type BookingKind, type BookingStatus, remindAt, SKIPPED_HOUR } from './booking.rules';

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
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly rooms: BookableRooms,
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

  /** Moved by its host, it stays as it is and who asked is told; moved by who asked, its host is asked again unless the room confirms alone. */
  move(actor: Actor, id: string, version: number, { date, start, end, roomId }: MoveBooking): Promise<BookingView> {
    return this.db.tx(async () => {
      const booking = await this.lock(actor, id, 'move');
      ifMatch(version, booking.version);
      const isHost = mayManageVenue(actor, booking);
      const room = await this.rooms.lock(roomId ?? booking.roomId);
      if (room.venueId !== booking.venueId) throw invalid('/roomId', 'booking.other_place', 'Choisissez une salle du même lieu.');
      if (booking.people && booking.people > room.capacity)
        throw conflictAt('/roomId', 'booking.over_room', `Cette salle accueille au plus ${room.capacity} personnes, ${booking.people} sont attendues.`);
      const period = this.periodOf(date, start, end, room.timeZone);
      const equipment = await this.db.query<{ equipmentId: string; quantity: number }>(
        'select equipment_id as "equipmentId", quantity from venues.booking_equipment where booking_id = $1 order by equipment_id',
        [id],
      );
      const [state] = await this.rooms.checkFree(room, [period], { except: [id], isHost });
      await this.rooms.checkEquipment(room, [period], equipment, [id]);
      const now = this.clock.now();
      const stays = isHost && booking.status === 'confirmed';
      const status = stays || isConfirmed(room, state!, isHost && booking.kind === 'block') ? 'confirmed' : 'held';
      const deadline = status === 'held' ? answerBy(now, period, this.config.ANSWER_DAYS) : null;
      await this.db.query(
        `with kept as (insert into venues.booking_move (booking_id, moved_at, moved_by, from_room_id, from_period) select id, $2, $3, room_id, period from venues.booking where id = $1)
         update venues.booking set room_id = $4, period = $5, status = $6, answer_by = $7, remind_at = $8, decided_at = case when $6 = 'held' then null else $2 end,
                demand_id = case when $6 = 'held' and status = 'confirmed' then uuidv7() else demand_id end, version = version + 1 where id = $1`,
        [id, now, actor.personId, room.id, tstzrange(period.from, period.to), status, deadline, deadline && remindAt(now, deadline)],
      );
      await this.outbox.publish('venues.booking_moved', { bookingId: id, by: actor.personId });
      await this.record(actor, 'moved', id, { roomId: room.id, from: period.from.toISOString(), to: period.to.toISOString() });
      return this.queries.byId(actor, id);
    });
  }

  private periodOf(date: string, start: string, end: string, timeZone: string): Period {
    const [from, to] = [instantOf(date, start, timeZone), instantOf(date, end, timeZone)];
    if (!from) throw invalid('/start', 'booking.skipped_hour', SKIPPED_HOUR);
    if (!to) throw invalid('/end', 'booking.skipped_hour', SKIPPED_HOUR);
    if (from >= to || start >= end) throw invalid('/end', 'booking.period_empty', 'L’heure de fin doit suivre l’heure de début.');
    if (from <= this.clock.now()) throw invalid('/date', 'booking.past', 'Ce créneau est déjà passé.');
    return { from, to };
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
      throw conflict('booking.session', 'Cette salle est réservée pour une session : c’est depuis la session que l’on change ou annule.');
    const isOver = booking.to <= this.clock.now();
    if (!actionsOf({ ...booking, isOver, isHost, isAsker: isAsker(actor, booking) }).includes(action))
      throw conflict('booking.closed_state', 'Cette réservation est terminée ou n’est plus en cours : elle ne change plus.');
    return booking;
  }

  private record(actor: Actor, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action: `venues.booking.${action}`, subjectType: 'booking', subjectId, detail });
  }
}

