import { InvariantAudit, invariants } from '@app/platform';
import { TestApp, testApp } from '../support/app';
import { Someone } from '../support/someone';

type Ids = Record<'session' | 'enrolment' | 'agent' | 'employer' | 'booking' | 'room' | 'venue' | 'trainer', string>;

/** For each invariant, a way to break it once its constraints and triggers are out of the way. */
const VIOLATIONS: Record<string, (id: Ids) => string> = {
  'identity.category_follows_cadre': ({ agent }) => `
    insert into identity.cadre_emplois (id, edition, filiere, name, category, valid_from) values ('cadre', '2015', 'technique', 'Ingénieurs', 'A', '2015-01-01');
    update identity.agent_profile set cadre_emplois_id = 'cadre', category = 'C' where person_id = '${agent}'`,
  'identity.employer_employs': ({ employer }) => `update identity.organisation set kind = 'venue_operator' where id = '${employer}'`,
  'identity.organisations_have_no_loop': ({ employer }) => `
    insert into identity.organisation (id, kind, name, valid_from, parent_id) values ('00000000-0000-7000-8000-00000000000a', 'employer', 'Au-dessus', '2015-01-01', '${employer}');
    update identity.organisation set parent_id = '00000000-0000-7000-8000-00000000000a' where id = '${employer}'`,
  'platform.audit_blocks_linked': () => `insert into platform.audit_block (seq, previous_hash, hash, entries) values (7, 'x', 'y', 3)`,
  'platform.outbox_handled_once': () => `
    insert into platform.outbox (id, type, payload, published_at, pending) values ('00000000-0000-7000-8000-00000000000b', 'x', '{}', now(), '{a}');
    insert into platform.handled (event_id, handler) values ('00000000-0000-7000-8000-00000000000b', 'a')`,
  'platform.outbox_published_in_order': () => `insert into platform.outbox (type, payload, pending) values ('x', '{}', '{a}')`,
  'trainers.no_overlapping_assignments': ({ trainer }) => `
    insert into trainers.assignment (trainer_id, session_id, ask_id, period) select trainer_id, session_id, ask_id, period from trainers.assignment where trainer_id = '${trainer}' limit 1`,
  'trainers.live_asks_keep_their_trainer': ({ trainer }) => `delete from trainers.assignment where trainer_id = '${trainer}'`,
  'training.attestations_have_attendance': ({ enrolment }) => `
    insert into training.attestation (enrolment_id, code, hours) values ('${enrolment}', 'A-FAUSSE', 6)`,
  'training.courses_keep_their_versions': ({ session }) => `update training.course set version = version + 1 where id = (select course_id from training.session where id = '${session}')`,
  'training.published_courses_say_whom_they_are_for': ({ session }) => `delete from training.course_audience where course_id = (select course_id from training.session where id = '${session}')`,
  'training.levels_are_those_of_their_framework': ({ session }) => `
    insert into curriculum.framework (code, edition, label, licence) values ('X', '1', 'X', 'X');
    insert into curriculum.competency (id, framework_code, code, label, levels) values ('00000000-0000-7000-8000-0000000000aa', 'X', '1', 'X', '{un}');
    insert into training.course_competency select course_id, '00000000-0000-7000-8000-0000000000aa', 2 from training.session where id = '${session}'`,
  'training.nobody_waits_beside_a_free_seat': ({ enrolment, session }) => `
    update training.enrolment set status = 'waiting', queue_number = 1 where id = '${enrolment}';
    update training.session set capacity = 5 where id = '${session}'`,
  'training.seats_are_those_of_the_ledger': ({ session }) => `update training.session set ledger_seq = ledger_seq + 1 where id = '${session}'`,
  'training.offers_do_not_outlive_their_deadline': ({ enrolment }) => `update training.enrolment set status = 'offered', offer_until = now() - interval '2 hours' where id = '${enrolment}'`,
  'training.one_live_request_per_agent': ({ enrolment }) => `
    insert into training.enrolment (number, session_id, agent_id, employer_id, status, step)
    select 'E-DOUBLE', session_id, agent_id, employer_id, 'submitted', 'validation' from training.enrolment where id = '${enrolment}'`,
  'training.budgets_engage_what_is_agreed': ({ enrolment }) => `
    update training.enrolment set cost_cents = 12000 where id = '${enrolment}';
    update training.enrolment set engaged_on = null where id = '${enrolment}'`,
  'training.sessions_are_where_their_rooms_are': ({ booking }) => `update venues.booking set period = tstzrange(upper(period), upper(period) + interval '1 hour') where id = '${booking}'`,
  'training.seats_match_enrolments': ({ session }) => `update training.session set seats_taken = 0 where id = '${session}'`,
  'training.title_roots_are_those_of_titles': () => 'delete from training.title_root',
  'training.entries_say_what_the_catalogue_does': () => `update training.course_entry set title = 'autre chose'`,
  'training.seats_within_capacity': ({ session }) => `update training.session set seats_taken = capacity + 1 where id = '${session}'`,
  'venues.booking_keeps_its_venue': ({ booking }) => `update venues.booking set venue_id = '00000000-0000-7000-8000-00000000000c' where id = '${booking}';
    insert into venues.venue (id, source, source_id, slug, search_text, name, time_zone) values ('00000000-0000-7000-8000-00000000000c', 'x', 'x', 'x', 'x', 'x', 'Europe/Paris')`,
  'venues.no_overlapping_live_bookings': ({ booking }) => `
    insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose) select room_id, venue_id, period, status, requested_by, purpose from venues.booking where id = '${booking}'`,
  'venues.booking_equipment_is_at_hand': ({ booking, venue }) => `
    insert into venues.venue (id, source, source_id, slug, search_text, name, time_zone) values ('00000000-0000-7000-8000-00000000000e', 'e', 'e', 'e', 'e', 'e', 'Europe/Paris');
    insert into venues.equipment (id, venue_id, name, quantity) values ('00000000-0000-7000-8000-00000000000e', '00000000-0000-7000-8000-00000000000e', 'Portables de ${venue}', 9);
    insert into venues.booking_equipment values ('${booking}', '00000000-0000-7000-8000-00000000000e', 1)`,
  'venues.equipment_is_never_lent_twice': ({ booking, venue }) => `
    insert into venues.equipment (id, venue_id, name, quantity) values ('00000000-0000-7000-8000-00000000000f', '${venue}', 'Portables', 9);
    insert into venues.booking_equipment values ('${booking}', '00000000-0000-7000-8000-00000000000f', 10)`,
  'venues.retired_room_is_not_booked': ({ room }) => `update venues.room set retired_at = now() where id = '${room}'`,
  'venues.no_claim_waits_on_a_held_place': ({ venue, agent, employer }) => `
    insert into venues.claim (venue_id, organisation_id, person_id, asked_at, deadline) values ('${venue}', '${employer}', '${agent}', now(), now())`,
  'venues.one_charter_version_at_a_time': () => `update venues.charter_version set valid_to = null`,
  'venues.import_says_what_it_found': ({ agent }) => `
    insert into venues.import_run (producer, licence, file_name, file_bytes, status, asked_by, created_at, report)
    values ('x', 'x', 'x', 1, 'checked', '${agent}', now(), '{"rows": 2, "accepted": 1, "changed": 0, "unchanged": 0, "refused": 0}')`,
  'venues.merged_place_has_its_merge': ({ venue }) => `
    insert into venues.venue (id, source, source_id, slug, search_text, name, time_zone) values ('00000000-0000-7000-8000-00000000000c', 'x', 'x', 'x', 'x', 'x', 'Europe/Paris');
    update venues.venue set status = 'withdrawn', merged_into = '00000000-0000-7000-8000-00000000000c' where id = '${venue}'`,
  'venues.operated_venue_has_room': ({ room }) => `delete from venues.room where id = '${room}'`,
};

/** Constraints that keep invariants; a violation can only be seeded without them. */
const CONSTRAINTS = `
  alter table training.session drop constraint ck_session_seats;
  drop index training.uq_enrolment_one_live_per_agent;
  alter table venues.booking drop constraint ex_booking_room_period;
  alter table trainers.assignment drop constraint ex_assignment_trainer_period`;

describe('invariants', () => {
  let t: TestApp;
  let id: Ids;
  beforeAll(async () => {
    t = await testApp();
    const officer: Someone = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const session = await t.a.session();
    const { id: enrolment } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${enrolment}/validate`).expect(200);
    const row = await t.db.one<Pick<Ids, 'booking' | 'room' | 'venue'>>(
      `select l.booking_id as booking, s.room_id as room, s.venue_id as venue
         from training.session s join training.session_slot l on l.session_id = s.id where s.id = $1 limit 1`,
      [session.id],
    );
    id = { ...row!, session: session.id, enrolment, agent: agent.id, employer: officer.organisationId, trainer: session.trainer.id };
  });
  afterAll(() => t.close());

  const violated = async () => (await t.app.get(InvariantAudit).run()).filter(({ violations }) => violations > 0).map(({ name }) => name);

  it('hold, and each has a violation written here', async () => {
    expect(await violated()).toEqual([]);
    expect(Object.keys(VIOLATIONS).sort()).toEqual(invariants().map(({ name }) => name).sort());
  });

  /** Seeded in a transaction without triggers nor constraints, read there, and taken back. */
  it.each(Object.keys(VIOLATIONS))('%s reports its violation', async (name) => {
    const runner = t.db.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query("set local session_replication_role = 'replica'");
      await runner.query(CONSTRAINTS);
      await runner.query(VIOLATIONS[name]!(id));
      const { sql } = invariants().find((known) => known.name === name)!;
      expect(await runner.query(`select * from (${sql}) as violation`)).not.toEqual([]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await violated()).toEqual([]);
  });
});
