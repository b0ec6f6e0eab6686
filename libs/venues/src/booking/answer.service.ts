import { Actor, Audit, Clock, conflict, Database, notFound, Outbox, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { BookingView } from './booking.dto';
import { Booking } from './booking.entity';
import { BookingQueries } from './booking.queries';
import { bookingLife } from './booking.rules';

export type Decision = 'confirm' | 'refuse';
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

  private answer(
    actor: Actor,
    id: string,
    version: number,
    action: Decision,
    reason: string | null,
  ): Promise<BookingView> {
    return this.db.tx(async () => {
      const booking = await this.db.em.findOne(Booking, {
        where: { id },
        lock: { mode: 'for_no_key_update' },
      });
      const venue = booking && (await this.db.em.findOneBy(Venue, { id: booking.venueId }));
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('booking');
      const status = bookingLife.next(booking.status, action);
      if (booking.version !== version) throw hasMoved();
      const decided = await this.decide([id], action, reason, actor.personId);
      if (!decided.length) throw conflict('booking.answer_late', TOO_LATE);
      await this.audit.record({
        actor,
        action: `venues.booking.${status}`,
        subjectType: 'booking',
        subjectId: id,
      });
      return this.queries.byId(actor, id);
    });
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
