import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SHOWN_SESSIONS } from '../offer/offer.queries';
import type { Publication } from './publication.entity';

export const NETPUBLIC = 'netpublic';
/** A queued push without news is queued again after this long: Redis may have lost it. */
const QUEUED_MS = 15 * 60_000;
/** Longer than the requests of one push. */
const PUSH_MS = 2 * 60_000;

export type Claim = Pick<
  Publication,
  | 'id'
  | 'objectType'
  | 'objectId'
  | 'revision'
  | 'contentHash'
  | 'remoteId'
  | 'remoteVersion'
  | 'attempts'
  | 'lockedUntil'
> & {
  /** Failures of the portal in a row, when this push began. */
  failures: number;
};

/** What is written on a publication when its push is over. */
export type Result = Pick<
  Publication,
  | 'state'
  | 'reason'
  | 'contentHash'
  | 'remoteId'
  | 'remoteVersion'
  | 'attempts'
  | 'notBefore'
  | 'lastError'
  | 'cutFields'
  | 'pushedAt'
>;

/** The queue of publications: PostgreSQL holds it, Redis only carries it. */
@Injectable()
export class PublicationStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The course, and its sessions that should be on the portal. */
  markCourse(courseId: string): Promise<void> {
    return this.mark(
      `select 'course' as type, $1::uuid as id
       union all select 'session', s.id from training.session s where s.course_id = $1 and s.status = any($4)`,
      [courseId, NETPUBLIC, this.clock.now(), SHOWN_SESSIONS],
    );
  }

  markSession(sessionId: string): Promise<void> {
    return this.mark(`select 'session' as type, $1::uuid as id`, [sessionId, NETPUBLIC, this.clock.now()]);
  }

  /** Takes due publications; several sweepers never take the same one. */
  takeDue(limit: number): Promise<{ id: string }[]> {
    const now = this.clock.now();
    return this.db.query<{ id: string }>(
      // Materialised: a plan that ran the inner select again would find others, and take more than the limit.
      `with due as materialized (
         select id from federation.publication
          where target = $1 and state in ('dirty', 'failed') and reason is null
            and (not_before <= $2 or locked_until <= $2) and (locked_until is null or locked_until <= $2)
          order by not_before limit $3 for update skip locked)
       update federation.publication p set not_before = $4 from due where p.id = due.id returning p.id`,
      [NETPUBLIC, now, limit, new Date(now.getTime() + QUEUED_MS)],
    );
  }

  /**
   * The publication, for this push alone; undefined when there is nothing to do, when another push has it or when the
   * portal is paused. The hash is forgotten meanwhile: until the portal answers, what it shows is not known.
   */
  async claim(id: string): Promise<Claim | undefined> {
    const now = this.clock.now();
    const claimed = await this.db.one<Claim>(
      `update federation.publication p set locked_until = $3, attempts = p.attempts + 1, content_hash = null
         from federation.target t
        where p.id = $1 and p.state in ('dirty', 'failed') and p.reason is null
          and (p.locked_until is null or p.locked_until <= $2)
          and t.name = p.target and (t.paused_until is null or t.paused_until <= $2)
       returning p.id, p.object_type as "objectType", p.object_id as "objectId", p.revision,
                 old.content_hash as "contentHash", p.remote_id as "remoteId", p.remote_version as "remoteVersion",
                 p.attempts, p.locked_until as "lockedUntil", t.failures`,
      [id, now, new Date(now.getTime() + PUSH_MS)],
    );
    if (!claimed) await this.waitForTarget(id, now);
    return claimed;
  }

  /** Writes the result, unless another push took over; a change that came meanwhile keeps the publication dirty. */
  async finish(claim: Claim, result: Result): Promise<void> {
    await this.db.query(
      `update federation.publication set
         content_hash = $3, remote_id = $4, remote_version = $5, last_error = $6, cut_fields = $7,
         pushed_at = coalesce($8, pushed_at), locked_until = null,
         state = case when revision = $9 then $10 else 'dirty' end,
         reason = case when revision = $9 then $11 end,
         attempts = case when revision = $9 then $12::int else 0 end,
         not_before = case when revision = $9 then $13::timestamptz else $14 end
       where id = $1 and locked_until = $2`,
      [
        claim.id,
        claim.lockedUntil,
        result.contentHash,
        result.remoteId,
        result.remoteVersion,
        result.lastError,
        result.cutFields,
        result.pushedAt,
        claim.revision,
        result.state,
        result.reason,
        result.attempts,
        result.notBefore,
        this.clock.now(),
      ],
    );
  }

  /** Puts a publication back in the queue, whatever its state. */
  async requeue(id: string): Promise<void> {
    await this.db.query(
      `update federation.publication
          set state = 'dirty', revision = revision + 1, attempts = 0, reason = null, not_before = $2 where id = $1`,
      [id, this.clock.now()],
    );
  }

  private async waitForTarget(id: string, now: Date): Promise<void> {
    await this.db.query(
      `update federation.publication p set not_before = t.paused_until
         from federation.target t where p.id = $1 and t.name = p.target and t.paused_until > $2`,
      [id, now],
    );
  }

  /** `objects` selects type and id; $2 is the target and $3 the time. */
  private async mark(objects: string, params: unknown[]): Promise<void> {
    await this.db.query(
      `insert into federation.publication (target, object_type, object_id, state, not_before)
       select $2, object.type, object.id, 'dirty', $3 from (${objects}) as object order by object.id
       on conflict (target, object_type, object_id) do update set
         state = 'dirty', revision = publication.revision + 1, attempts = 0, reason = null, not_before = excluded.not_before`,
      params,
    );
  }
}
