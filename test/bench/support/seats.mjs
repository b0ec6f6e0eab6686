import { createHash } from 'node:crypto';
import { benchDatabase } from './database.mjs';

export const AGENTS = 200;
export const SEATS = 20;
const SESSIONS = 12_000;
const INBOX = 5_000;
const COURSES = 600;
const uuid = (kind, n) => `('0000${kind}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
export const idOf = (kind, n) => `0000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const sessionOf = (n) => idOf('0006', n);
export const tokenOf = (n) => `une-personne-qui-demande-une-place-${n}`;
export const OFFICER = 'un-referent-formation';
/** Each on its own morning: an agent may follow them all. */
const morning = (n) => `tstzrange('2030-01-01 09:00+01'::timestamptz + (${n}) * interval '1 day', '2030-01-01 12:00+01'::timestamptz + (${n}) * interval '1 day')`;

const STATEMENTS = [
  `insert into identity.organisation (id, kind, name, valid_from) values (${uuid('0001', '1')}, 'cnfpt', 'Délégation', '2015-01-01'), (${uuid('0001', '2')}, 'employer', 'Ville', '2015-01-01'), (${uuid('0001', '3')}, 'employer', 'Grande ville', '2015-01-01')`,
  `insert into identity.person (id, email, given_name, family_name) select ${uuid('0002', 'n')}, 'agent-' || n || '@banc.example', 'Prénom', 'Nom' || n from generate_series(0, ${AGENTS + INBOX}) n`,
  `insert into identity.membership (person_id, organisation_id, role, valid_from) select ${uuid('0002', 'n')}, ${uuid('0001', '2')}, 'agent', '2015-01-01' from generate_series(1, ${AGENTS}) n`,
  `insert into identity.membership (person_id, organisation_id, role, valid_from) values (${uuid('0002', '0')}, ${uuid('0001', '3')}, 'training_officer', '2015-01-01')`,
  `insert into identity.agent_profile (person_id, employer_id, category, statut) select ${uuid('0002', 'n')}, ${uuid('0001', `case when n > ${AGENTS} then 3 else 2 end`)}, 'B', 'contractuel' from generate_series(1, ${AGENTS + INBOX}) n`,
  // This employer asks nobody: a request goes straight to a seat.
  `insert into training.employer_chain (organisation_id, opinion, validates) values (${uuid('0001', '2')}, 'none', false)`,
  `insert into venues.venue (id, source, source_id, slug, search_text, name, time_zone, departement_code, status) values (${uuid('0003', '1')}, 'banc', '1', 'lieu', 'lieu', 'Lieu', 'Europe/Paris', '59', 'published')`,
  `insert into venues.room (id, venue_id, name, capacity) values (${uuid('0004', '1')}, ${uuid('0003', '1')}, 'Salle', ${SEATS})`,
  `insert into training.course (id, slug, title, summary, audience_categories, modality, duration_hours, theme, status, objectives, content, prerequisites, attestation_conditions)
   select ${uuid('0005', 'n')}, 'banc-' || n, 'Une formation ' || n, 'Une formation pour mesurer.', '{B}', 'presence', 3, 'mediation-numerique', 'published', '{x}', '<p>x</p>', 'x', 'x' from generate_series(1, ${COURSES}) n`,
  `insert into training.course_audience (course_id, audience, valid_from) select ${uuid('0005', 'n')}, 'B', '2015-10-01' from generate_series(1, ${COURSES}) n`,
  `insert into venues.booking (id, room_id, venue_id, period, status, requested_by, purpose)
   select ${uuid('0008', 'n')}, ${uuid('0004', '1')}, ${uuid('0003', '1')}, ${morning('n')}, 'confirmed', ${uuid('0002', '0')}, 'Session' from generate_series(1, ${SESSIONS}) n`,
  `insert into training.session (id, code, course_id, venue_id, room_id, time_zone, capacity, enrolment_closes_at, starts_at, ends_at, organiser_id, status)
   select ${uuid('0006', 'n')}, 'S-' || n, ${uuid('0005', `n % ${COURSES} + 1`)}, ${uuid('0003', '1')}, ${uuid('0004', '1')}, 'Europe/Paris', ${SEATS}, lower(${morning('n')}), lower(${morning('n')}), upper(${morning('n')}), ${uuid('0001', '1')}, 'open'
     from generate_series(1, ${SESSIONS}) n`,
  `insert into training.session_slot (session_id, booking_id, local_date, half_day, starts_local, ends_local, period)
   select ${uuid('0006', 'n')}, ${uuid('0008', 'n')}, '2030-01-01'::date + n, 'am', '09:00', '12:00', ${morning('n')} from generate_series(1, ${SESSIONS}) n`,
  `insert into training.enrolment (number, session_id, agent_id, employer_id, status, step, submitted_at)
   select 'E-I' || n, ${uuid('0006', `${SESSIONS} - n % 500`)}, ${uuid('0002', `${AGENTS} + n`)}, ${uuid('0001', '3')}, 'submitted', 'validation', now() - n * interval '1 minute' from generate_series(1, ${INBOX}) n`,
];

/** The bare version: its own tables with what they need and no more, and one function that does it all, from the cookie to the outbox. */
const BARE = `
  create schema bare;
  create table bare.cookie (hash bytea primary key, person uuid not null, expires_at timestamptz not null);
  create table bare.role (person uuid, role text, primary key (person, role));
  create table bare.session (id uuid primary key, capacity int not null, taken int not null default 0, waiting int not null default 0, check (taken between 0 and capacity)) with (fillfactor = 50);
  create table bare.enrolment (id uuid primary key, session uuid not null, agent uuid not null, status text not null, rank int, at timestamptz not null, unique (session, agent));
  create table bare.key (person uuid, key text, fingerprint text not null, answer jsonb, primary key (person, key));
  create table bare.audit (id uuid primary key, at timestamptz not null, actor uuid, action text not null, subject uuid not null);
  create table bare.outbox (id uuid primary key, type text not null, payload jsonb not null, published_at timestamptz);
  create index on bare.outbox (id) where published_at is null;
  create function bare.enrol(p_hash bytea, p_key text, p_fingerprint text, p_session uuid) returns jsonb language plpgsql as $$
  declare
    who uuid;
    id uuid := uuidv7();
    seat record;
    told jsonb;
  begin
    select c.person into who from bare.cookie c join bare.role r on r.person = c.person and r.role = 'agent' where c.hash = p_hash and c.expires_at > now();
    if who is null then return null; end if;
    insert into bare.key values (who, p_key, p_fingerprint) on conflict do nothing;
    if not found then return (select answer from bare.key k where k.person = who and k.key = p_key); end if;
    insert into bare.audit values (uuidv7(), now(), who, 'enrol', id);
    update bare.session s set taken = taken + (taken < capacity)::int, waiting = waiting + (taken >= capacity)::int where s.id = p_session returning s.taken, s.waiting into seat;
    told := jsonb_build_object('id', id, 'status', case when seat.waiting > 0 then 'waiting' else 'admitted' end);
    insert into bare.enrolment values (id, p_session, who, told->>'status', nullif(seat.waiting, 0), now());
    insert into bare.outbox (id, type, payload) values (uuidv7(), 'enrolled', told);
    update bare.key k set answer = told where k.person = who and k.key = p_key;
    return told;
  end $$;
  insert into bare.session (id, capacity) select id, capacity from training.session;
  insert into bare.role select person_id, role from identity.membership;
  insert into bare.cookie select token_hash, person_id, expires_at from identity.session;`;

/** A database with ${SESSIONS} empty sessions, ${AGENTS} agents whose employer asks nobody, an officer with ${INBOX} requests, and the bare version beside. */
export const seatsDatabase = (context) =>
  benchDatabase(context, 'seats', async (client) => {
    // A search of the catalogue is not measured here: its index of one course would be written again for each session.
    await client.query('alter table training.session disable trigger tr_session_insert_entry');
    await client.query('alter table venues.booking disable trigger all');
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query('alter table venues.booking enable trigger all');
    await client.query('alter table training.session enable trigger tr_session_insert_entry');
    for (const [token, person] of [[OFFICER, 0], ...Array.from({ length: AGENTS }, (_, n) => [tokenOf(n + 1), n + 1])])
      await client.query(`insert into identity.session (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')`, [
        createHash('sha256').update(token).digest(), idOf('0002', person),
      ]);
    await client.query(BARE);
    await client.query('vacuum (analyze)');
  });
