import { Clock, Database } from '@app/platform';
import { dayOf, Role, validOn } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { Recipient } from './facts';

/** Who is to be told. Someone who can no longer sign in is told nothing. */
@Injectable()
export class RecipientsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  person(personId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      'select id as "personId", email from identity.person where id = $1 and active',
      [personId],
    );
  }

  /** Those who hold the role in the organisation today. */
  holders(role: Role, organisationId: string | null): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select p.id as "personId", p.email from identity.membership m join identity.person p on p.id = m.person_id
        where m.organisation_id = $1 and m.role = $2 and p.active and ${validOn('m', '$3')} order by p.id`,
      [organisationId, role, dayOf(this.clock.now())],
    );
  }

  /** Those who administer the service today, wherever they belong. */
  administrators(): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select distinct p.id as "personId", p.email from identity.membership m join identity.person p on p.id = m.person_id
        where m.role = 'administrator' and p.active and ${validOn('m', '$1')} order by p.id`,
      [dayOf(this.clock.now())],
    );
  }

  /** Agents whose request is alive, and the trainers. */
  concernedBy(sessionId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select p.id as "personId", p.email from identity.person p where p.active and p.id in (
         select agent_id from training.enrolment where session_id = $1 and status in ('submitted', 'admitted', 'waiting', 'convoked')
         union select trainer_id from trainers.assignment where session_id = $1 and active) order by p.id`,
      [sessionId],
    );
  }

  /** Agents whose request was alive when the session was cancelled. */
  enrolledIn(sessionId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select distinct p.id as "personId", p.email from training.enrolment e join identity.person p on p.id = e.agent_id
        where e.session_id = $1 and e.status not in ('draft', 'refused', 'not_selected', 'withdrawn') and p.active`,
      [sessionId],
    );
  }
}
