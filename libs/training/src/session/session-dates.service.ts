import { Actor, Clock, conflict, Database, invalid, notFound, Outbox } from '@app/platform';
import { Trainers } from '@app/trainers';
import { type BookableRoom, BookableRooms, BookingMover, BookingService, type Moving } from '@app/venues';
import { Injectable } from '@nestjs/common';
import type { NewDates, Postponement, SessionDetail } from './session.dto';
import { Session, SessionSlot } from './session.entity';
import { SessionHistory } from './session-history';
import { manages } from './session.policy';
import { SessionPreparation } from './session-preparation';
import { SessionQueries } from './session.queries';
import { decideByOf, sessionLifecycle } from './session.rules';
import { dayAt, type Slot, slotsOf } from './slots.rules';

/** A session put off: its requests follow it, what it held is freed, and it takes new dates at once or later. */
@Injectable()
export class SessionDatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly trainers: Trainers,
    private readonly rooms: BookableRooms,
    private readonly bookings: BookingService,
    private readonly mover: BookingMover,
    private readonly preparation: SessionPreparation,
    private readonly history: SessionHistory,
    private readonly queries: SessionQueries,
  ) {}

  /** With new dates it is open again as soon as its room is confirmed; without, it waits for them and holds nothing. */
  postpone(actor: Actor, id: string, { reason, slots, roomId, askSameTrainers = true }: Postponement): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      const status = sessionLifecycle.next(session.status, 'postpone');
      if (session.startsAt <= this.clock.now()) throw conflict('session.begun', 'Cette session a commencé\u202f: déplacez les demi-journées qui restent.');
      const fromTrainers = await this.trainers.release(id);
      const toTrainers = slots && askSameTrainers ? fromTrainers : [];
      if (slots) await this.date(actor, session, { slots, roomId, askSameTrainers }, toTrainers);
      else await this.empty(actor, session, status);
      const changeId = await this.history.keep(actor, id, { what: 'postponed', roomId: session.roomId, from: { from: session.startsAt, to: session.endsAt }, reason, fromTrainers, toTrainers });
      return this.told(actor, id, 'training.session_postponed', changeId);
    });
  }

  /** The dates of a session that was put off, or others once more. */
  setDates(actor: Actor, id: string, dates: NewDates): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      sessionLifecycle.next(session.status, 'date');
      const fromTrainers = await this.trainers.release(id);
      const toTrainers = dates.askSameTrainers ? (fromTrainers.length ? fromTrainers : await this.lastTrainers(id)) : [];
      await this.date(actor, session, dates, toTrainers);
      const changeId = await this.history.keep(actor, id, { what: 'dated', roomId: session.roomId, from: { from: session.startsAt, to: session.endsAt }, reason: null, fromTrainers, toTrainers });
      return this.told(actor, id, 'training.session_dated', changeId);
    });
  }

  private async told(actor: Actor, sessionId: string, fact: 'training.session_postponed' | 'training.session_dated', changeId: string): Promise<SessionDetail> {
    await this.outbox.publish(fact, { sessionId, changeId });
    await this.outbox.publish('training.session_changed', { sessionId });
    return this.queries.byId(sessionId, actor);
  }

  /** No dates: no half-day, no room. */
  private async empty(actor: Actor, { id, version }: Session, status: Session['status']): Promise<void> {
    await this.bookings.release((await this.live(id)).map((booking) => booking.id), actor.personId);
    await this.db.query('delete from training.session_slot where session_id = $1', [id]);
    await this.db.em.update(Session, id, { status, decideBy: null, decideRemindedAt: null, version: version + 1 });
  }

  private async date(actor: Actor, session: Session, { slots: inputs, roomId = session.roomId }: NewDates, trainerIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const place = await this.preparation.room({ roomId, capacity: session.capacity, slots: inputs });
    if (place.timeZone !== session.timeZone)
      throw invalid('/roomId', 'session.other_clock', 'Ce lieu n’est pas à la même heure que la session\u202f: préparez-y une autre session.');
    const slots = slotsOf(inputs, session.timeZone, now);
    const bookingIds = await this.rebook(actor, session, await this.rooms.lock(roomId), slots);
    const isOpen = await this.mayOpen(session.courseId, bookingIds);
    const [startsAt, endsAt] = [slots[0]!.from, slots.at(-1)!.to];
    // Requests close as long before the first half-day as they did.
    const ahead = session.startsAt.getTime() - session.enrolmentClosesAt.getTime();
    await this.db.query('delete from training.session_slot where session_id = $1', [session.id]);
    await this.db.em.update(Session, session.id, {
      roomId, venueId: place.venueId, startsAt, endsAt, status: isOpen ? 'open' : 'postponed',
      enrolmentClosesAt: new Date(Math.min(startsAt.getTime() - ahead, endsAt.getTime())),
      decideBy: decideByOf(session.minSeats, slots[0]!.localDate, dayAt(now, session.timeZone)), decideRemindedAt: null, version: session.version + 1,
    });
    await this.db.em.insert(SessionSlot, slots.map(({ from: _from, to: _to, ...slot }, index) => ({ ...slot, sessionId: session.id, bookingId: bookingIds[index]! })));
    if (trainerIds.length)
      await this.trainers.assign({ trainerIds, sessions: [{ id: session.id, periods: slots }], timeZone: session.timeZone, by: actor.personId });
  }

  /** In the same place, for as many half-days, its bookings move and their host reads one letter; otherwise they are given back and others asked. */
  private async rebook(actor: Actor, session: Session, room: BookableRoom, slots: readonly Slot[]): Promise<string[]> {
    const live = await this.live(session.id);
    if (live.length === slots.length && room.venueId === session.venueId) {
      await this.mover.move(room, live.map((booking, index) => ({ ...booking, from: slots[index]!.from, to: slots[index]!.to })), { by: actor.personId, isHost: false });
      return live.map(({ id }) => id);
    }
    await this.bookings.release(live.map(({ id }) => id), actor.personId);
    const course = await this.db.one<{ title: string }>('select title from training.course where id = $1', [session.courseId]);
    const held = await this.bookings.hold({
      roomId: room.id, periods: slots, requestedBy: actor.personId, organisationId: session.organiserId, purpose: course!.title, people: session.capacity,
    });
    return held.map(({ id }) => id);
  }

  private async mayOpen(courseId: string, bookingIds: readonly string[]): Promise<boolean> {
    const course = await this.db.one<{ status: string }>('select status from training.course where id = $1', [courseId]);
    return course!.status === 'published' && (await this.bookings.confirmed(bookingIds));
  }

  private live(sessionId: string): Promise<Moving[]> {
    return this.db.query<Moving>(
      `with live as materialized (
         select b.id, b.status, b.kind, b.people, b.period from training.session_slot t join venues.booking b on b.id = t.booking_id
          where t.session_id = $1 and b.status in ('held', 'confirmed') order by b.id for no key update of b)
       select id, status, kind, people, lower(period) as "from", upper(period) as "to" from live order by period`,
      [sessionId],
    );
  }

  /** Who was to give it when it was put off. */
  private async lastTrainers(id: string): Promise<string[]> {
    const last = await this.db.one<{ ids: string[] }>(
      `select from_trainers as ids from training.session_change where session_id = $1 and what = 'postponed' order by changed_at desc limit 1`,
      [id],
    );
    return last?.ids ?? [];
  }

  private async lock(actor: Actor, id: string): Promise<Session> {
    const session = await this.db.em.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!session || !manages(actor, session)) throw notFound('session');
    return session;
  }
}
