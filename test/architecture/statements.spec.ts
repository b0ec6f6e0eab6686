import { Client } from 'pg';
import { CourseQueries, MinimumLinks } from '@app/training';
import { PageCache } from '../../apps/api/src/pages/page-cache';
import { ACCESS, Reader, READERS } from '../security/expected-access';
import { RELATIONS } from '../security/expected-relations';
import { split, statusOf } from '../security/matrix';
import { addressOf } from '../security/routes';
import { World, worldOf } from '../security/world';
import { TestApp, testApp } from '../support/app';
import { inDays } from '../support/builders';
import { crowd } from './support/crowd';

const MOST = 8;
/** Two writes act in three contexts at once, each of which locks, checks and writes what is its own; giving a place also ends the claims on it, and tells whoever made them. */
const MORE = { 'prepare a session: 201': 15, 'prepare a series: 201': 17, 'ask another trainer: 200': 9, 'cancel a session: 200': 13, 'decide below the minimum: 200': 13, 'give a venue: 200': 10 };
/** Opening and closing a transaction says nothing of what is read or written. */
const TRANSACTION = /^(START TRANSACTION|COMMIT|ROLLBACK)/i;
const textOf = (query: unknown): string => (typeof query === 'string' ? query : (query as { text: string }).text);

/** Every page is drawn: what a cache answers costs no statement. */
const noCache = { drawn: () => undefined, get: <T>(_key: string, draw: () => Promise<T>) => draw() };

describe('SQL statements per endpoint', () => {
  let t: TestApp;
  let world: World;
  let statements = 0;
  let rounds = 0;
  beforeAll(async () => {
    const query = Client.prototype.query as (...args: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      if (!TRANSACTION.test(textOf(args[0]))) statements += 1;
      return query.apply(this, args);
    } as never);
    t = await testApp({ override: (builder) => builder.overrideProvider(PageCache).useValue(noCache) });
    world = await worldOf(t);
  }, 120_000);
  afterAll(async () => {
    await t.close();
    jest.restoreAllMocks();
  });

  const reads = Object.keys(ACCESS).filter((route) => route.startsWith('GET ') && !/^GET (\*|\/metrics|\/health)/.test(route));
  /** What is open to all answers all alike: two readers tell. */
  const readersOf = (route: string): readonly Reader[] => (ACCESS[route]!.length === READERS.length ? ['anonymous', 'course_manager'] : ACCESS[route]!);

  const count = async (call: () => PromiseLike<{ status: number } | number>): Promise<[status: number, statements: number]> => {
    statements = 0;
    const answer = await call();
    return [typeof answer === 'number' ? answer : answer.status, statements];
  };

  /** Statements of each read, as each person who may make it, about what is theirs. */
  async function ofReads(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const route of reads) {
      const [method, path] = split(route);
      const target = RELATIONS[route]?.target;
      for (const reader of readersOf(route)) {
        const token = reader === 'anonymous' ? null : world.people[reader][0].token;
        const url = addressOf(path, target ? world.objects[target] : 'x');
        const [status, made] = await count(() => statusOf(t.app, method, url, token));
        counts[`${route} as ${reader}: ${status}`] = made;
      }
    }
    return counts;
  }

  /** Statements of each write, made on new objects. */
  async function ofWrites(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    const write = async <T = { id: string; version: number }>(name: string, call: () => PromiseLike<{ status: number; body: unknown }>): Promise<T> => {
      statements = 0;
      const { status, body } = await call();
      counts[`${name}: ${status}`] = statements;
      return body as T;
    };
    const { course_manager: [manager], trainer: [trainer, other], agent: [agent, colleague], training_officer: [officer], venue_host: [host] } = world.people;
    const { administrator: [administrator], state_officer: [portal], supervisor: [supervisor] } = world.people;

    await write('sign in', () => t.anyone.post('/auth/sign-in', { email: agent.email, password: 'Ce-n-est-pas-celui-la' }));
    const { version: profile } = (await supervisor.get(`/agents/${agent.id}`)).body as { version: number };
    await write('profile', () => agent.patch('/me/profile', { isMediateur: true }, profile));

    const place = { name: 'Un lieu', address: '1 place de la Mairie', postalCode: '63000', communeCode: '63113' };
    const venue = await write('create a venue', () => host.post('/venues', place));
    const room = await write('add a room', () => host.post(`/venues/${venue.id}/rooms`, { name: 'Salle', capacity: 9 }));
    await write('edit a room', () => host.patch(`/rooms/${room.id}`, { capacity: 12 }, room.version));
    const edited = await write('edit a venue', () => host.patch(`/venues/${venue.id}`, { summary: 'Un lieu pour tous.' }, venue.version));
    await write('publish a venue', () => host.post(`/venues/${edited.id}/publish`));
    await write('withdraw a venue', () => host.post(`/venues/${venue.id}/withdraw`));
    await write('give a venue', () => administrator.put(`/venues/${venue.id}/operator`, { organisationId: host.organisationId }));

    const sheet = { title: `Une formation ${rounds}`, summary: 'Une formation écrite pour les tests.', audiences: [{ code: 'B', from: '2015-10-01' }], modality: 'presence', durationHours: 6, theme: 'culture-numerique' };
    const course = await write('create a course', () => manager.post('/courses', sheet));
    await write('edit a course', () => manager.patch(`/courses/${course.id}`, { evaluation: 'Un questionnaire.' }, course.version));
    const whole = {
      objectives: ['Savoir'], content: '<p>Un jour.</p>', prerequisites: 'Aucun.', attestationConditions: 'Être venu.', audiences: [{ code: 'B', from: '2015-10-01' }, { code: 'C', from: '2027-01-01' }],
    };
    await write('edit a whole course', () => manager.patch(`/courses/${course.id}`, whole, course.version + 1));
    await write('restore a course', () => manager.post(`/courses/${course.id}/restore`, { version: 3 }, course.version + 2));
    await write('duplicate a course', () => manager.post(`/courses/${course.id}/duplicate`));
    await write('publish a course', () => manager.post(`/courses/${course.id}/publish`));

    const { id: held } = await t.a.room(host, { autoConfirm: false });
    const day = (days: number) => ['09:00', '13:00'].map((start) => ({ date: inDays(days), start, end: start === '09:00' ? '12:00' : '16:00' }));
    const prepared = await write<{ id: string; version: number }>('prepare a session', () =>
      manager.post(`/courses/${course.id}/sessions`, { roomId: held, trainerIds: [trainer.id], capacity: 5, slots: day(60 + rounds) }),
    );
    const bookings = await t.db.query<{ id: string }>('select booking_id as id from training.session_slot where session_id = $1', [prepared.id]);
    const need = { roomId: held, trainerIds: [trainer.id], capacity: 5 };
    await write('find common slots', () =>
      manager.post('/schedule/slots', {
        courseId: course.id, from: inDays(20), until: inDays(90), roomIds: [held], trainerIds: [trainer.id], capacity: 5, halfDays: 2, morning: { start: '09:00', end: '12:00' },
        afternoon: { start: '13:00', end: '16:00' }, equipment: [{ name: 'portable', quantity: 1 }],
      }),
    );
    await write('check a session', () => manager.post('/schedule/check', { ...need, slots: day(100 + rounds) }));
    await write('check a session that moves', () => manager.post('/schedule/check', { ...need, slots: day(100 + rounds), except: { sessionId: prepared.id } }));
    for (const by of ['place', 'trainer', 'delegation']) await write(`read the planning by ${by}`, () => manager.get(`/schedule/planning?from=${inDays(60)}&until=${inDays(101)}&by=${by}`));
    await write('prepare a series', () => manager.post(`/courses/${course.id}/series`, { ...need, slots: day(200 + rounds), repeat: { every: 1, times: 10 }, keep: 'free' }));
    const ask = (await t.db.one<{ id: string }>('select id from trainers.ask where session_id = $1', [prepared.id]))!;
    await write('accept a session', () => trainer.post(`/asks/${ask.id}/accept`, {}, 1));
    await write('ask another trainer', () => manager.post(`/sessions/${prepared.id}/trainers`, { trainerIds: [other.id] }));
    await t.a.accept(other, prepared.id);
    for (const [index, { id }] of bookings.entries()) await write(`confirm a booking ${index}`, () => host.post(`/bookings/${id}/confirm`, {}, 1));
    await write('open a session', () => manager.post(`/sessions/${prepared.id}/open`));
    await write('resize a session', () => manager.patch(`/sessions/${prepared.id}`, { capacity: 6 }, 2));
    await write('confirm a session', () => manager.post(`/sessions/${prepared.id}/confirm`));
    await write('cancel a session', () => manager.post(`/sessions/${prepared.id}/cancel`, { reason: 'Formateur souffrant' }));
    await write('archive a course', () => manager.post(`/courses/${course.id}/archive`));

    const open = await t.a.session({ manager, host, capacity: 5 });
    const mine = await write('request a seat', () => agent.post(`/sessions/${open.id}/enrolments`, { motivation: 'Pour mon poste.' }));
    await write('give an opinion', () => supervisor.post(`/enrolments/${mine.id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }));
    await write('validate', () => officer.post(`/enrolments/${mine.id}/validate`));
    await write('withdraw', () => agent.post(`/enrolments/${mine.id}/withdraw`));
    const theirs = await t.a.enrolment(colleague, open.id);
    await write('refuse', () => officer.post(`/enrolments/${theirs.id}/refuse`, { reason: 'Service réduit' }));

    const { version: full } = (await manager.get(`/sessions/${open.code}`)).body as { version: number };
    await manager.patch(`/sessions/${open.id}/minimum`, { minSeats: 2 }, full).expect(200);
    const token = await t.app.get(MinimumLinks, { strict: false }).issue(open.id, manager.id);
    const { version: due } = (await t.anyone.get(`/minimum-answers/${token}`)).body as { version: number };
    await write('decide below the minimum', () => t.anyone.post('/minimum-answers', { token, decision: 'maintain' }, due));

    await write('draw an agenda', () => agent.post('/me/calendar-feed'));
    const { version: taught } = (await trainer.get('/me/trainer-competencies')).body as { version: number };
    await write('say what a trainer teaches', () => trainer.put('/me/trainer-competencies', { items: [] }, taught));

    await write('send an offer again', () => portal.post(`/federation/publications/${world.objects.publication}/retry`));
    rounds += 1;
    return counts;
  }

  /** A list that reads its items one by one, as a careless change would. */
  async function ofCarelessList(): Promise<number> {
    const queries = t.app.get(CourseQueries, { strict: false });
    const managed = queries.managed.bind(queries);
    const careless = jest.spyOn(queries, 'managed').mockImplementation(async (query) => {
      const found = await managed(query);
      for (const { id } of found.items) await queries.byId(id);
      return found;
    });
    const [, made] = await count(() => statusOf(t.app, 'GET', '/api/v1/manage/courses', world.people.course_manager[0].token));
    careless.mockRestore();
    return made;
  }

  const measure = async () => ({ careless: await ofCarelessList(), counts: { ...(await ofReads()), ...(await ofWrites()) } });
  let few: Awaited<ReturnType<typeof measure>>;
  let many: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    await crowd(t, world, 1, 10);
    await ofReads(); // what is drawn once is drawn
    few = await measure();
    await crowd(t, world, 11, 2_000);
    many = await measure();
  }, 300_000);

  it('are as many with 10 rows as with 2,000', () => expect(many.counts).toEqual(few.counts));

  it('are at most eight, but where three contexts act', () => {
    expect(Object.fromEntries(Object.entries(few.counts).filter(([, made]) => made > MOST))).toEqual(MORE);
  });

  it('every write is done as asked', () => {
    expect(Object.keys(few.counts).filter((name) => /: [45]\d\d$/.test(name) && !name.startsWith('GET'))).toEqual(['sign in: 401', 'send an offer again: 409']);
  });

  it('of a list that reads its items one by one are told apart', () => {
    expect(many.careless).not.toBe(few.careless);
    expect(many.careless).toBeGreaterThan(MOST);
  });
});
