import { createHash } from 'node:crypto';
import { benchDatabase } from './database.mjs';

export const TOKEN = 'une-personne-qui-lit-le-planning';
export const DELEGATIONS = 20;
const ROOMS = 500;
const TRAINERS = 400;
/** Mondays to Fridays from 4 January 2027, so many weeks. */
const WEEKS = 50;
const uuid = (kind, n) => `('0000${kind}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
export const delegationOf = (n) => `00000001-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const mondayOf = (week) => new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10);

const DAY = `('2027-01-04'::date + w * 7 + d)`;
const hours = (h) => `(case when ${h} = 0 then time '09:00' else time '13:30' end)`;
const ends = (h) => `(case when ${h} = 0 then time '12:30' else time '17:00' end)`;
const at = (time) => `((${DAY} + ${time}) at time zone 'Europe/Paris')`;
/** A room is kept for a session two days of five, and once in eleven for something else. */
const SESSIONS = `(select r, w, d, (r * 250 + w * 5 + d) as n from generate_series(1, ${ROOMS}) r, generate_series(0, ${WEEKS - 1}) w, generate_series(0, 4) d where (r * 31 + w * 17 + d * 7) % 5 < 2) x`;
const HALVES = `${SESSIONS} cross join generate_series(0, 1) h`;

/** Twenty delegations that each teach in twenty-five rooms: 50,000 sessions of a day, 100,000 half-days. */
const STATEMENTS = [
  `insert into identity.organisation (id, kind, name, valid_from) select ${uuid('0001', 'n')}, 'cnfpt', 'Délégation ' || n, '2015-01-01' from generate_series(1, ${DELEGATIONS}) n`,
  `insert into identity.person (id, email, given_name, family_name)
   select ${uuid('0002', 'n')}, 'personne-' || n || '@banc.example', 'Prénom', 'Nom' || n from generate_series(0, ${TRAINERS}) n`,
  `insert into identity.membership (person_id, organisation_id, role, valid_from) values (${uuid('0002', '0')}, ${uuid('0001', '1')}, 'course_manager', '2015-01-01')`,
  `insert into trainers.trainer (person_id, status, specialities) select ${uuid('0002', 'n')}, 'admitted', '{mediation-numerique}' from generate_series(1, ${TRAINERS}) n`,
  `insert into venues.venue (id, source, source_id, slug, search_text, name, commune_name, time_zone, departement_code, holiday_territory, status)
   select ${uuid('0003', 'n')}, 'banc', n::text, 'lieu-' || n, 'lieu ' || n, 'Lieu ' || n, 'Commune ' || n, 'Europe/Paris', '59', 'metropole', 'published' from generate_series(1, ${ROOMS}) n`,
  `insert into venues.room (id, venue_id, name, capacity) select ${uuid('0004', 'n')}, ${uuid('0003', 'n')}, 'Salle', 20 from generate_series(1, ${ROOMS}) n`,
  `insert into venues.closure (venue_id, period, reason) select ${uuid('0003', 'n')}, daterange('2027-01-04'::date + w * 7, '2027-01-06'::date + w * 7), 'Travaux'
     from generate_series(1, ${ROOMS}) n, generate_series(0, ${WEEKS - 1}) w where (n + w) % 13 = 0`,
  `insert into training.course (id, slug, title, summary, audience_categories, modality, duration_hours, theme, status, created_by)
   select ${uuid('0005', 'n')}, 'banc-' || n, 'Une formation ' || n, 'Une formation pour mesurer.', '{A}', 'presence', 6, 'mediation-numerique', 'draft', ${uuid('0002', '0')} from generate_series(1, 200) n`,
  `insert into training.session (id, code, course_id, venue_id, room_id, time_zone, capacity, seats_taken, enrolment_closes_at, starts_at, ends_at, organiser_id, status)
   select ${uuid('0006', 'n')}, 'S-' || n, ${uuid('0005', 'n % 200 + 1')}, ${uuid('0003', 'r')}, ${uuid('0004', 'r')}, 'Europe/Paris', 12, n % 12, ${at(`time '09:00'`)}, ${at(`time '09:00'`)}, ${at(`time '17:00'`)},
          ${uuid('0001', `r % ${DELEGATIONS} + 1`)}, case when n % 10 = 0 then 'draft' else 'open' end from ${SESSIONS}`,
  `insert into venues.booking (id, room_id, venue_id, period, status, requested_by, organisation_id, purpose)
   select ${uuid('0008', 'n * 2 + h')}, ${uuid('0004', 'r')}, ${uuid('0003', 'r')}, tstzrange(${at(hours('h'))}, ${at(ends('h'))}), 'confirmed', ${uuid('0002', '0')}, ${uuid('0001', `r % ${DELEGATIONS} + 1`)}, 'Session' from ${HALVES}`,
  `insert into training.session_slot (session_id, booking_id, local_date, half_day, starts_local, ends_local, period)
   select ${uuid('0006', 'n')}, ${uuid('0008', 'n * 2 + h')}, ${DAY}, case when h = 0 then 'am' else 'pm' end, ${hours('h')}, ${ends('h')}, tstzrange(${at(hours('h'))}, ${at(ends('h'))}) from ${HALVES}`,
  `insert into venues.booking (room_id, venue_id, period, status, kind, requested_by, purpose)
   select ${uuid('0004', 'r')}, ${uuid('0003', 'r')}, tstzrange(${at(`time '09:00'`)}, ${at(`time '12:30'`)}), 'confirmed', 'meeting', ${uuid('0002', '0')}, 'Réunion'
     from generate_series(1, ${ROOMS}) r, generate_series(0, ${WEEKS - 1}) w, generate_series(0, 4) d where (r * 31 + w * 17 + d * 7) % 5 >= 2 and (r + w + d) % 11 = 0`,
  `insert into trainers.ask (id, session_id, trainer_id, demand_id, status, asked_at, answered_at)
   select ${uuid('0007', 'n')}, ${uuid('0006', 'n')}, ${uuid('0002', `n % ${TRAINERS} + 1`)}, ${uuid('0007', 'n')}, 'accepted', now(), now() from ${SESSIONS}`,
];

/** A database of 100,000 half-days over fifty weeks; `TOKEN` is a manager of the first delegation. */
export const planningDatabase = (context) =>
  benchDatabase(context, 'planning', async (client) => {
    // Rules are for what people write; what is copied here keeps to them.
    await client.query('set session_replication_role = replica');
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query(`insert into identity.session (token_hash, person_id, created_at, expires_at) values ($1, ${uuid('0002', '0')}, now(), now() + interval '1 day')`, [
      createHash('sha256').update(TOKEN).digest(),
    ]);
    await client.query('vacuum (analyze)');
  });
