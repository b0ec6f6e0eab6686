import { Clock, Database, type Events, isContention, tryAgain } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EnrolmentAction, EnrolmentStatus } from './enrolment.rules';
import { offerUntil } from './enrolment.rules';
import type { Step } from '../chain/chain.rules';

/** A decision on one request, or on all those of a group: 'placed' is a seat when there is one, else a rank in the waiting list. */
export interface Decision {
  requests: readonly { id: string; version: number }[];
  session: { id: string; startsAt: Date };
  action: EnrolmentAction | 'pass_over' | 'move';
  target: Outcome | 'placed';
  /** Nobody when it is the clock. */
  actorId: string | null;
  reason?: string | null;
  step?: Step | null;
  dueAt?: Date | null;
  priority?: { rule: string | null; rank: number };
  opinion?: 'favourable' | 'unfavourable';
  /** The employer's last word, with its date and author. */
  decides?: boolean;
  /** `YYYY-MM-DD`. */
  commissionOn?: string;
  /** What is told, when it is not what the request has become. */
  told?: keyof Events;
}

/** The fact that each outcome of a decision is told by. */
const FACTS = {
  submitted: 'training.enrolment_submitted', transmitted: 'training.enrolment_transmitted', refused: 'training.enrolment_refused', admitted: 'training.enrolment_admitted',
  waiting: 'training.enrolment_waiting', offered: 'training.enrolment_offered', not_selected: 'training.enrolment_not_selected', convoked: 'training.enrolment_convoked',
  withdrawn: 'training.enrolment_withdrawn',
} satisfies Partial<Record<EnrolmentStatus, keyof Events>>;
type Outcome = keyof typeof FACTS;

/** Seats are moved by the functions of the database, which write the ledger: see migration SeatLedger. */
@Injectable()
export class SeatLedger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One round trip: the requests, their history, audit, what is told, seats and queue. Answers what they have become. */
  decide(decision: Decision): Promise<EnrolmentStatus> {
    return tryAgain(() => this.write(decision), (error) => !this.db.inTransaction && isContention(error));
  }

  private async write({ requests, session, action, target, actorId, reason = null, step = null, dueAt = null, priority, opinion, decides = false, commissionOn, told }: Decision): Promise<EnrolmentStatus> {
    const now = this.clock.now();
    const decided = await this.db.one<{ status: EnrolmentStatus }>('select training.decide($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as status', [
      requests.map(({ id }) => id), requests.map(({ version }) => version), session.id, action, target, actorId, now, offerUntil(now, session.startsAt),
      reason, step, dueAt, priority?.rank ?? null, priority?.rule ?? null, opinion ?? null, decides, told ?? (target === 'placed' ? null : FACTS[target]), commissionOn ?? null,
    ]);
    return decided!.status;
  }

  /** Offers what is free to those who wait. The caller has changed the seats of the session in this transaction, and holds it. */
  async advance({ id, startsAt, wasFull }: { id: string; startsAt: Date; wasFull: boolean }): Promise<void> {
    const now = this.clock.now();
    await this.db.query('select training.advance($1, $2, $3), training.tell_freed($1, $4)', [id, now, offerUntil(now, startsAt), wasFull]);
  }
}
