import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@app/identity';
import type { Database } from '@app/platform';
import { DateTime } from 'luxon';
import { Identity, Someone } from './someone';

type Kind = 'employer' | 'cnfpt' | 'state' | 'venue_operator';
const KIND_OF: Record<Role, Kind> = {
  agent: 'employer', supervisor: 'employer', training_officer: 'employer', trainer: 'cnfpt', course_manager: 'cnfpt',
  administrator: 'cnfpt', venue_host: 'venue_operator', state_officer: 'state',
};

export interface SlotSpec {
  date: string;
  start: string;
  end: string;
}

/** Days from today in Paris, as `YYYY-MM-DD`: for an hour or two of the night, London is still the day before. */
export const inDays = (days: number): string => DateTime.now().setZone('Europe/Paris').plus({ days }).toISODate()!;

/** Makes what a test needs: people straight in the database, everything else by the routes its makers use. */
export function builders(app: NestFastifyApplication, db: Database) {
  let count = 0;
  const next = () => (count += 1);
  const one = async <T>(sql: string, params: unknown[]): Promise<T> => (await db.one<T>(sql, params))!;

  const organisation = async ({ kind = 'employer', siret = null }: { kind?: Kind; siret?: string | null } = {}): Promise<string> =>
    (await one<{ id: string }>(
      `insert into identity.organisation (kind, name, siret, valid_from) values ($1, $2, $3, '2015-01-01') returning id`,
      [kind, `Organisation ${next()}`, siret],
    )).id;

  const as = async (role: Role, { organisationId, category = 'B', supervisorId = null }: { organisationId?: string; category?: string; supervisorId?: string | null } = {}): Promise<Someone> => {
    const org = organisationId ?? (await organisation({ kind: KIND_OF[role] }));
    const n = next();
    const email = `personne-${n}@exemple.fr`;
    const { id } = await one<{ id: string }>(
      `insert into identity.person (email, given_name, family_name) values ($1, 'Prénom', $2) returning id`,
      [email, `Nom${n}`],
    );
    await db.query(`insert into identity.membership (person_id, organisation_id, role, valid_from) values ($1, $2, $3, '2015-01-01')`, [id, org, role]);
    if (role === 'agent')
      await db.query(
        `insert into identity.agent_profile (person_id, employer_id, category, statut, supervisor_id) values ($1, $2, $3, 'contractuel', $4)`,
        [id, org, category, supervisorId],
      );
    if (role === 'trainer') await db.query(`insert into trainers.trainer (person_id, status) values ($1, 'admitted')`, [id]);
    const token = randomBytes(32).toString('base64url');
    await db.query(
      `insert into identity.session (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest(), id],
    );
    const identity: Identity = { personId: id, organisationId: org, displayName: `Prénom Nom${n}`, email, token };
    return new Someone(app, identity);
  };

  const body = async <T = Record<string, never>>(request: PromiseLike<{ status: number; body: unknown; text: string }>, status: number): Promise<T> => {
    const answer = await request;
    if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
    return answer.body as T;
  };

  const venue = async (host: Someone): Promise<{ id: string; slug: string; version: number }> => {
    await db.query(
      `with r as (insert into identity.region values ('84', 'Auvergne-Rhône-Alpes') on conflict do nothing),
            d as (insert into identity.departement values ('63', 'Puy-de-Dôme', '84', 'Europe/Paris', 'metropole') on conflict do nothing)
       insert into identity.commune (code, name, search_name, departement_code, region_code, postal_codes)
       values ('63113', 'Clermont-Ferrand', 'clermont ferrand', '63', '84', '{63000,63100}') on conflict do nothing`,
    );
    const created = await body<{ id: string; slug: string; version: number }>(
      host.post('/venues', {
        name: `Lieu ${next()}`, address: '1 place de la Mairie', postalCode: '63000', communeName: 'Clermont-Ferrand', communeCode: '63113',
        latitude: 45.77, longitude: 3.08,
      }),
      201,
    );
    return created;
  };

  const room = async (host: Someone, { capacity = 12, autoConfirm = true }: { capacity?: number; autoConfirm?: boolean } = {}): Promise<{ id: string; venueId: string }> => {
    const { id: venueId } = await venue(host);
    const created = await body<{ id: string }>(host.post(`/venues/${venueId}/rooms`, { name: 'Salle 1', capacity, wheelchairAccess: true, equipment: [], autoConfirm }), 201);
    await body(host.post(`/venues/${venueId}/publish`), 200);
    return { id: created.id, venueId };
  };

  const course = async (manager: Someone, input: object = {}): Promise<{ id: string; slug: string }> => {
    const created = await body<{ id: string; slug: string }>(
      manager.post('/courses', {
        title: `Formation numéro ${next()}`, summary: 'Une formation écrite pour les tests de Relais.', audiences: [{ code: 'A', from: '2015-10-01' }, { code: 'B', from: '2015-10-01' }, { code: 'C', from: '2015-10-01' }],
        modality: 'presence', durationHours: 6, theme: 'culture-numerique', objectives: ['Savoir ce que vérifie un test.'], content: '<p>Une journée d’essais.</p>',
        prerequisites: 'Aucun prérequis.', attestationConditions: 'Avoir suivi toute la formation.', ...input,
      }),
      201,
    );
    await body(manager.post(`/courses/${created.id}/publish`), 200);
    return created;
  };

  /** A trainer says yes to a session that asks for them. */
  const accept = async (trainer: Someone, sessionId: string): Promise<void> => {
    const ask = await one<{ id: string; version: number }>('select id, version from trainers.ask where session_id = $1 and trainer_id = $2 and status = $3', [sessionId, trainer.id, 'asked']);
    await body(trainer.post(`/asks/${ask.id}/accept`, {}, ask.version), 204);
  };

  /** An open session of one day, ten days ahead, with its room and its trainer, who agreed. */
  const session = async (
    { manager, trainer, host, of, capacity = 2, slots }: { manager?: Someone; trainer?: Someone; host?: Someone; of?: { id: string; slug: string }; capacity?: number; slots?: SlotSpec[] } = {},
  ): Promise<{ id: string; code: string; manager: Someone; trainer: Someone; courseSlug: string; slotIds: string[] }> => {
    const by = manager ?? (await as('course_manager'));
    const who = trainer ?? (await as('trainer'));
    const { id: roomId } = await room(host ?? (await as('venue_host')));
    const { id: courseId, slug } = of ?? (await course(by));
    const date = inDays(10);
    const created = await body<{ id: string; code: string; slots: { id: string }[] }>(
      by.post(`/courses/${courseId}/sessions`, {
        roomId, trainerIds: [who.id], capacity, slots: slots ?? [{ date, start: '09:00', end: '12:00' }, { date, start: '13:30', end: '16:30' }],
      }),
      201,
    );
    await accept(who, created.id);
    await body(by.post(`/sessions/${created.id}/open`), 200);
    return { id: created.id, code: created.code, manager: by, trainer: who, courseSlug: slug, slotIds: created.slots.map(({ id }) => id) };
  };

  /** Moves a session into the past, so that its roll can be taken: the one thing no route does. */
  const startSession = async (sessionId: string): Promise<void> => {
    await db.query(
      `update training.session set starts_at = now() - interval '1 hour', ends_at = now() + interval '3 hours', enrolment_closes_at = now() - interval '1 hour' where id = $1`,
      [sessionId],
    );
  };

  const enrolment = async (agent: Someone, sessionId: string): Promise<{ id: string; number: string }> =>
    body<{ id: string; number: string }>(agent.post(`/sessions/${sessionId}/enrolments`, { motivation: 'Pour mon poste.' }), 201);

  return { as, organisation, venue, room, course, session, accept, startSession, enrolment, body };
}

export type Builders = ReturnType<typeof builders>;
