import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Answer } from '../netpublic/netpublic.answers';
import { SHOWN_SESSIONS } from '../offer/offer.queries';
import { NETPUBLIC } from '../publication/publication.store';

const REFERENCE = /^(course|session)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const AGAIN = `state = 'dirty', revision = p.revision + 1, content_hash = null, attempts = 0, reason = null, not_before = $2`;

/** Compares what we believe with what the portal shows, in sets; what differs becomes dirty and is pushed again. */
@Injectable()
export class ReconciliationStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Objects of the catalogue that were never queued. */
  async queueForgotten(): Promise<number> {
    const queued = await this.db.query(
      `insert into federation.publication (target, object_type, object_id, state, not_before)
       select $1, object.type, object.id, 'dirty', $2 from (
         select 'course' as type, id from training.course where status = 'published'
         union all select 'session', id from training.session where status = any($3)) as object
       on conflict (target, object_type, object_id) do nothing returning 1`,
      [NETPUBLIC, this.clock.now(), SHOWN_SESSIONS],
    );
    return queued.length;
  }

  /** Offers of the portal that are not what we sent, or that we do not know. */
  async queueDifferent(offers: Answer[]): Promise<number> {
    const remote = offers.flatMap(({ reference, state, contentHash, version }) => {
      const [, type, id] = REFERENCE.exec(reference) ?? [];
      return id ? [{ type, id, state, version, hash: contentHash }] : [];
    });
    const params = [NETPUBLIC, this.clock.now(), JSON.stringify(remote)];
    const from = `jsonb_to_recordset($3) as r (type text, id uuid, state text, version int, hash text)`;
    const different = await this.db.query(
      `update federation.publication p set ${AGAIN}, remote_version = r.version from ${from}
        where p.target = $1 and p.object_type = r.type and p.object_id = r.id and p.locked_until is null
          and ((p.state = 'pushed' and (r.state <> 'published' or r.hash <> p.content_hash))
            or (p.state = 'withdrawn' and r.state = 'published'))
       returning 1`,
      params,
    );
    const unknown = await this.db.query(
      `insert into federation.publication (target, object_type, object_id, state, not_before, remote_version)
       select $1, r.type, r.id, 'dirty', $2, r.version from ${from} where r.state = 'published'
       on conflict (target, object_type, object_id) do nothing returning 1`,
      params,
    );
    return different.length + unknown.length;
  }

  /** Publications believed pushed before this reading began, and not read. */
  async queueMissing(read: string[], began: Date): Promise<number> {
    const missing = await this.db.query(
      `update federation.publication p set ${AGAIN}, remote_version = null
        where p.target = $1 and p.state = 'pushed' and p.pushed_at < $3 and p.locked_until is null
          and not exists (select from unnest($4::text[]) as reference where reference = p.object_type || '-' || p.object_id)
       returning 1`,
      [NETPUBLIC, this.clock.now(), began, read],
    );
    return missing.length;
  }
}
