import { Actor, Audit, Clock, conflict, conflictAt, Database, ifMatch, invalid, notFound, Outbox } from '@app/platform';
import { Trainers } from '@app/trainers';
import { BookingService } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { SeatLedger } from '../enrolment/seat-ledger';
import type { AskTrainers, ReplaceTrainer, SessionDetail, SessionEdit, SessionInput } from './session.dto';
import { Session } from './session.entity';
import { SessionHistory } from './session-history';
import { manages } from './session.policy';
import { type Prepared, SessionPreparation } from './session-preparation';
import { type Readiness, SessionQueries } from './session.queries';
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
    private readonly preparation: SessionPreparation,
    private readonly history: SessionHistory,
  ) {}

  /** Prepares a session: the room is held (or confirmed at once, if its host says so), the trainers are kept and asked. */
  create(actor: Actor, courseId: string, input: SessionInput): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const course = await this.preparation.course(courseId);
      const room = await this.preparation.room(input);
      const slots = slotsOf(input.slots, room.timeZone, this.clock.now());
      const [{ id: sessionId }] = (await this.preparation.keep(actor, { id: courseId, ...course }, input, room, [slots])) as [Prepared];
      await this.audit.record({ actor, action: 'session.create', subjectType: 'session', subjectId: sessionId });
      return this.queries.byId(sessionId, actor);
    });
  }

  /** Opens to requests; every half-day must have its room. */
  open(actor: Actor, id: string): Promise<SessionDetail> {
    return this.act(actor, id, 'open', async () => {
      if ((await this.checkRooms(id)).courseStatus !== 'published') throw conflict('course.unpublished', 'Publiez la formation avant d’ouvrir la session.');
      await this.outbox.publish('training.session_opened', { sessionId: id });
    });
  }

  /** Asks other trainers for the half-days to come. */
  ask(actor: Actor, id: string, { trainerIds }: AskTrainers): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      if (!sessionLifecycle.available(session.status).includes('cancel')) throw conflict('session.over', 'Cette session est terminée ou annulée\u202f: elle n’a plus besoin de formateur.');
      const { periods, asked } = await this.queries.toAsk(id, trainerIds);
      if (!periods.length) throw conflict('session.over', 'Cette session n’a plus de demi-journée à venir.');
      if (asked) throw conflictAt('/trainerIds', 'trainer.already_asked', `${asked} est déjà sollicité pour cette session.`);
      await this.trainers.assign({ trainerIds, sessions: [{ id, periods }], timeZone: session.timeZone, by: actor.personId });
      await this.audit.record({ actor, action: 'session.ask_trainers', subjectType: 'session', subjectId: id, detail: { trainerIds } });
      return this.queries.byId(id, actor);
    });
  }

  /** Gives one trainer back and asks another in their stead, for the half-days to come. */
  replace(actor: Actor, id: string, { fromId, toId, reason }: ReplaceTrainer): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      if (!sessionLifecycle.available(session.status).includes('cancel')) throw conflict('session.over', 'Cette session est terminée ou annulée : elle n’a plus besoin de formateur.');
      const { periods, asked } = await this.queries.toAsk(id, [toId]);
      if (!periods.length) throw conflict('session.over', 'Cette session n’a plus de demi-journée à venir.');
      if (asked) throw conflictAt('/toId', 'trainer.already_asked', `${asked} est déjà sollicité pour cette session.`);
      const freed = await this.trainers.release(id, fromId);
      if (!freed.length) throw conflictAt('/fromId', 'trainer.not_asked', 'Ce formateur n’est plus sollicité pour cette session.');
      await this.trainers.assign({ trainerIds: [toId], sessions: [{ id, periods }], timeZone: session.timeZone, by: actor.personId, pointer: '/toId' });
      await this.db.em.update(Session, id, { version: session.version + 1 });
      const changeId = await this.history.keep(actor, id, {
        what: 'trainer', roomId: session.roomId, from: { from: session.startsAt, to: session.endsAt }, reason, fromTrainers: freed, toTrainers: [toId],
      });
      if (session.status !== 'draft') await this.outbox.publish('training.session_changed', { sessionId: id });
      await this.outbox.publish('training.trainer_replaced', { sessionId: id, changeId });
      return this.queries.byId(id, actor);
    });
  }

  confirm(actor: Actor, id: string): Promise<SessionDetail> {
    return this.act(actor, id, 'confirm', async () => {
      checkTrainers(await this.checkRooms(id));
      await this.outbox.publish('training.session_changed', { sessionId: id });
    }, { confirmedAt: this.clock.now(), confirmedBy: actor.personId });
  }

  /** Frees the room and the trainers, and ends every live request; each person is told by the fact. */
  cancel(actor: Actor, id: string, reason: string): Promise<SessionDetail> {
    return this.act(actor, id, 'cancel', async (session) => {
      const slots = await this.db.query<{ booking: string }>('select booking_id as booking from training.session_slot where session_id = $1', [id]);
      await this.bookings.release(slots.map(({ booking }) => booking), actor.personId);
      const fromTrainers = await this.trainers.release(id);
      await this.db.query(
        `with ended as (
           update training.enrolment set status = 'cancelled', step = null, due_at = null, queue_number = null, offer_until = null, periods = null, reason = $2, version = version + 1
            where session_id = $1 and status in ('draft', 'submitted', 'transmitted', 'admitted', 'waiting', 'offered', 'convoked') returning id)
         insert into training.enrolment_event (enrolment_id, action, to_status, actor_id, reason)
         select id, 'cancel', 'cancelled', $3, $2 from ended`,
        [id, reason, actor.personId],
      );
      const changeId = await this.history.keep(actor, id, {
        what: 'cancelled', roomId: session.roomId, from: { from: session.startsAt, to: session.endsAt }, reason, fromTrainers,
      });
      await this.outbox.publish('training.session_cancelled', { sessionId: id, changeId });
    }, { cancelReason: reason });
  }

  /** Changes the capacity. Raising it offers seats to those who wait; lowering it below the seats taken says who goes back to the waiting list, first in it. */
  resize(actor: Actor, id: string, asked: number, { capacity, moved = [], reason }: SessionEdit): Promise<SessionDetail> {
    return this.db.tx(async () => {
      const session = await this.lock(actor, id);
      ifMatch(asked, session.version);
      if (!['draft', 'open', 'confirmed', 'postponed'].includes(session.status))
        throw conflict('lifecycle.refused', 'La capacité ne change plus une fois la session passée ou annulée.');
      const over = Math.max(session.seatsTaken - capacity, 0);
      if (over && !moved.length)
        throw invalid('/capacity', 'session.below_taken', `${session.seatsTaken} places sont déjà attribuées\u202f: choisissez ${over > 1 ? `les ${over} personnes qui reviennent` : 'la personne qui revient'} en tête de la liste d’attente.`);
      if (moved.length !== over) throw invalid('/moved', 'session.moved_count', over ? `Choisissez ${over} ${over > 1 ? 'personnes' : 'personne'}.` : 'Toutes les places restent\u202f: ne choisissez personne.');
      if (capacity < session.minSeats) throw invalid('/capacity', 'session.below_minimum', `Le minimum de la session est de ${session.minSeats} places.`);
      await this.preparation.room({ roomId: session.roomId, capacity });
      if (moved.length) await this.moveBack(actor, session, moved, reason);
      await this.db.em.update(Session, id, { capacity, version: session.version + 1 });
      await this.seats.advance({ id, startsAt: session.startsAt, wasFull: session.seatsTaken >= session.capacity });
      await this.audit.record({ actor, action: 'session.resize', subjectType: 'session', subjectId: id, detail: { from: session.capacity, to: capacity } });
      if (session.status !== 'draft') await this.outbox.publish('training.session_changed', { sessionId: id });
      return this.queries.byId(id, actor);
    });
  }

  /** Their seats go with the capacity; they are the first to whom the next one is offered. */
  private async moveBack(actor: Actor, { id, startsAt }: Session, moved: readonly string[], reason?: string): Promise<void> {
    if (!reason) throw invalid('/reason', 'session.moved_reason', 'Dites pourquoi aux personnes qui perdent leur place.');
    const requests = await this.db.query<{ id: string; version: number }>(
      `select id, version from training.enrolment where session_id = $1 and id = any($2) and status in ('admitted', 'offered') order by submitted_at, id for no key update`,
      [id, moved],
    );
    if (requests.length !== moved.length) throw invalid('/moved', 'session.moved_unknown', 'Ces personnes n’ont pas toutes une place que la liste d’attente puisse reprendre.');
    for (const request of requests)
      await this.seats.decide({
        requests: [request], session: { id, startsAt }, action: 'move', target: 'waiting', actorId: actor.personId, reason, priority: { rule: 'moved', rank: 0 }, told: 'training.enrolment_moved',
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

  /** Its host has lent the room for every half-day; answers what else it waits for. */
  private async checkRooms(id: string): Promise<Readiness> {
    const ready = await this.queries.readiness(id);
    if (!ready.bookings.length) throw conflict('session.undated', 'Donnez d’abord de nouvelles dates à la session.');
    if (!(await this.bookings.confirmed(ready.bookings)))
      throw conflict('session.room_unconfirmed', 'L’hôte n’a pas encore confirmé la salle pour toutes les demi-journées.');
    return ready;
  }

  private async lock(actor: Actor, id: string): Promise<Session> {
    const session = await this.db.em.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!session || !manages(actor, session)) throw notFound('session');
    return session;
  }
}

function checkTrainers({ trainers }: Readiness): void {
  if (!trainers.length) throw conflict('session.no_trainer', 'Cette session n’a pas de formateur\u202f: sollicitez quelqu’un.');
  const awaited = trainers.filter(({ status }) => status === 'asked').map(({ displayName }) => displayName);
  if (awaited.length) throw conflict('session.trainer_awaited', `${awaited.join(', ')} ${awaited.length > 1 ? 'n’ont' : 'n’a'} pas encore dit oui.`);
}
