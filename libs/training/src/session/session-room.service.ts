import { Actor, Audit, Clock, conflict, conflictAt, Database, ifMatch, invalid, notFound, Outbox, type Period, tstzrange } from '@app/platform';
import { Trainers } from '@app/trainers';
import { type BookableRoom, BookableRooms, BookingMover, BookingService, CancelBooking, mayManageVenue, MoveBooking, type Moving, periodOn } from '@app/venues';
import { Injectable } from '@nestjs/common';
import type { PlaceSession } from './session-room.dto';
import type { SessionChangeKind } from './session-change.entity';
import { SessionHistory } from './session-history';
import { manages } from './session.policy';
import { halfDayOf, sessionLifecycle, type SessionStatus } from './session.rules';

interface Known {
  id: string;
  status: SessionStatus;
  organiserId: string;
  operatorId: string | null;
  courseTitle: string;
  venueId: string;
  roomId: string;
  timeZone: string;
  capacity: number;
}
interface HalfDay extends Moving {
  slotId: string;
  version: number;
}
/** A half-day that takes another room; its live booking when it has one. */
interface Rebooked extends Period {
  slotId: string;
  id: string | null;
}

const OF_BOOKING = 's.id = (select session_id from training.session_slot where booking_id = $1)';

/** The room of a session, changed from its bookings: session, half-days, trainers and bookings move together, or not at all. */
@Injectable()
export class SessionRoomService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly rooms: BookableRooms,
    private readonly bookings: BookingService,
    private readonly mover: BookingMover,
    private readonly trainers: Trainers,
    private readonly history: SessionHistory,
  ) {}

  /** Other hours are for this half-day, another room for all those to come, in another place too when its organiser asks. A host changes rooms; hours are the organiser's. */
  move(actor: Actor, bookingId: string, version: number, asked: MoveBooking): Promise<void> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, OF_BOOKING, bookingId);
      const halves = await this.ahead(session.id);
      const half = here(halves, bookingId);
      ifMatch(version, half.version);
      const room = await this.rooms.lock(asked.roomId ?? session.roomId);
      const isElsewhere = room.venueId !== session.venueId && manages(actor, session);
      if (isElsewhere) checkElsewhere(session, room);
      else checkRoom(session, room);
      const period = periodOn(asked, room.timeZone, this.clock.now());
      const isLater = period.from.getTime() !== half.from.getTime() || period.to.getTime() !== half.to.getTime();
      if (isLater && !manages(actor, session))
        throw conflictAt('/date', 'session.hours', 'Le jour et l’heure d’une session sont à son organisateur. Proposez-lui ce créneau, ou changez seulement la salle.');
      const target: HalfDay = { ...half, ...period };
      const moving = room.id === session.roomId ? [target] : halves.map((one) => (one.id === half.id ? target : one));
      if (isElsewhere) await this.rebook(actor, session, room, moving);
      else await this.mover.move(room, moving, { by: actor.personId, isHost: mayManageVenue(actor, session) });
      if (isLater) await this.trainers.move({ sessionId: session.id, from: half, to: period, timeZone: room.timeZone });
      // The holidays that count are those of where it goes.
      if (isElsewhere) await this.follow(session, room);
      if (isLater) await this.rewrite(target, asked);
      await this.follow(session, room);
      await this.keep(actor, session, { what: 'moved', from: half, reason: null });
    });
  }

  /** Gives the room of a half-day back, or of all those that follow. The session goes on, without a room. */
  release(actor: Actor, bookingId: string, { reason, following = false }: CancelBooking): Promise<void> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, OF_BOOKING, bookingId);
      const halves = await this.ahead(session.id);
      const half = here(halves, bookingId);
      if (!reason) throw invalid('/reason', 'booking.reason_missing', 'Dites pourquoi la salle n’est plus disponible : les personnes concernées le liront.');
      const given = halves.filter(({ id, from }) => id === half.id || (following && from >= half.from));
      await this.bookings.release(given.map(({ id }) => id), actor.personId, reason);
      await this.follow(session, { id: session.roomId });
      await this.keep(actor, session, { what: 'released', from: half, reason });
    });
  }

  /** A host's wish for other hours: the room is free then, and nothing changes until the organiser moves the session. */
  propose(actor: Actor, bookingId: string, asked: MoveBooking): Promise<void> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, OF_BOOKING, bookingId);
      const half = here(await this.ahead(session.id), bookingId);
      const room = await this.rooms.lock(asked.roomId ?? session.roomId);
      checkRoom(session, room);
      const period = periodOn(asked, room.timeZone, this.clock.now());
      await this.rooms.checkFree(room, [period], { except: [half.id], isHost: true });
      await this.outbox.publish('training.move_proposed', {
        bookingId, by: actor.personId, roomId: room.id, startsAt: period.from.toISOString(), endsAt: period.to.toISOString(),
      });
      await this.audit.record({ actor, action: 'session.propose_move', subjectType: 'session', subjectId: session.id });
    });
  }

  /** Another room, wherever it is: for the half-days to come that have none, or for all of them when it is not the same. */
  place(actor: Actor, id: string, { roomId, equipment }: PlaceSession): Promise<void> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, 's.id = $1', id);
      if (!manages(actor, session)) throw notFound('session');
      const room = await this.rooms.lock(roomId);
      checkElsewhere(session, room);
      const slots = await this.toPlace(session, room);
      if (!slots.length) throw conflict('session.has_room', 'Toutes les demi-journées à venir ont déjà cette salle.');
      await this.rebook(actor, session, room, slots, equipment);
      await this.follow(session, room);
      await this.keep(actor, session, { what: 'placed', from: slots[0]!, reason: null });
    });
  }

  /** Gives back what these half-days keep, and asks for another room, whose host may have to answer. */
  private async rebook(actor: Actor, session: Known, room: BookableRoom, halves: readonly Rebooked[], equipment?: PlaceSession['equipment']): Promise<void> {
    await this.bookings.release(halves.flatMap(({ id }) => id ?? []), actor.personId);
    const held = await this.bookings.hold({
      roomId: room.id, periods: halves, requestedBy: actor.personId, organisationId: session.organiserId, purpose: session.courseTitle, people: session.capacity, equipment,
    });
    await this.db.query(
      'update training.session_slot t set booking_id = n.booking from unnest($1::uuid[], $2::uuid[]) n (slot, booking) where t.id = n.slot',
      [halves.map(({ slotId }) => slotId), held.map((booking) => booking.id)],
    );
  }

  private async lock(actor: Actor, where: string, value: string): Promise<Known> {
    const session = await this.db.one<Known>(
      `select s.id, s.status, s.organiser_id as "organiserId", v.operator_id as "operatorId", c.title as "courseTitle", s.venue_id as "venueId", s.room_id as "roomId",
              s.time_zone as "timeZone", s.capacity
         from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        where ${where} for no key update of s`,
      [value],
    );
    if (!session || (!manages(actor, session) && !mayManageVenue(actor, session))) throw notFound('booking');
    if (!sessionLifecycle.available(session.status).includes('cancel'))
      throw conflict('session.over', 'Cette session est terminée ou annulée : sa salle ne change plus.');
    return session;
  }

  /** The live bookings of its half-days to come, locked. */
  private ahead(sessionId: string): Promise<HalfDay[]> {
    return this.db.query<HalfDay>(
      `select b.id, b.status, b.kind, b.people, b.version, lower(b.period) as "from", upper(b.period) as "to", t.id as "slotId"
         from training.session_slot t join venues.booking b on b.id = t.booking_id
        where t.session_id = $1 and b.status in ('held', 'confirmed') and upper(b.period) > $2 order by b.id for no key update of b`,
      [sessionId, this.clock.now()],
    );
  }

  private toPlace(session: Known, room: BookableRoom): Promise<Rebooked[]> {
    return this.db.query(
      `select t.id as "slotId", lower(t.period) as "from", upper(t.period) as "to", case when b.status in ('held', 'confirmed') then b.id end as id
         from training.session_slot t join venues.booking b on b.id = t.booking_id
        where t.session_id = $1 and lower(t.period) > $2 and (b.room_id <> $3 or b.status not in ('held', 'confirmed')) order by t.period`,
      [session.id, this.clock.now(), room.id],
    );
  }

  private async rewrite({ slotId, from, to }: HalfDay, { date, start, end }: MoveBooking): Promise<void> {
    await this.db.query(
      'update training.session_slot set local_date = $2, starts_local = $3, ends_local = $4, period = $5, half_day = $6 where id = $1',
      [slotId, date, start, end, tstzrange(from, to), halfDayOf(start)],
    );
  }

  /** The session is where and when its half-days are; requests that closed as it began still do. */
  private async follow({ id }: Known, room: { id: string }): Promise<void> {
    await this.db.query(
      `update training.session s set room_id = r.id, venue_id = r.venue_id, starts_at = h.first, ends_at = h.last, version = s.version + 1,
              enrolment_closes_at = case when s.enrolment_closes_at = s.starts_at then h.first else least(s.enrolment_closes_at, h.last) end
         from venues.room r, (select min(lower(period)) as first, max(upper(period)) as last from training.session_slot where session_id = $1) h
        where s.id = $1 and r.id = $2`,
      [id, room.id],
    );
  }

  /** What changed is kept, and told once to each person whom it concerns; nobody knows a draft yet. */
  private async keep(actor: Actor, { id, roomId, status }: Known, { what, from, reason }: { what: SessionChangeKind; from: Period; reason: string | null }): Promise<void> {
    const changeId = await this.history.keep(actor, id, { what, roomId, from, reason });
    if (status === 'draft') return;
    await this.outbox.publish('training.session_moved', { sessionId: id, changeId });
    await this.outbox.publish('training.session_changed', { sessionId: id });
  }
}

function here(halves: readonly HalfDay[], bookingId: string): HalfDay {
  const half = halves.find(({ id }) => id === bookingId.toLowerCase());
  if (!half) throw conflict('booking.closed_state', 'Cette réservation est terminée ou n’est plus en cours : elle ne change plus.');
  return half;
}

function checkRoom(session: Known, room: BookableRoom): void {
  if (room.venueId !== session.venueId) throw invalid('/roomId', 'booking.other_place', 'Choisissez une salle du même lieu.');
  checkSeats(session, room);
}

function checkElsewhere(session: Known, room: BookableRoom): void {
  if (room.timeZone !== session.timeZone)
    throw invalid('/roomId', 'session.other_clock', 'Ce lieu n’est pas à la même heure que la session\u202f: préparez-y une autre session.');
  checkSeats(session, room);
}

function checkSeats({ capacity }: Known, room: BookableRoom): void {
  if (capacity > room.capacity)
    throw conflictAt('/roomId', 'booking.over_room', `Cette salle accueille au plus ${room.capacity} personnes, la session en attend ${capacity}.`);
}
