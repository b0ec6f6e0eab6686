import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';

const SUBJECT = 'Vous avez une place\u202f: ';
const REFUSED = 'Message failed: 550 5.1.1 User unknown';

/** What was written to agents of one employer: two have no address, the address of one does not work. */
@Injectable()
export class DemoMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** `reader`: who has received their mail. */
  async write(employerId: string, reader: string): Promise<void> {
    await this.db.query(
      `with seats as materialized (
         select distinct on (e.agent_id) e.id, e.agent_id, e.number, s.id as session_id, s.code, c.title, v.name as place, p.email
           from training.enrolment e join training.session s on s.id = e.session_id join training.course c on c.id = s.course_id
           join venues.venue v on v.id = s.venue_id join identity.person p on p.id = e.agent_id
          where e.employer_id = $1 and e.status = 'admitted' and s.starts_at > $3 and (e.agent_id = $2 or not exists (
            select from identity.membership m where m.person_id = e.agent_id and m.role <> 'agent')) order by e.agent_id, s.starts_at),
       ranked as (select *, row_number() over (order by agent_id <> $2, agent_id) - count(*) filter (where agent_id = $2) over () as n from seats),
       told as (select *, case when n in (1, 2) then 'paper' when n = 3 then 'refused' when agent_id = $2 then 'sent' end as how from ranked),
       silent as (update identity.person p set email = null, password_hash = null from told t where t.how = 'paper' and p.id = t.agent_id returning p.id)
       insert into notifications.message (event_id, person_id, template, to_address, subject, body, link_label, link_path, created_at, session_id, attempts, print_since, sent_at, error)
       select uuidv7(), agent_id, 'enrolment_admitted', case when how <> 'paper' then email end, $4 || title,
              E'Vous êtes inscrit ou inscrite à la formation «\\u202F' || title || E'\\u202F», sous le numéro ' || number || E'.\\n\\nSession ' || code || ', ' || place
                || E'.\\n\\nSi vous ne pouvez plus venir, retirez votre demande dès que possible\\u202F: votre place ira à la personne suivante.',
              'Suivre ma demande', '/mes-demandes/' || id, $3, session_id, case how when 'paper' then 0 else 1 end,
              case how when 'paper' then $3::timestamptz end, case how when 'sent' then $3::timestamptz end, case how when 'refused' then $5 end
         from told where how is not null`,
      [employerId, reader, this.clock.now(), SUBJECT, REFUSED],
    );
  }
}
