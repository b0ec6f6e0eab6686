import { Actor, Audit, Clock, Database, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { BookingView } from './booking.dto';
import { Booking } from './booking.entity';
import { BookingQueries } from './booking.queries';
import { bookingLife } from './booking.rules';

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

  confirm(actor: Actor, id: string): Promise<BookingView> {
    return this.answer(actor, id, 'confirm', null);
  }

  refuse(actor: Actor, id: string, reason: string): Promise<BookingView> {
    return this.answer(actor, id, 'refuse', reason);
  }

  private answer(
    actor: Actor,
    id: string,
    action: 'confirm' | 'refuse',
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
      await this.db.em.update(Booking, id, { status, reason, decidedAt: this.clock.now(), decidedBy: actor.personId, version: booking.version + 1 });
      await this.outbox.publish(
        action === 'confirm' ? 'venues.booking_confirmed' : 'venues.booking_refused',
        { bookingId: id },
      );
      await this.audit.record({
        actor,
        action: `venues.booking.${status}`,
        subjectType: 'booking',
        subjectId: id,
      });
      return this.queries.byId(actor, id);
    });
  }
}
