import { conflict, conflictAt, Database, notFound, type Period, periodInWords, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { openAt } from '../opening/open-at';
import { confirmsAlone, type WeekWindow } from '../room/auto-confirm.rules';
import { WINDOWS } from '../room/room.sql';

export interface BookableRoom {
  id: string;
  name: string;
  capacity: number;
  venueId: string;
  operatorId: string | null;
  timeZone: string;
  autoConfirm: boolean;
  windows: WeekWindow[];
}

export interface PeriodState extends Period {
  /** What for, then for which organisation: never a person. */
  takenFor: string | null;
  takenFrom: Date | null;
  takenTo: Date | null;
  /** Why the place is closed. */
  closure: string | null;
  /** The public holiday of its territory. */
  holiday: string | null;
  /** Within its hours; null when they are unknown. */
  isOpen: boolean | null;
}

interface FreeOptions {
  /** Bookings that do not count: those that are being moved, or have just been written. */
  except?: readonly string[];
  /** Its own host may use it while it is closed. */
  isHost?: boolean;
}

/** Outside the hours of the place its host is always asked: somebody has to open the door. */
export const isConfirmed = (room: BookableRoom, period: PeriodState, isHost = false): boolean =>
  isHost || (period.isOpen !== false && confirmsAlone(room, period));

export const takenInWords = ({ name, timeZone }: BookableRoom, { takenFor, takenFrom, takenTo }: PeriodState): string =>
  `La salle «\u202f${name}\u202f» est déjà réservée ${periodInWords({ from: takenFrom!, to: takenTo! }, timeZone)} (${takenFor}).`;

export const closedInWords = ({ timeZone }: BookableRoom, state: PeriodState): string =>
  `Le lieu est fermé ${periodInWords(state, timeZone)} (${state.closure}).`;

/** A room about to be booked: locked, then found free with what is asked of it. Always inside a transaction. */
@Injectable()
export class BookableRooms {
  constructor(private readonly db: Database) {}

  /** One request at a time for a room: whoever comes second reads what the first one booked. */
  lock(roomId: string): Promise<BookableRoom> {
    return this.read(roomId, 'for no key update of r for share of v');
  }

  find(roomId: string): Promise<BookableRoom> {
    return this.read(roomId, '');
  }

  private async read(roomId: string, lock: string): Promise<BookableRoom> {
    const room = await this.db.one<BookableRoom & { venueStatus: string; isRetired: boolean }>(
      `select r.id, r.name, r.capacity, r.venue_id as "venueId", r.auto_confirm as "autoConfirm", ${WINDOWS} as windows,
              r.retired_at is not null as "isRetired", v.operator_id as "operatorId", v.time_zone as "timeZone", v.status as "venueStatus"
         from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $1 ${lock}`,
      [roomId],
    );
    if (!room) throw notFound('room');
    if (room.venueStatus !== 'published')
      throw conflict('booking.venue_not_published', 'Ce lieu n’est pas publié : ses salles ne peuvent pas être réservées.');
    if (room.isRetired)
      throw conflictAt('/roomId', 'booking.room_retired', `La salle «\u202f${room.name}\u202f» n’est plus proposée.`);
    return room;
  }

  /** For each period: who holds the room, whether the place is closed, on holiday, or outside its hours. */
  state({ id, venueId }: BookableRoom, periods: readonly Period[], except: readonly string[] = []): Promise<PeriodState[]> {
    return this.db.query<PeriodState>(
      `select lower(p.period) as "from", upper(p.period) as "to", taken.*, c.closure, h.holiday, o."isOpen"
         from venues.venue v, unnest($3::tstzrange[]) with ordinality p (period, n)
         cross join lateral (select (lower(p.period) at time zone v.time_zone)::date as first,
                                    ((upper(p.period) - interval '1 microsecond') at time zone v.time_zone)::date as last) d
         left join lateral (
           select concat_ws(', ', b.purpose, (select o.name from identity.organisation o where o.id = b.organisation_id)) as "takenFor", lower(b.period) as "takenFrom", upper(b.period) as "takenTo" from venues.booking b
            where b.room_id = $1 and b.status in ('held', 'confirmed') and b.period && p.period and b.id <> all($4::uuid[]) order by lower(b.period) limit 1) taken on true
         left join lateral (
           select c.reason as closure from venues.closure c where c.venue_id = v.id and c.period && daterange(d.first, d.last, '[]') limit 1) c on true
         left join lateral (
           select h.name as holiday from identity.public_holiday h where h.territory = v.holiday_territory and h.date between d.first and d.last limit 1) h on true
         cross join lateral (
           select bool_and(${openAt('moment at time zone v.time_zone')}) as "isOpen"
             from generate_series(lower(p.period), upper(p.period) - interval '1 second', interval '15 minutes') moment) o
        where v.id = $2 order by p.n`,
      [id, venueId, periods.map(({ from, to }) => tstzrange(from, to)), except],
    );
  }

  /** Tells who holds the room, and when: what for, never a person. Answers the state of each period. */
  async checkFree(room: BookableRoom, periods: readonly Period[], { except = [], isHost = false }: FreeOptions = {}): Promise<PeriodState[]> {
    const states = await this.state(room, periods, except);
    const taken = states.find(({ takenFor }) => takenFor !== null);
    if (taken)
      throw conflictAt('/roomId', 'booking.overlap', takenInWords(room, taken), { roomId: room.id, startsAt: taken.takenFrom, endsAt: taken.takenTo });
    const closed = states.find(({ closure }) => closure !== null);
    if (closed && !isHost)
      throw conflictAt('/roomId', 'booking.closed', closedInWords(room, closed));
    return states;
  }
}
