import { createHash } from 'node:crypto';
import { benchDatabase } from './database.mjs';

export const TOKEN = 'une-personne-qui-planifie';
const ROOMS = 1000;
const TRAINERS = 300;
/** From 1 January 2027, so many days. */
const DAYS = 200;
const DAY = `('2027-01-01'::date + d)`;
const at = (time) => `(${DAY} + time '${time}') at time zone 'Europe/Paris'`;
const half = (n) => `case when ${n} = 0 then tstzrange(${at('09:00')}, ${at('12:30')}) else tstzrange(${at('13:30')}, ${at('17:00')}) end`;
const uuid = (kind, n) => `('0000${kind}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** A thousand rooms and three hundred trainers, each kept for about half of that time. */
const STATEMENTS = [
  `insert into identity.organisation (id, kind, name, valid_from) values (${uuid('0001', '1')}, 'cnfpt', 'Délégation', '2015-01-01')`,
  `insert into identity.person (id, email, given_name, family_name)
   select ${uuid('0002', 'n')}, 'personne-' || n || '@banc.example', 'Prénom', 'Nom' || n from generate_series(0, ${TRAINERS}) n`,
  `insert into identity.membership (person_id, organisation_id, role, valid_from) values (${uuid('0002', '0')}, ${uuid('0001', '1')}, 'course_manager', '2015-01-01')`,
  `insert into trainers.trainer (person_id, status, specialities) select ${uuid('0002', 'n')}, 'admitted', '{mediation-numerique}' from generate_series(1, ${TRAINERS}) n`,
  `insert into venues.venue (id, source, source_id, slug, search_text, name, time_zone, departement_code, latitude, longitude, status)
   select ${uuid('0003', 'n')}, 'banc', n::text, 'lieu-' || n, 'lieu ' || n, 'Lieu ' || n, 'Europe/Paris', '59', 43.5 + n * 7919 % 6500 / 1000.0, -1 + n * 104729 % 7000 / 1000.0, 'published'
     from generate_series(1, ${ROOMS}) n`,
  `insert into venues.room (id, venue_id, name, capacity) select ${uuid('0004', 'n')}, ${uuid('0003', 'n')}, 'Salle', 20 from generate_series(1, ${ROOMS}) n`,
  `insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose)
   select ${uuid('0004', 'n')}, ${uuid('0003', 'n')}, ${half('h')}, 'confirmed', ${uuid('0002', '0')}, 'Banc'
     from generate_series(1, ${ROOMS}) n, generate_series(0, ${DAYS}) d, generate_series(0, 1) h where (n * 31 + d * 17 + h * 7) % 11 < 5`,
  `insert into training.course (id, slug, title, summary, audience_categories, modality, duration_hours, theme, status, created_by)
   values (${uuid('0005', '1')}, 'banc', 'Une formation', 'Une formation pour mesurer.', '{A}', 'presence', 6, 'mediation-numerique', 'draft', ${uuid('0002', '0')})`,
  `insert into training.session (id, code, course_id, venue_id, room_id, time_zone, capacity, enrolment_closes_at, starts_at, ends_at, organiser_id, status)
   select ${uuid('0006', `n * 1000 + d`)}, 'S-' || n || '-' || d, ${uuid('0005', '1')}, ${uuid('0003', `(n * 13 + d / 5 * 7) % ${ROOMS} + 1`)}, ${uuid('0004', `(n * 13 + d / 5 * 7) % ${ROOMS} + 1`)},
          'Europe/Paris', 12, ${at('09:00')}, ${at('09:00')}, ${at('17:00')}, ${uuid('0001', '1')}, 'open'
     from generate_series(1, ${TRAINERS}) n, generate_series(0, ${DAYS}) d where (n * 19 + d * 5) % 9 < 4`,
  `insert into trainers.ask (id, session_id, trainer_id, demand_id, status, asked_at, answered_at)
   select ${uuid('0007', `n * 1000 + d`)}, ${uuid('0006', `n * 1000 + d`)}, ${uuid('0002', 'n')}, ${uuid('0007', `n * 1000 + d`)}, 'accepted', now(), now()
     from generate_series(1, ${TRAINERS}) n, generate_series(0, ${DAYS}) d where (n * 19 + d * 5) % 9 < 4`,
  `insert into trainers.assignment (trainer_id, session_id, ask_id, period)
   select ${uuid('0002', 'n')}, ${uuid('0006', `n * 1000 + d`)}, ${uuid('0007', `n * 1000 + d`)}, ${half('h')}
     from generate_series(1, ${TRAINERS}) n, generate_series(0, ${DAYS}) d, generate_series(0, 1) h where (n * 19 + d * 5) % 9 < 4`,
];

/** A database whose rooms and trainers are kept half of the time; `TOKEN` is somebody who plans. */
export const agendaDatabase = (context) => benchDatabase(context, 'agenda', fill);

async function fill(client) {
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query(`insert into identity.session (token_hash, person_id, created_at, expires_at) values ($1, ${uuid('0002', '0')}, now(), now() + interval '1 day')`, [
    createHash('sha256').update(TOKEN).digest(),
  ]);
  await client.query('vacuum (analyze)');
}

export const idOf = (kind, n) => `0000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
