import { Actor, Audit, Clock, conflict, Database, invalid, notFound, Outbox, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import type { AnswerBookings, BookingRead, BookingView } from './booking.dto';
import { Booking } from './booking.entity';
import { BookingQueries } from './booking.queries';
import { bookingLife, type Decision } from './booking.rules';

export const TOO_LATE = 'Le délai pour répondre à cette demande est passé.';
/** An answer is to what one has read: a demand that moved since is read again first. */
export const hasMoved = (): Problem =>
  new Problem(412, 'answer.changed', 'Cette demande a changé\u202f: elle a été déplacée depuis que vous l’avez lue. Relisez-la, puis répondez.');

/** The host's answer to a request for a room. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly queries: BookingQueries,
  ) {}

  confirm(actor: Actor, id: string, version: number): Promise<BookingView> {
    return this.answer(actor, id, version, 'confirm', null);
  }

  refuse(actor: Actor, id: string, version: number, reason: string): Promise<BookingView> {
    return this.answer(actor, id, version, 'refuse', reason);
  }

  /** Several half-days of one demand: all of them are answered, or none. */
  answerTogether(actor: Actor, { decision, reason, bookings }: AnswerBookings): Promise<void> {
    return this.db.tx(async () => {
      const [first, ...others] = await this.take(actor, bookings, decision, reason ?? null);
      if (others.some(({ demandId }) => demandId !== first!.demandId))
        throw invalid('/bookings', 'booking.several_demands', 'Répondez à une demande à la fois.');
      const detail = { bookings: bookings.map(({ id }) => id) };
      await this.audit.record({ actor, action: `venues.demand.${bookingLife.table[decision].to}`, subjectType: 'demand', subjectId: first!.demandId, detail });
    });
  }

  private answer(actor: Actor, id: string, version: number, action: Decision, reason: string | null): Promise<BookingView> {
    return this.db.tx(async () => {
      await this.take(actor, [{ id, version }], action, reason);
      await this.audit.record({ actor, action: `venues.booking.${bookingLife.table[action].to}`, subjectType: 'booking', subjectId: id });
      return this.queries.byId(actor, id);
    });
  }

  /** Decides for these bookings as they were read, or for none of them. Inside a transaction. */
  private async take(actor: Actor, read: readonly BookingRead[], decision: Decision, reason: string | null): Promise<Booking[]> {
    const ids = read.map(({ id }) => id);
    const bookings = await this.db.em.find(Booking, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
    const venues = await this.db.em.findBy(Venue, { id: In(bookings.map(({ venueId }) => venueId)) });
    const managed = new Set(venues.filter((venue) => mayManageVenue(actor, venue)).map(({ id }) => id));
    if (bookings.filter(({ venueId }) => managed.has(venueId)).length < ids.length) throw notFound('booking');
    for (const { status } of bookings) bookingLife.next(status, decision);
    if (bookings.some(({ id, version }) => !read.some((one) => one.id === id && one.version === version))) throw hasMoved();
    const decided = await this.decide(ids, decision, reason, actor.personId);
    if (decided.length < ids.length) throw conflict('booking.answer_late', TOO_LATE);
    return bookings;
  }

  /** Decides for those of these bookings that still wait, in time; answers which ones. Inside a transaction. */
  async decide(ids: readonly string[], decision: Decision, reason: string | null, by: string): Promise<string[]> {
    const decided = await this.db.query<{ id: string }>(
      `with waiting as (
         select id from venues.booking where id = any($1::uuid[]) and status = 'held' and answer_by > $4 order by id for no key update)
       update venues.booking b set status = $2, reason = $3, decided_at = $4, decided_by = $5, version = version + 1 from waiting
        where b.id = waiting.id returning b.id`,
      [ids, bookingLife.table[decision].to, decision === 'refuse' ? reason : null, this.clock.now(), by],
    );
    const facts = decided.map(({ id: bookingId }) => ({ bookingId }));
    await this.outbox.publish(decision === 'confirm' ? 'venues.booking_confirmed' : 'venues.booking_refused', ...facts);
    return decided.map((booking) => booking.id);
  }
}
