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
    const taken = await this.db.one<{ rank: number | null }>(
      `with queue as (select count(*) as length, coalesce(max(waiting_rank), 0) as last from training.enrolment where session_id = $1 and status = 'waiting'),
            seat as (update training.session set seats_taken = seats_taken + 1
                      where id = $1 and seats_taken < capacity and (select length from queue) = 0 returning id)
       select case when not exists (select from seat) then (select last from queue) + 1 end as rank`,
      [sessionId],
    );
    return taken!.rank;
  }

  /** Gives a seat back, and at once to whoever waits first. */
  release = (sessionId: string): Promise<void> => this.seatNext(sessionId, 1, null);

  /** Seats those who wait, in order, while there are seats: the capacity was raised from this one. */
  promote = (sessionId: string, capacityBefore: number): Promise<void> => this.seatNext(sessionId, 0, capacityBefore);

  private async seatNext(sessionId: string, released: number, capacityBefore: number | null): Promise<void> {
    const after = await this.db.one<{ seated: string[]; isFreed: boolean }>(
      `with next as (select id from training.enrolment where session_id = $1 and status = 'waiting' order by waiting_rank
                      limit (select greatest(capacity - seats_taken + $2, 0) from training.session where id = $1)),
            seated as (update training.enrolment e set status = 'admitted', waiting_rank = null, version = version + 1
                        from next where e.id = next.id returning e.id),
            history as (insert into training.enrolment_event (enrolment_id, action, from_status, to_status)
                        select id, 'promote', 'waiting', 'admitted' from seated),
            counted as (update training.session set seats_taken = seats_taken - $2 + (select count(*) from seated) where id = $1)
       select array(select id from seated) as seated,
              seats_taken >= coalesce($3, capacity) and seats_taken - $2 + (select count(*) from seated) < capacity as "isFreed"
         from training.session where id = $1`,
      [sessionId, released, capacityBefore],
    );
    await this.outbox.publish('training.enrolment_admitted', ...after!.seated.map((enrolmentId) => ({ enrolmentId })));
    if (after!.isFreed) await this.outbox.publish('training.seat_freed', { sessionId });
  }
}
