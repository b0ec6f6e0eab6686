import { Clock, Config, conflictAt, Database, Outbox, type Period, periodsFault, Problem, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EquipmentAsk } from '../equipment/equipment.dto';
import { type BookableRoom, BookableRooms, isConfirmed, type PeriodState } from './bookable-rooms';
import { answerBy, type BookingKind, type BookingStatus, bookingLife, remindAt } from './booking.rules';
import { LendableEquipment } from './lendable-equipment';

export interface HoldRequest {
  roomId: string;
  periods: readonly Period[];
  requestedBy: string;
  /** The organisation it is for: its managers follow it. */
  organisationId: string | null;
  /** What the host reads: the name of a course and the code of a session, not of a person. */
  purpose: string;
  kind?: BookingKind;
  /** People expected. */
  people?: number;
  /** By the host of the place: confirmed at once, even while it is closed. */
  isHost?: boolean;
  /** Asked for each of the periods. */
  equipment?: readonly EquipmentAsk[];
}

export interface HeldBooking extends Period {
  id: string;
  status: Extract<BookingStatus, 'held' | 'confirmed'>;
}

const FAULTS = {
  'period.none': 'Indiquez au moins une période.',
  'period.empty': 'La fin de la réservation doit suivre son début.',
  'period.overlap': 'Deux des périodes demandées se chevauchent.',
} as const;

/** Rooms held for others. Always called inside the caller's transaction, so that both succeed or neither does. */
@Injectable()
export class BookingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly rooms: BookableRooms,
    private readonly lendable: LendableEquipment,
  ) {}

  /** Holds the room for every period, in the order told, or for none; confirmed at once when its host said so. */
  hold(request: HoldRequest): Promise<HeldBooking[]> {
    const { roomId, periods, equipment = [] } = request;
    const fault = periodsFault(periods);
    if (fault) throw new Problem(422, fault, FAULTS[fault]);
    return this.db.tx(async () => {
      const room = await this.rooms.lock(roomId);
      const states = await this.rooms.checkFree(room, periods, request);
      await this.lendable.check(room, periods, equipment);
      const held = await this.insert(room, request, states);
      // The database saw what the check had not: somebody else came in between, and can now be named.
      if (held.length < periods.length) {
        await this.rooms.checkFree(room, periods, { isHost: true, except: held.map(({ id }) => id) });
        throw conflictAt('/roomId', 'booking.overlap', 'Cette salle vient d’être prise, puis rendue, sur cette période. Réessayez.');
      }
      if (equipment.length)
        await this.db.query(
          `insert into venues.booking_equipment (booking_id, equipment_id, quantity)
           select b, e."equipmentId", e.quantity from unnest($1::uuid[]) b, jsonb_to_recordset($2) e ("equipmentId" uuid, quantity int) order by 2, 1`,
          [held.map(({ id }) => id), JSON.stringify(equipment)],
        );
      const inState = (status: BookingStatus) => told(held.filter((booking) => booking.status === status));
      await this.outbox.publish('venues.booking_requested', ...inState('held'));
      await this.outbox.publish('venues.booking_confirmed', ...inState('confirmed'));
      return held;
    });
  }

  private insert(room: BookableRoom, request: HoldRequest, states: readonly PeriodState[]): Promise<HeldBooking[]> {
    const now = this.clock.now();
    const rows = states.map((period) => {
      const isFree = isConfirmed(room, period, request.isHost);
      const deadline = answerBy(now, period, this.config.ANSWER_DAYS);
      return {
        period: tstzrange(period.from, period.to),
        status: isFree ? 'confirmed' : 'held',
        answer_by: isFree ? null : deadline,
        remind_at: isFree ? null : remindAt(now, deadline),
      };
    });
    return this.db.query<HeldBooking>(
      `insert into venues.booking (room_id, venue_id, period, status, answer_by, remind_at, requested_by, organisation_id, purpose, kind, people, demand_id)
       select $1, $2, t.period, t.status, t.answer_by, t.remind_at, $4, $5, $6, $7, $8, d.id
         from (select uuidv7() as id) d, rows from (jsonb_to_recordset($3) as (period tstzrange, status text, answer_by timestamptz, remind_at timestamptz)) with ordinality t
        order by t.ordinality
       on conflict on constraint ex_booking_room_period do nothing
       returning id, status, lower(period) as "from", upper(period) as "to"`,
      [room.id, room.venueId, JSON.stringify(rows), request.requestedBy, request.organisationId, request.purpose, request.kind ?? 'session', request.people ?? null],
    );
  }

  /** Gives the rooms back; bookings already over are left as they are. */
  release(bookingIds: readonly string[], by: string, reason: string | null = null): Promise<void> {
    return this.db.tx(async () => {
      const freed = await this.db.query<{ id: string }>(
        `with live as (select id from venues.booking where id = any($1::uuid[]) and status = any($2) order by id for no key update)
         update venues.booking b set status = $3, decided_at = $4, decided_by = $5, reason = $6, version = version + 1 from live where b.id = live.id returning b.id`,
        [bookingIds, bookingLife.table.cancel.from, bookingLife.table.cancel.to, this.clock.now(), by, reason],
      );
      await this.outbox.publish('venues.booking_cancelled', ...told(freed));
    });
  }

  /** Whether every one of these is confirmed by its host. */
  async confirmed(bookingIds: readonly string[]): Promise<boolean> {
    const answer = await this.db.one<{ n: number }>(
      `select count(*)::int as n from venues.booking where id = any($1::uuid[]) and status = 'confirmed'`,
      [bookingIds],
    );
    return answer!.n === new Set(bookingIds).size;
  }
}

const told = (bookings: readonly { id: string }[]) => bookings.map(({ id }) => ({ bookingId: id }));
