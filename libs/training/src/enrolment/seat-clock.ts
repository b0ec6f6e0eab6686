import { Clock, Database, declareJobs, hasConstraint, OnJob, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Chain, DEFAULT_CHAIN, dueFor, stepAfter, stepsOf } from '../chain/chain.rules';
import { chainOf } from './request-facts';
import { type Decision, SeatLedger } from './seat-ledger';

declare module '@app/platform' {
  interface Jobs {
    'training.lapse_offers': Record<string, never>;
    'training.release_shares': Record<string, never>;
    'training.convoke': Record<string, never>;
    'training.pass_over_silence': Record<string, never>;
    'training.remind_due': Record<string, never>;
  }
}
declareJobs('training.lapse_offers', 'training.release_shares', 'training.convoke', 'training.pass_over_silence', 'training.remind_due');

const BATCH = 200;
/** How many days before it begins a session that is confirmed convokes those who have a seat. */
const CONVOKED_AHEAD = 15;
/** How many days before they are awaited. */
const REMINDED_AHEAD = 2;

interface Due {
  id: string;
  version: number;
  session: { id: string; startsAt: string };
}
type Deciding = Pick<Decision, 'action' | 'target' | 'reason' | 'step' | 'dueAt' | 'told'>;
const DUE = `e.id, e.version, jsonb_build_object('id', s.id, 'startsAt', s.starts_at) as session`;
const FROM = 'from training.enrolment e join training.session s on s.id = e.session_id';

/** What time decides of requests and seats. Each is decided apart: one that someone changes meanwhile is left to them. */
@Injectable()
export class SeatClock {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly seats: SeatLedger,
  ) {}

  /** An offer without an answer goes to the next. */
  @OnJob('training.lapse_offers')
  lapse(): Promise<void> {
    return this.each(`select ${DUE} ${FROM} where e.status = 'offered' and e.offer_until <= $1 order by e.offer_until, e.id limit ${BATCH}`, () => ({
      action: 'lapse', target: 'withdrawn', reason: 'Sans réponse à temps, la place va à la personne suivante.', told: 'training.enrolment_lapsed',
    }));
  }

  /** Supervisors who say nothing are passed over: the request goes on without them. */
  @OnJob('training.pass_over_silence')
  passOver(): Promise<void> {
    return this.each<Due & { chain: Chain | null; isSelective: boolean }>(
      `select ${DUE}, ${chainOf('e.employer_id')} as chain, c.is_selective as "isSelective" ${FROM} join training.course c on c.id = s.course_id
        where e.status = 'submitted' and e.step = 'opinion' and e.due_at <= $1 order by e.due_at, e.id limit ${BATCH}`,
      ({ chain, isSelective, session }) => {
        const step = stepAfter(stepsOf(chain ?? DEFAULT_CHAIN, true), 'opinion');
        const onward = step ? { step, dueAt: dueFor(step, chain ?? DEFAULT_CHAIN, this.clock.now(), new Date(session.startsAt)) } : null;
        return { action: 'pass_over', target: onward ? 'submitted' : isSelective ? 'transmitted' : 'placed', reason: 'Sans avis à temps, la demande continue sans lui.', ...onward };
      },
    );
  }

  /** Those who have a seat in a session that is confirmed, and soon; and those who take one later. */
  @OnJob('training.convoke')
  convoke(): Promise<void> {
    return this.each(
      `select ${DUE} ${FROM} where e.status = 'admitted' and s.status = 'confirmed' and s.starts_at > $1 and s.starts_at <= $1::timestamptz + interval '${CONVOKED_AHEAD} days'
        order by s.starts_at, e.id limit ${BATCH}`,
      () => ({ action: 'convoke', target: 'convoked' }),
    );
  }

  /** Those whose turn it is are reminded once, before the date by which they are awaited. */
  @OnJob('training.remind_due')
  remind(): Promise<void> {
    return this.db.tx(async () => {
      const due = await this.db.query<{ enrolmentId: string }>(
        `with due as (select id from training.enrolment where status = 'submitted' and reminded_at is null and due_at <= $1::timestamptz + interval '${REMINDED_AHEAD} days' order by due_at limit 500 for no key update skip locked)
         update training.enrolment e set reminded_at = $1 from due where e.id = due.id returning e.id as "enrolmentId"`,
        [this.clock.now()],
      );
      await this.outbox.publish('training.enrolment_due', ...due);
    });
  }

  /** Seats kept for an employer or a delegation until now are for everyone. */
  @OnJob('training.release_shares')
  async release(): Promise<void> {
    const due = await this.db.query<{ id: string }>('select distinct session_id as id from training.session_share where released_at is null and release_at <= $1 limit 500', [this.clock.now()]);
    for (const { id } of due)
      await this.db.tx(async () => {
        const session = await this.db.one<{ startsAt: Date }>('select starts_at as "startsAt" from training.session where id = $1 for no key update', [id]);
        await this.db.query('update training.session_share set released_at = $2 where session_id = $1 and released_at is null and release_at <= $2', [id, this.clock.now()]);
        await this.seats.advance({ id, startsAt: session!.startsAt, wasFull: true });
      });
  }

  private async each<D extends Due>(sql: string, deciding: (due: D) => Deciding): Promise<void> {
    let due: D[];
    do {
      due = await this.db.query<D>(sql, [this.clock.now()]);
      for (const one of due)
        await this.seats
          .decide({ requests: [one], session: { id: one.session.id, startsAt: new Date(one.session.startsAt) }, actorId: null, ...deciding(one) })
          .catch(unlessChanged);
    } while (due.length === BATCH);
  }
}

function unlessChanged(error: unknown): void {
  if (!hasConstraint(error, 'ck_enrolment_changed')) throw error;
}
