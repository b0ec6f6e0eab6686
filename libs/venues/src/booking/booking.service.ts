import {
  Clock,
  conflict,
  conflictAt,
  Database,
  notFound,
  OnJob,
  Outbox,
  type Period,
  periodInWords,
  periodsFault,
  Problem,
  tstzrange,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type BookingStatus, bookingLife, LIVE } from './booking.rules';

export interface HoldRequest {
  roomId: string;
  periods: readonly Period[];
  requestedBy: string;
  /** What the host reads: the name of a course and the code of a session, not of a person. */
  purpose: string;
}

export interface HeldBooking extends Period {
  id: string;
  status: Extract<BookingStatus, 'held' | 'confirmed'>;
}

interface BookableRoom {
  id: string;
  name: string;
  venueId: string;
  timeZone: string;
  autoConfirm: boolean;
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
    private readonly outbox: Outbox,
  ) {}

  /** Holds the room for every period, in the order told, or for none; confirmed at once when its host said so. */
  hold({ roomId, periods, requestedBy, purpose }: HoldRequest): Promise<HeldBooking[]> {
    const fault = periodsFault(periods);
    if (fault) throw new Problem(422, fault, FAULTS[fault]);
    return this.db.tx(async () => {
      const room = await this.lockRoom(roomId);
      await this.checkFree(room, periods);
      const status = room.autoConfirm ? 'confirmed' : 'held';
      const held = await this.db.query<HeldBooking>(
        `insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose)
         select $1, $2, period, $4, $5, $6 from unnest($3::tstzrange[]) with ordinality told (period, n) order by n
         returning id, status, lower(period) as "from", upper(period) as "to"`,
        [roomId, room.venueId, periods.map(({ from, to }) => tstzrange(from, to)), status, requestedBy, purpose],
      );
      await this.outbox.publish(status === 'held' ? 'venues.booking_requested' : 'venues.booking_confirmed', ...told(held));
      return held;
    });
  }

  /** Gives the rooms back; bookings already over are left as they are. */
  release(bookingIds: readonly string[]): Promise<void> {
    return this.db.tx(async () => {
      const freed = await this.db.query<{ id: string }>(
        `with live as (select id from venues.booking where id = any($1::uuid[]) and status = any($2) order by id for no key update)
         update venues.booking b set status = $3, version = version + 1 from live where b.id = live.id returning b.id`,
        [bookingIds, bookingLife.table.cancel.from, bookingLife.table.cancel.to],
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

  /** A booking nobody answered before it began lapses. */
  @OnJob('venues.expire_bookings')
  expire(): Promise<void> {
    return this.db.tx(async () => {
      const lapsed = await this.db.query<{ id: string }>(
        `with late as (select id from venues.booking where status = any($2) and lower(period) <= $1 order by id limit 500 for no key update skip locked)
         update venues.booking b set status = $3, version = version + 1 from late where b.id = late.id returning b.id`,
        [this.clock.now(), bookingLife.table.expire.from, bookingLife.table.expire.to],
      );
      await this.outbox.publish('venues.booking_expired', ...told(lapsed));
    });
  }

  /** One request at a time for a room: whoever comes second reads what the first one booked. */
  private async lockRoom(roomId: string): Promise<BookableRoom> {
    const room = await this.db.one<BookableRoom & { venueStatus: string }>(
      `select r.id, r.name, r.venue_id as "venueId", r.auto_confirm as "autoConfirm", v.time_zone as "timeZone", v.status as "venueStatus"
         from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $1 for no key update of r for share of v`,
      [roomId],
    );
    if (!room) throw notFound('room');
    if (room.venueStatus !== 'published')
      throw conflict(
        'booking.venue_not_published',
        'Ce lieu n’est pas publié : ses salles ne peuvent pas être réservées.',
      );
    return room;
  }

  private async checkFree({ id, name, timeZone }: BookableRoom, periods: readonly Period[]): Promise<void> {
    const taken = await this.db.one<{ purpose: string; from: Date; to: Date }>(
      `select b.purpose, lower(b.period) as "from", upper(b.period) as "to" from venues.booking b
        where b.room_id = $1 and b.status = any($2) and b.period && any($3::tstzrange[]) order by lower(b.period) limit 1`,
      [id, LIVE, periods.map(({ from, to }) => tstzrange(from, to))],
    );
    if (taken)
      throw conflictAt(
        '/roomId',
        'booking.overlap',
        `La salle «\u202f${name}\u202f» est déjà réservée ${periodInWords(taken, timeZone)} (${taken.purpose}).`,
        { roomId: id, startsAt: taken.from, endsAt: taken.to },
      );
  }
}

const told = (bookings: readonly { id: string }[]) => bookings.map(({ id }) => ({ bookingId: id }));
