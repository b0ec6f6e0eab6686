import type { TestApp } from '../../support/app';
import type { World } from '../../security/world';

/** Rows of every list, all of the world's own people, numbered `from` to `to`; valid for every invariant. */
export async function crowd({ db }: TestApp, { objects: o, people }: World, from: number, to: number): Promise<void> {
  const numbers = `generate_series(${from}, ${to}) n`;
  const [agent, trainer, host, manager] = [people.agent[0], people.trainer[0], people.venue_host[0], people.course_manager[0]];
  const officer = people.training_officer[0];
  const hour = (n: string, hours: number) => `tstzrange(now() + interval '1 year' + ${n} * interval '3 hours', now() + interval '1 year' + ${n} * interval '3 hours' + interval '${hours} hours')`;
  const statements: [string, unknown[]?][] = [
    [`insert into identity.commune (code, name, search_name, departement_code, region_code, postal_codes)
      select 'x' || n, 'Clermont ' || n, 'clermont ' || n, '63', '84', '{}' from ${numbers}`],
    [`insert into identity.person (email, given_name, family_name) select 'foule-' || n || '@exemple.fr', 'Foule', 'Foule' || n from ${numbers}`],
    [`insert into identity.membership (person_id, organisation_id, role, valid_from)
      select p.id, $1, 'agent', '2015-01-01' from ${numbers} join identity.person p on p.email = 'foule-' || n || '@exemple.fr'`, [agent.organisationId]],
    [`insert into identity.agent_profile (person_id, employer_id, category, statut, supervisor_id)
      select p.id, $1, 'B', 'contractuel', $2 from ${numbers} join identity.person p on p.email = 'foule-' || n || '@exemple.fr'`, [agent.organisationId, people.supervisor[0].id]],
    [`insert into trainers.trainer (person_id, status, specialities)
      select p.id, 'admitted', '{}' from ${numbers} join identity.person p on p.email = 'foule-' || n || '@exemple.fr'`],
    [`insert into venues.venue (source, source_id, slug, search_text, name, address, postal_code, commune_name, commune_code, departement_code, time_zone, status, operator_id)
      select 'foule', n::text, 'foule-' || n, 'foule ' || n, 'Foule ' || n, '1 rue', '63000', 'Clermont-Ferrand', '63113', '63', 'Europe/Paris', 'published', $1 from ${numbers}`, [host.organisationId]],
    [`insert into venues.room (venue_id, name, capacity) select v.id, 'Salle', 20 from ${numbers} join venues.venue v on v.source = 'foule' and v.source_id = n::text`],
    [`insert into venues.room (venue_id, name, capacity) select $1, 'Petite salle ' || n, 20 from ${numbers}`, [o.venue]],
    // Over many rooms: the index of the constraint that keeps bookings apart slows down with each one of the same room.
    [`create temp table crowd_room on commit drop as select n, r.id from ${numbers} join (
        select id, row_number() over (order by id) - 1 as k from venues.room where venue_id = $1 and name like 'Petite salle%') r on r.k = n % 10`, [o.venue]],
    // Entries of the search are made together, as a bulk load would: one by one, they would take minutes.
    ['alter table training.course disable trigger tr_course_entry'],
    [`with c as (insert into training.course (slug, title, summary, audience_categories, modality, duration_hours, theme, status, created_by,
        objectives, content, prerequisites, attestation_conditions)
      select 'foule-' || n, 'Foule ' || n, 'Une formation de la foule.', '{A,B,C}', 'presence', 6, 'culture-numerique', 'published', $1,
        '{Être nombreux}', '<p>La foule.</p>', 'Aucun.', 'Être venu.' from ${numbers} returning id)
      insert into training.course_audience (course_id, audience, valid_from) select c.id, a, '2015-10-01' from c, unnest('{A,B,C}'::text[]) a`, [manager.id]],
    ['alter table training.course enable trigger tr_course_entry'],
    [`select training.index_courses(array(select c.id from ${numbers} join training.course c on c.slug = 'foule-' || n))`],
    [`insert into training.course_version (course_id, version, at, by, fields, snapshot)
      select $1, 1000 + n, now(), $2, '{summary}', v.snapshot from ${numbers} join training.course_version v on v.course_id = $1 and v.version = 1`, [o.draftCourse, manager.id]],
    [`update training.course set version = (select max(version) from training.course_version where course_id = $1) where id = $1`, [o.draftCourse]],
    [`insert into training.session (code, course_id, venue_id, room_id, time_zone, capacity, enrolment_closes_at, starts_at, ends_at, organiser_id, status)
      select 'S-F' || n, $1, $2, r.id, 'Europe/Paris', 20, lower(${hour('n', 1)}), lower(${hour('n', 1)}), upper(${hour('n', 2)}), $3, 'open' from crowd_room r`,
    [o.course, o.venue, manager.organisationId]],
    [`insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose)
      select r.id, $1, ${hour('n', 2)}, 'confirmed', $2, 'S-F' || n from crowd_room r`, [o.venue, manager.id]],
    [`insert into training.session_slot (session_id, booking_id, local_date, starts_local, ends_local, period, half_day)
      select s.id, b.id, '2027-01-01', '09:00', '11:00', b.period, 'am' from ${numbers} join training.session s on s.code = 'S-F' || n join venues.booking b on b.purpose = s.code`],
    [`insert into trainers.ask (session_id, trainer_id, demand_id, status, asked_at, answered_at)
      select s.id, $1, uuidv7(), 'accepted', now(), now() from ${numbers} join training.session s on s.code = 'S-F' || n`, [trainer.id]],
    [`insert into trainers.assignment (trainer_id, session_id, ask_id, period)
      select $1, s.id, k.id, ${hour('n', 2)} from ${numbers} join training.session s on s.code = 'S-F' || n join trainers.ask k on k.session_id = s.id`, [trainer.id]],
    [`insert into training.enrolment (number, session_id, agent_id, employer_id, status, decided_at)
      select 'E-F' || n, s.id, $1, $2, 'attested', now() from ${numbers} join training.session s on s.code = 'S-F' || n`, [agent.id, agent.organisationId]],
    [`insert into training.attendance (slot_id, enrolment_id, present, recorded_by)
      select l.id, e.id, true, $1 from ${numbers} join training.enrolment e on e.number = 'E-F' || n join training.session_slot l on l.session_id = e.session_id`, [trainer.id]],
    [`insert into training.attestation (enrolment_id, code, hours)
      select e.id, 'A-F' || n, 6 from ${numbers} join training.enrolment e on e.number = 'E-F' || n`],
    [`insert into training.enrolment (number, session_id, agent_id, employer_id, status, step)
      select 'E-G' || n, $1, p.id, $2, 'submitted', 'validation' from ${numbers} join identity.person p on p.email = 'foule-' || n || '@exemple.fr'`, [o.open, agent.organisationId]],
    [`insert into training.enrolment_event (enrolment_id, action, to_status)
      select $1, 'submit', 'submitted' from ${numbers}`, [o.enrolment]],
    [`insert into notifications.message (event_id, person_id, template, to_address, subject, body, created_at)
      select uuidv7(), p, 'foule', 'a@exemple.fr', 'Sujet', 'Texte', now() from ${numbers}, unnest($1::uuid[]) p`, [[agent.id, officer.id, host.id, manager.id, trainer.id]]],
    [`insert into federation.publication (target, object_type, object_id, state)
      select 'netpublic', 'course', c.id, 'pushed' from ${numbers} join training.course c on c.slug = 'foule-' || n on conflict do nothing`],
  ];
  await db.tx(async () => {
    await db.query(`set local statement_timeout = '120s'`);
    for (const [sql, params] of statements) await db.query(sql, params);
  });
  await db.query('analyze');
}
