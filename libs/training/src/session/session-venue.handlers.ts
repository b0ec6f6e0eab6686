import { Database, OnEvent, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A session takes place where its room is: it follows a place that is made one with another, and learns that a room is not lent. */
@Injectable()
export class SessionVenueHandlers {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent('venues.venues_merged')
  onMerged(places: { keptId: string; mergedId: string }): Promise<void> {
    return this.follow(places);
  }

  @OnEvent('venues.venues_parted')
  onParted(places: { keptId: string; mergedId: string }): Promise<void> {
    return this.follow(places);
  }

  @OnEvent('venues.booking_refused')
  onRefused({ bookingId }: { bookingId: string }): Promise<void> {
    return this.loseRoom(bookingId);
  }

  @OnEvent('venues.booking_expired')
  onExpired({ bookingId }: { bookingId: string }): Promise<void> {
    return this.loseRoom(bookingId);
  }

  /** A session that people know, moved to a room that its host did not lend: they are told once for all its half-days. */
  private async loseRoom(bookingId: string): Promise<void> {
    const change = await this.db.one<{ id: string; sessionId: string }>(
      `insert into training.session_change (session_id, changed_at, changed_by, what, from_room_id, from_period, reason)
       select s.id, b.decided_at, b.decided_by, 'released', b.room_id, b.period, coalesce(b.reason, 'Le lieu n’a pas répondu à temps.')
         from venues.booking b join training.session_slot t on t.booking_id = b.id join training.session s on s.id = t.session_id
        where b.id = $1 and s.status in ('open', 'confirmed') and not exists (
          select 1 from venues.booking o where o.demand_id = b.demand_id and o.status = b.status and o.decided_at = b.decided_at and o.id < b.id)
       returning id, session_id as "sessionId"`,
      [bookingId],
    );
    if (!change) return;
    await this.outbox.publish('training.session_moved', { sessionId: change.sessionId, changeId: change.id });
    await this.outbox.publish('training.session_changed', { sessionId: change.sessionId });
  }

  /** Reads where rooms are now, so that the order of the facts does not matter. */
  private async follow({ keptId, mergedId }: { keptId: string; mergedId: string }): Promise<void> {
    await this.db.query(
      `update training.session s set venue_id = r.venue_id, version = s.version + 1 from venues.room r
        where r.id = s.room_id and s.venue_id <> r.venue_id and r.venue_id in ($1, $2)`,
      [keptId, mergedId],
    );
  }
}
