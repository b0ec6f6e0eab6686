import { Actor, ActorResolver, Clock, Database, newSecret, secretHash } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dayOf, validOn } from '../organisation/validity.rules';
import { permissionsOf, Role } from '../permissions';
import { endSeenAt, SLIDE_MINUTES } from './session.rules';

interface Seen {
  sessionId: string;
  personId: string;
  displayName: string;
  memberships: { organisationId: string; role: Role }[];
}

/** Sessions of signed-in people. Only the hash of a token is kept. */
@Injectable()
export class Sessions extends ActorResolver {
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

  /** One statement per request: what was revoked a moment ago no longer counts. It also moves the end of the session. */
  async resolve(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const seen = await this.db.one<Seen>(
      `with live as (
         select id, person_id from identity.session where token_hash = $1 and expires_at > $2
       ), slid as (
         update identity.session set expires_at = ${endSeenAt('$2')}
          where token_hash = $1 and expires_at > $2
            and expires_at < ${endSeenAt('$2')} - interval '${SLIDE_MINUTES} minutes'
       )
       select live.id as "sessionId", p.id as "personId", p.given_name || ' ' || p.family_name as "displayName",
         coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) order by m.id)
           from identity.membership m join identity.organisation o on o.id = m.organisation_id
          where m.person_id = p.id and ${validOn('m', '$3')} and ${validOn('o', '$3')}), '[]') as memberships
       from live join identity.person p on p.id = live.person_id and p.active`,
      [secretHash(token), now, dayOf(now)],
    );
    if (!seen) return null;
    const permissions = permissionsOf(seen.memberships.map(({ role }) => role));
    return new Actor(seen.personId, seen.displayName, seen.memberships, permissions, seen.sessionId);
  }

  async purge(): Promise<void> {
    await this.db.query('delete from identity.session where expires_at <= $1', [this.clock.now()]);
  }
}
