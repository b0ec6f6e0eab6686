import { Clock, Config, conflictAt, Database, Outbox, type Period, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type BookableRoom, BookableRooms, isConfirmed, type PeriodState } from './bookable-rooms';
import { answerBy, type BookingKind, type BookingStatus, remindAt } from './booking.rules';
import { LendableEquipment } from './lendable-equipment';

/** A live booking, and the time to which it moves. */
export interface Moving extends Period {
  id: string;
  status: BookingStatus;
  kind: BookingKind;
  people: number | null;
}

/** Moves live bookings of one demand to a room and to new times, all or none. Their rows are locked by who calls. */
@Injectable()
export class BookingMover {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly rooms: BookableRooms,
    private readonly lendable: LendableEquipment,
  ) {}

  /** Moved by its host a booking stays as it is; moved by who asked, its host is asked again unless the room confirms alone. */
  async move(room: BookableRoom, moving: readonly Moving[], { by, isHost }: { by: string; isHost: boolean }): Promise<void> {
    const people = Math.max(...moving.map((booking) => booking.people ?? 0));
    if (people > room.capacity)
      throw conflictAt('/roomId', 'booking.over_room', `Cette salle accueille au plus ${room.capacity} personnes, ${people} sont attendues.`);
    const ids = moving.map(({ id }) => id);
    const states = await this.rooms.checkFree(room, moving, { except: ids, isHost });
    await this.lendable.checkKept(room, moving, ids);
    await this.write(room, moving.map((booking, index) => this.row(room, booking, states[index]!, isHost)), by);
    // Told once: the letter names all those that moved together.
    await this.outbox.publish('venues.booking_moved', { bookingId: ids[0]!, by });
  }

  private row(room: BookableRoom, { id, from, to, status, kind }: Moving, state: PeriodState, isHost: boolean) {
    const now = this.clock.now();
    const stays = isHost && status === 'confirmed';
    const isAgreed = stays || isConfirmed(room, state, isHost && kind === 'block');
    const deadline = isAgreed ? null : answerBy(now, { from, to }, this.config.ANSWER_DAYS);
    return { id, period: tstzrange(from, to), status: isAgreed ? 'confirmed' : 'held', answer_by: deadline, remind_at: deadline && remindAt(now, deadline) };
  }

  private async write(room: BookableRoom, rows: readonly object[], by: string): Promise<void> {
    await this.db.query(
      `with t as materialized (select * from jsonb_to_recordset($1) as (id uuid, period tstzrange, status text, answer_by timestamptz, remind_at timestamptz)),
            kept as (insert into venues.booking_move (booking_id, moved_at, moved_by, from_room_id, from_period)
                     select b.id, $2, $3, b.room_id, b.period from venues.booking b join t on t.id = b.id)
       update venues.booking b set room_id = $4, period = t.period, status = t.status, answer_by = t.answer_by, remind_at = t.remind_at,
              decided_at = case when t.status = 'held' then null else $2 end,
              demand_id = case when t.status = 'held' and b.status = 'confirmed' then d.id else b.demand_id end, version = b.version + 1
         from t, (select uuidv7() as id) d where b.id = t.id`,
      [JSON.stringify(rows), this.clock.now(), by, room.id],
    );
  }
}
