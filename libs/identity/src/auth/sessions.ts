import { Actor, ActorResolver, Clock, Database, newSecret, secretHash, Together } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dayOf, validOn } from '../organisation/validity.rules';
import { permissionsOf, Role } from '../permissions';
import { endSeenAt, SLIDE_MINUTES } from './session.rules';

interface Seen {
  index: number;
  sessionId: string;
  personId: string;
  displayName: string;
  memberships: { organisationId: string; role: Role }[];
}

/** Who holds each token of $1, counted from 1, at the instant $2, of the day $3. An end that someone else moves at the same time is moved. */
const SEEN = `
  with live as (
    select a.index::int, s.id, s.person_id, s.created_at, s.expires_at
      from unnest($1::bytea[]) with ordinality as a(token_hash, index) join identity.session s on s.token_hash = a.token_hash and s.expires_at > $2
  ), late as (
    select id from identity.session where id in (select id from live where expires_at < ${endSeenAt('$2')} - interval '${SLIDE_MINUTES} minutes') for update skip locked
  ), slid as (
    update identity.session set expires_at = ${endSeenAt('$2')} where id in (select id from late)
  )
  select live.index, live.id as "sessionId", p.id as "personId", p.given_name || ' ' || p.family_name as "displayName",
    coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) order by m.id)
      from identity.membership m join identity.organisation o on o.id = m.organisation_id
     where m.person_id = p.id and ${validOn('m', '$3')} and ${validOn('o', '$3')}), '[]') as memberships
  from live join identity.person p on p.id = live.person_id and p.active`;

/** Sessions of signed-in people. Only the hash of a token is kept. */
@Injectable()
export class Sessions extends ActorResolver {
  private readonly seen = new Together((hashes: Buffer[]) => this.resolveAll(hashes), { together: 100, patience: 100 });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Opens a session and answers its token, which exists nowhere else. */
  async open(personId: string): Promise<string> {
    const token = newSecret();
    await this.db.query(
      `insert into identity.session (token_hash, person_id, created_at, expires_at)
       select $1, $2, created_at, ${endSeenAt('$3')} from (select $3::timestamptz as created_at) as opened`,
      [secretHash(token), personId, this.clock.now()],
    );
    return token;
  }

  async close(sessionId: string): Promise<void> {
    await this.db.query('delete from identity.session where id = $1', [sessionId]);
  }

  /** Read anew for each request: what was revoked a moment ago no longer counts. It also moves the end of the session. */
  resolve(token: string): Promise<Actor | null> {
    return this.seen.ask(secretHash(token));
  }

  private async resolveAll(hashes: Buffer[]): Promise<(Actor | null)[]> {
    const now = this.clock.now();
    const rows = await this.db.prepared<Seen>('identity.seen', SEEN, [hashes, now, dayOf(now)]);
    const byIndex = new Map(rows.map((row) => [row.index, row]));
    return hashes.map((_, index) => {
      const seen = byIndex.get(index + 1);
      return seen ? new Actor(seen.personId, seen.displayName, seen.memberships, permissionsOf(seen.memberships.map(({ role }) => role)), seen.sessionId) : null;
    });
  }

  async purge(): Promise<void> {
    await this.db.query('delete from identity.session where expires_at <= $1', [this.clock.now()]);
  }
}
