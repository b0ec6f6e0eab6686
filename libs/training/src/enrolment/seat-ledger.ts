import { Database, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';

/**
 * The only writer of seats. Callers hold the lock of the session row, so that counting and taking are one; the check
 * `ck_session_seats` stands behind.
 */
@Injectable()
export class SeatLedger {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Takes a seat, or a rank in the waiting list: nobody passes those who already wait. Answers the rank, or null for a seat. */
  async take(sessionId: string): Promise<number | null> {
    const seat = await this.db.query(
      `update training.session set seats_taken = seats_taken + 1 where id = $1 and seats_taken < capacity
          and not exists (select 1 from training.enrolment where session_id = $1 and status = 'waiting') returning 1`,
      [sessionId],
    );
    if (seat.length) return null;
    const last = await this.db.one<{ rank: number }>(
      "select coalesce(max(waiting_rank), 0) + 1 as rank from training.enrolment where session_id = $1 and status = 'waiting'",
      [sessionId],
    );
    return last!.rank;
  }

  /** Gives a seat back, and at once to whoever waits first. */
  async release(sessionId: string): Promise<void> {
    await this.db.query('update training.session set seats_taken = seats_taken - 1 where id = $1', [sessionId]);
    await this.promote(sessionId);
  }

  /** Seats those who wait, in order, while there are seats. */
  async promote(sessionId: string): Promise<void> {
    const promoted = await this.db.query<{ id: string }>(
      `with room as (select capacity - seats_taken as free from training.session where id = $1),
            next as (select id from training.enrolment where session_id = $1 and status = 'waiting'
                      order by waiting_rank limit (select greatest(free, 0) from room)),
            seated as (update training.enrolment e set status = 'admitted', waiting_rank = null, version = version + 1
                        from next where e.id = next.id returning e.id),
            history as (insert into training.enrolment_event (enrolment_id, action, from_status, to_status)
                        select id, 'promote', 'waiting', 'admitted' from seated)
       select id from seated`,
      [sessionId],
    );
    if (!promoted.length) return;
    await this.db.query('update training.session set seats_taken = seats_taken + $2 where id = $1', [sessionId, promoted.length]);
    for (const { id } of promoted) await this.outbox.publish('training.enrolment_admitted', { enrolmentId: id });
  }
}
