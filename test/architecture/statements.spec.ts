import { Client } from 'pg';
import { PageCache } from '../../apps/api/src/pages/page-cache';
import { ACCESS, Reader, READERS } from '../security/expected-access';
import { RELATIONS } from '../security/expected-relations';
import { split, statusOf } from '../security/matrix';
import { addressOf } from '../security/routes';
import { World, worldOf } from '../security/world';
import { TestApp, testApp } from '../support/app';
import { crowd } from './support/crowd';

const MOST = 8;

/** Every page is drawn: what a cache answers costs no statement. */
const noCache = { drawn: () => undefined, get: <T>(_key: string, draw: () => Promise<T>) => draw() };

describe('SQL statements per endpoint', () => {
  let t: TestApp;
  let world: World;
  let statements = 0;
  beforeAll(async () => {
    const query = Client.prototype.query as (...args: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      statements += 1;
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
    const { course_manager: [manager], trainer: [trainer], agent: [agent, colleague], training_officer: [officer], venue_host: [host] } = world.people;
    const open = await t.a.session({ manager, host, capacity: 5 });
    const mine = await write('request a seat', () => agent.post(`/sessions/${open.id}/enrolments`, { motivation: 'Pour mon poste.' }));
    await write('validate', () => officer.post(`/enrolments/${mine.id}/validate`));
    await write('withdraw', () => agent.post(`/enrolments/${mine.id}/withdraw`));
    const theirs = await t.a.enrolment(colleague, open.id);
    await write('refuse', () => officer.post(`/enrolments/${theirs.id}/refuse`, { reason: 'Service réduit' }));
    void trainer;
    return counts;
  }

  it('are as many with 10 rows as with 10,000, and at most eight', async () => {
    console.time('crowd');
    await crowd(t, world, 1, 10);
    await ofReads(); // what is drawn once is drawn
    const few = { ...(await ofReads()), ...(await ofWrites()) };
    console.time('crowd');
    await crowd(t, world, 11, 10_000);
    console.timeEnd('crowd');
    console.time('reads');
    const many = { ...(await ofReads()), ...(await ofWrites()) };
    console.timeEnd('reads');
    console.log(Object.entries(few).filter(([, n]) => n > 5));
    expect(many).toEqual(few);
    expect(Object.entries(few).filter(([, made]) => made > MOST)).toEqual([]);
  }, 300_000);
});
