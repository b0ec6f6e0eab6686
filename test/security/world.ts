import type { Role } from '@app/identity';
import { Storage } from '@app/platform';
import { TestApp } from '../support/app';
import { Someone } from '../support/someone';

/** One object of each kind, all of the same people. */
export interface Objects {
  employer: string;
  trainer: string;
  agent: string;
  venue: string;
  venueSlug: string;
  draftVenue: string;
  closure: string;
  room: string;
  booking: string;
  duplicate: string;
  import: string;
  course: string;
  courseSlug: string;
  draftCourse: string;
  draftCourseSlug: string;
  open: string;
  openCode: string;
  draftCode: string;
  closed: string;
  enrolment: string;
  attestation: string;
  attestationCode: string;
  publication: string;
  claim: string;
  claimLink: string;
  adhesion: string;
  ask: string;
  photo: string;
  photoFile: string;
  removedPhoto: string;
  savedSearch: string;
  removedSearch: string;
}

export interface World {
  objects: Objects;
  /** Per role: whose the objects are, a colleague of the same organisation, someone of another one. */
  people: Record<Role, readonly [own: Someone, colleague: Someone, other: Someone]>;
}

/** A supervisor has a team, a trainer their sessions: their colleague of the same organisation has not. */
async function peopleOf({ as }: TestApp): Promise<World['people']> {
  const employer = (await as('training_officer')).organisationId;
  const elsewhere = (await as('training_officer')).organisationId;
  const three = async (role: Role, here?: string, there?: string, team: { supervisorId?: string } = {}) => {
    const own = await as(role, { organisationId: here, ...team });
    return [own, await as(role, { organisationId: own.organisationId }), await as(role, { organisationId: there })] as const;
  };
  const supervisor = await three('supervisor', employer, elsewhere);
  return {
    supervisor,
    agent: await three('agent', employer, elsewhere, { supervisorId: supervisor[0].id }),
    training_officer: await three('training_officer', employer, elsewhere),
    trainer: await three('trainer'),
    venue_host: await three('venue_host'),
    course_manager: await three('course_manager'),
    state_officer: await three('state_officer'),
    administrator: await three('administrator'),
  };
}

export async function worldOf(t: TestApp): Promise<World> {
  const people = await peopleOf(t);
  const [agent, officer, trainer, host, manager] = [people.agent[0], people.training_officer[0], people.trainer[0], people.venue_host[0], people.course_manager[0]];
  const parties = { manager, trainer, host };
  const one = async <T = { id: string }>(sql: string, ...params: unknown[]): Promise<T> => (await t.db.one<T>(sql, params))!;

  const past = await t.a.session(parties);
  const { id: enrolment } = await t.a.enrolment(agent, past.id);
  await people.supervisor[0].post(`/enrolments/${enrolment}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200);
  await officer.post(`/enrolments/${enrolment}/validate`).expect(200);
  await t.a.startSession(past.id);
  await trainer.put(`/sessions/${past.id}/roll`, { marks: past.slotIds.map((slotId) => ({ enrolmentId: enrolment, slotId, present: true })) }).expect(200);
  await trainer.post(`/sessions/${past.id}/close-roll`).expect(200);
  await t.db.query('update trainers.assignment set period = tstzrange(lower(period) - interval \'30 days\', upper(period) - interval \'30 days\') where session_id = $1', [past.id]);

  const open = await t.a.session(parties);
  const { room, venue, venueSlug, course, booking } = await one<Record<'room' | 'venue' | 'venueSlug' | 'course' | 'booking', string>>(
    `select s.room_id as room, v.id as venue, v.slug as "venueSlug", s.course_id as course, l.booking_id as booking
       from training.session s join venues.venue v on v.id = s.venue_id join training.session_slot l on l.session_id = s.id where s.id = $1 limit 1`,
    open.id,
  );
  const draft = await one<{ code: string }>(
    `insert into training.session (code, course_id, venue_id, room_id, time_zone, capacity, enrolment_closes_at, starts_at, ends_at, organiser_id)
     select 'S-DRAFT', course_id, venue_id, room_id, time_zone, 2, enrolment_closes_at, starts_at, ends_at, organiser_id from training.session where id = $1
     returning code`,
    open.id,
  );
  const draftCourse = (await manager.post('/courses', {
    title: 'Un brouillon', summary: 'Une formation en préparation.', audiences: [{ code: 'A', from: '2015-10-01' }], modality: 'presence', durationHours: 6, theme: 'accessibilite-numerique',
  }).expect(201)).body as { id: string; slug: string };
  const ask = await one('select id from trainers.ask where session_id = $1', open.id);
  const attestation = await one<{ id: string; code: string }>('select id, code from training.attestation where enrolment_id = $1', enrolment);
  const closure = (await host.post(`/venues/${venue}/closures`, { from: '2030-08-01', until: '2030-08-15', reason: 'Congés' }).expect(201)).body as { id: string };
  const publication = await one(
    `insert into federation.publication (target, object_type, object_id, state) values ('netpublic', 'course', $1, 'withdrawn') returning id`,
    draftCourse.id,
  );
  const draftVenue = await t.a.venue(host);
  const claim = await one<{ id: string; link: string }>(
    `insert into venues.claim (venue_id, organisation_id, person_id, status, way, sent_to, link_token, asked_at, deadline, decided_at)
     values ($1, $2, $3, 'granted', 'mail', 'accueil@lieu.example', 'un-lien-deja-suivi', now(), now(), now()) returning id, link_token as link`,
    draftVenue.id, host.organisationId, host.id,
  );
  const adhesion = await one(
    `insert into venues.charter_adhesion (organisation_id, version_code, signed_by, signatory_name, signatory_function, signed_at, hosts_cnfpt_sessions, withdrawn_at, withdrawn_by)
     values ($1, '2015', $2, 'Prénom Nom', 'Maire', now(), true, now(), $2) returning id`,
    host.organisationId, host.id,
  );
  const photo = () =>
    one(
      `insert into venues.photo (venue_id, position, alt, width, height, added_at, ready_at)
       select $1, count(*), 'La salle', 1600, 900, now(), now() from venues.photo where venue_id = $1 and removed_at is null returning id`,
      draftVenue.id,
    );
  const shown = await photo();
  await t.app.get(Storage).put(`photos/${shown.id}/480.webp`, Buffer.from('RIFF'));
  const removed = await photo();
  await host.delete(`/photos/${removed.id}`).expect(200);
  const twin = (await t.a.venue(host)).id;
  const duplicate = await one(
    `insert into venues.duplicate (first_id, second_id, status, score, name_similarity, same_street, same_pivot, decided_at, decided_by)
     values (least($1::uuid, $2), greatest($1::uuid, $2), 'dismissed', 1, 1, true, false, now(), $3) returning id`,
    venue, twin, people.administrator[0].id,
  );
  const run = await one(
    `insert into venues.import_run (producer, licence, file_name, file_bytes, status, asked_by, created_at, ended_at)
     values ('annuaire', 'Licence Ouverte 2.0', 'lieux.csv', 12, 'cancelled', $1, now(), now()) returning id`,
    people.administrator[0].id,
  );
  const search = async () => ((await agent.post('/saved-searches', { name: 'RGPD', filters: { q: 'rgpd' }, rhythm: 'never' }).expect(201)).body as { id: string }).id;
  const gone = await search();
  await agent.delete(`/saved-searches/${gone}`).expect(204);
  return {
    people,
    objects: {
      import: run.id,
      employer: agent.organisationId, agent: agent.id, venue, venueSlug, draftVenue: draftVenue.id, closure: closure.id, room, booking, duplicate: duplicate.id, course,
      courseSlug: open.courseSlug, draftCourse: draftCourse.id, draftCourseSlug: draftCourse.slug, open: open.id, openCode: open.code,
      draftCode: draft.code, closed: past.id, enrolment, attestation: attestation.id, attestationCode: attestation.code, publication: publication.id,
      claim: claim.id, claimLink: claim.link, adhesion: adhesion.id, ask: ask.id, photo: shown.id, photoFile: `${shown.id}-480.webp`, removedPhoto: removed.id,
      savedSearch: await search(), removedSearch: gone, trainer: trainer.id,
    },
  };
}
