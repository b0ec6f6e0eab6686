import { Actor, Audit, Clock, conflict, Database, ifMatch, invalid, notFound, Outbox } from '@app/platform';
import { Trainers } from '@app/trainers';
import { BookingService } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { shortCode } from '../enrolment/codes';
import { SeatLedger } from '../enrolment/seat-ledger';
import type { SessionDetail, SessionInput } from './session.dto';
import { Session, SessionSlot } from './session.entity';
import { manages } from './session.policy';
import { SessionQueries } from './session.queries';
import { sessionLifecycle } from './session.rules';
import { slotsOf } from './slots.rules';

@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly bookings: BookingService,
    private readonly trainers: Trainers,
    private readonly seats: SeatLedger,
    private readonly queries: SessionQueries,
  ) {}

  /** Prepares a session: the room is held (or confirmed at once, if its host says so) and the trainers are kept. */
  create(actor: Actor, courseId: string, input: SessionInput): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const course = await this.db.one<{ title: string; status: string }>('select title, status from training.course where id = $1 for share', [courseId]);
      if (!course) throw notFound('course');
      if (course.status === 'archived') throw conflict('course.archived', 'Cette formation est archivée : publiez-la avant d’ouvrir une session.');
      const room = await this.room(input);
      const slots = slotsOf(input.slots, room.timeZone, this.clock.now());
      const [first, last] = [slots[0]!, slots.at(-1)!];
      const closesAt = input.enrolmentClosesAt ? new Date(input.enrolmentClosesAt) : first.from;
      if (closesAt > last.to) throw invalid('/enrolmentClosesAt', 'session.closes_late', 'Les demandes se closent au plus tard à la fin de la session.');
      const organiserId = actor.organisationIds('course_manager')[0]!;
      const held = await this.bookings.hold({
        roomId: input.roomId, periods: slots, requestedBy: actor.personId, organisationId: organiserId, purpose: course.title,
        people: input.capacity, equipment: input.equipment,
      });
      const { identifiers } = await this.db.em.insert(Session, {
        code: shortCode('S', 5), courseId, venueId: room.venueId, roomId: input.roomId, timeZone: room.timeZone, capacity: input.capacity,
        minSeats: input.minSeats ?? 0, enrolmentClosesAt: closesAt, startsAt: first.from, endsAt: last.to,
        organiserId, createdBy: actor.personId,
      });
      const sessionId = String(identifiers[0]!.id);
      await this.db.em.insert(
        SessionSlot,
        slots.map(({ from: _from, to: _to, ...slot }, index) => ({ ...slot, sessionId, bookingId: held[index]!.id })),
      );
      await this.trainers.assign({ trainerIds: input.trainerIds, sessionId, periods: slots });
      await this.audit.record({ actor, action: 'session.create', subjectType: 'session', subjectId: sessionId });
      return this.queries.byId(sessionId, actor);
    });
  }

  /** Opens to requests; every half-day must have its room. */
  open(actor: Actor, id: string): Promise<SessionDetail> {
    return this.act(actor, id, 'open', async (session) => {
      if ((await this.checkRooms(session)) !== 'published') throw conflict('course.unpublished', 'Publiez la formation avant d’ouvrir la session.');
      await this.outbox.publish('training.session_opened', { sessionId: id });
    });
  }

  confirm(actor: Actor, id: string): Promise<SessionDetail> {
    return this.act(actor, id, 'confirm', async (session) => {
      await this.checkRooms(session);
      await this.outbox.publish('training.session_changed', { sessionId: id });
    });
  }

  /** Frees the room and the trainers, and ends every live request; each person is told by the fact. */
  cancel(actor: Actor, id: string, reason: string): Promise<SessionDetail> {
    return this.act(actor, id, 'cancel', async () => {
      const slots = await this.db.query<{ booking: string }>('select booking_id as booking from training.session_slot where session_id = $1', [id]);
      await this.bookings.release(slots.map(({ booking }) => booking), actor.personId);
      await this.trainers.release(id);
      await this.db.query(
        `with ended as (
           update training.enrolment set status = 'cancelled', waiting_rank = null, reason = $2, version = version + 1
            where session_id = $1 and status in ('draft', 'submitted', 'admitted', 'waiting', 'convoked') returning id)
         insert into training.enrolment_event (enrolment_id, action, to_status, actor_id, reason)
         select id, 'cancel', 'cancelled', $3, $2 from ended`,
        [id, reason, actor.personId],
      );
      await this.outbox.publish('training.session_cancelled', { sessionId: id });
    }, { cancelReason: reason, seatsTaken: 0 });
  }

  /** Changes the capacity; raising it seats those who wait, lowering it below the seats taken is refused. */
  resize(actor: Actor, id: string, asked: number, capacity: number): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      ifMatch(asked, session.version);
      if (!['draft', 'open', 'confirmed', 'postponed'].includes(session.status))
        throw conflict('lifecycle.refused', 'La capacité ne change plus une fois la session passée ou annulée.');
      if (capacity < session.seatsTaken)
        throw invalid('/capacity', 'session.below_taken', `${session.seatsTaken} places sont déjà attribuées : la capacité ne peut descendre plus bas.`);
      if (capacity < session.minSeats) throw invalid('/capacity', 'session.below_minimum', `Le minimum de la session est de ${session.minSeats} places.`);
      await this.room({ roomId: session.roomId, capacity });
      await this.db.em.update(Session, id, { capacity, version: session.version + 1 });
      await this.seats.promote(id);
      await this.audit.record({ actor, action: 'session.resize', subjectType: 'session', subjectId: id, detail: { from: session.capacity, to: capacity } });
      if (session.status !== 'draft') await this.outbox.publish('training.session_changed', { sessionId: id });
      return this.queries.byId(id, actor);
    });
  }

  private act(actor: Actor, id: string, action: 'open' | 'confirm' | 'cancel', effect: (session: Session) => Promise<void>, change: Partial<Session> = {}): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      const status = sessionLifecycle.next(session.status, action);
      await this.db.em.update(Session, id, { ...change, status, version: session.version + 1 });
      await effect(session);
      await this.audit.record({ actor, action: `session.${action}`, subjectType: 'session', subjectId: id });
      return this.queries.byId(id, actor);
    });
  }

  /** Its host has lent the room for every half-day; answers the status of its course. */
  private async checkRooms({ id, courseId }: Session): Promise<string> {
    const course = await this.db.one<{ status: string; bookings: string[] }>(
      `select status, array(select booking_id from training.session_slot where session_id = $2) as bookings from training.course where id = $1`,
      [courseId, id],
    );
    if (!(await this.bookings.confirmed(course!.bookings)))
      throw conflict('session.room_unconfirmed', 'L’hôte n’a pas encore confirmé la salle pour toutes les demi-journées.');
    return course!.status;
  }

  private async lock(actor: Actor, id: string): Promise<Session> {
    const session = await this.db.em.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!session || !manages(actor, session)) throw notFound('session');
    return session;
  }

  /** The room and its place, still published and large enough. */
  private async room({ roomId, capacity }: { roomId: string; capacity: number }): Promise<{ venueId: string; timeZone: string }> {
    const room = await this.db.one<{ venueId: string; timeZone: string; capacity: number }>(
      `select v.id as "venueId", v.time_zone as "timeZone", r.capacity
         from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $1 and v.status = 'published' for share`,
      [roomId],
    );
    if (!room) throw invalid('/roomId', 'session.unknown_room', 'Cette salle n’existe pas, ou son lieu n’est plus publié.');
    if (room.capacity < capacity) throw invalid('/capacity', 'session.over_room', `Cette salle accueille au plus ${room.capacity} personnes.`);
    return room;
  }
}
