import { Clock, Database } from '@app/platform';
import { dayOf, Role, validOn } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { COMING } from '../invitation/invitation.rules';
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

  /** Those who decide on the requests of an employer's agents: its training officers, and those of its centre de gestion. */
  deciders(employerId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select distinct p.id as "personId", p.email from identity.membership m join identity.person p on p.id = m.person_id
        where m.organisation_id in ($1, (select h.managed_by from training.employer_chain h where h.organisation_id = $1)) and m.role = 'training_officer' and p.active and ${validOn('m', '$2')} order by p.id`,
      [employerId, dayOf(this.clock.now())],
    );
  }

  /** The supervisor of an agent, or whoever stands in for them today. */
  opinionOf(agentId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select p.id as "personId", p.email from identity.agent_profile a
         join identity.person p on p.id = coalesce((select d.deputy_id from training.deputy d where d.absent_id = a.supervisor_id and d.days @> $2::date), a.supervisor_id) and p.active
        where a.person_id = $1`,
      [agentId, dayOf(this.clock.now())],
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

  /** Agents who hold a seat of a session that was put off. */
  seatedOfPutOff(sessionId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select p.id as "personId", p.email from training.enrolment e join identity.person p on p.id = e.agent_id and p.active
        where e.session_id = $1 and e.status = any($2) and exists (select from training.session_change h where h.session_id = $1 and h.what = 'postponed') order by p.id`,
      [sessionId, COMING],
    );
  }

  /** Agents whose request is alive, and the trainers. */
  concernedBy(sessionId: string): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `select p.id as "personId", p.email from identity.person p where p.active and p.id in (
         select agent_id from training.enrolment where session_id = $1 and status in ('submitted', 'transmitted', 'admitted', 'waiting', 'offered', 'convoked')
         union select trainer_id from trainers.assignment where session_id = $1 and active) order by p.id`,
      [sessionId],
    );
  }

  /**
   * Whom a change of a session concerns, each once: agents whose request was alive then, trainers it gave back and did not ask again, and those who
   * organise the session but for who made the change. Agents know of a trainer who had said yes.
   */
  ofChange(changeId: string): Promise<(Recipient & { as: 'agent' | 'trainer' | 'manager' })[]> {
    return this.db.query(
      `with h as materialized (select h.*, s.organiser_id from training.session_change h join training.session s on s.id = h.session_id where h.id = $1),
            told as (
         select t.id, 'trainer' as "as", 1 as rank from h, unnest(h.from_trainers) t (id) where t.id <> all(h.to_trainers)
         union all
         select e.agent_id, 'agent', 2 from h join training.enrolment e on e.session_id = h.session_id and e.submitted_at <= h.changed_at
          where case when h.what = 'cancelled' then e.status not in ('draft', 'refused', 'not_selected', 'withdrawn') else e.status in ('submitted', 'transmitted', 'admitted', 'waiting', 'offered', 'convoked') end
            and (h.what <> 'trainer' or exists (
              select from trainers.ask k where k.session_id = h.session_id and k.trainer_id = any(h.from_trainers) and k.status in ('released', 'relieved') and k.answered_at is not null))
         union all
         select m.person_id, 'manager', 3 from h join identity.membership m on m.organisation_id = h.organiser_id and m.role = 'course_manager' and ${validOn('m', '$2')})
       select distinct on (p.id) p.id as "personId", p.email, told."as"
         from told join identity.person p on p.id = told.id and p.active, h where h.changed_by is distinct from p.id order by p.id, told.rank`,
      [changeId, dayOf(this.clock.now())],
    );
  }
}
