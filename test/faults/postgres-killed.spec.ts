import { type TestApp, testApp } from '../support/app';
import type { Someone } from '../support/someone';
import { ApiProcess, PrivatePostgres, privatePostgres, until } from './support/processes';
import { type Answer, asksForSeat, audited, newKey, ONCE, seekers, SOUND, traces } from './support/seekers';

const CAPACITY = 12;
const PEOPLE = 80;
const AT_ONCE = 8;

interface Asked {
  agent: Someone;
  key: string;
  answers: Answer[];
}

describe('PostgreSQL killed with its backends, while people ask for seats', () => {
  let postgres: PrivatePostgres;
  let t: TestApp;
  let api: ApiProcess;
  let session: { id: string };
  beforeAll(async () => {
    postgres = await privatePostgres();
    t = await testApp({ env: { DATABASE_URL: postgres.url } });
    api = await ApiProcess.start({ NODE_ENV: 'test', DATABASE_URL: postgres.url, REDIS_URL: process.env.REDIS_URL });
    session = await t.a.session({ capacity: CAPACITY });
  }, 180_000);
  afterAll(async () => {
    await api.kill();
    await t.close();
    await postgres.stop();
  }, 60_000);

  const isGiven = ({ answers }: Asked) => answers.at(-1)?.status === 201;
  const presses = async (asked: Asked) => {
    asked.answers.push(await asksForSeat(api.url, asked.agent, session.id, asked.key));
    return isGiven(asked);
  };

  it('every seat that was told is kept, the others are had by pressing again, and the api needs nobody', async () => {
    const people: Asked[] = (await seekers(t, PEOPLE)).map((agent) => ({ agent, key: newKey(), answers: [] }));
    const queue = [...people];
    const given = () => people.filter(isGiven);
    const everyone = Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let asked = queue.shift(); asked; asked = queue.shift()) await until('they are answered', () => presses(asked!));
      }),
    );
    await until('some have been answered', async () => given().length > 20);
    await postgres.kill();
    const told = given();
    await until('the others are told to wait', async () => people.some(({ answers }) => answers.at(-1)?.status === 503));
    await postgres.start();
    for (const { agent, answers } of told) {
      const kept = await t.db.one('select id, status from training.enrolment where agent_id = $1', [agent.id]);
      expect(kept).toMatchObject({ id: answers.at(-1)!.body.id, status: answers.at(-1)!.body.status });
    }
    await everyone;

    for (const { agent } of people) expect(await traces(t, agent, session.id)).toEqual({ ...ONCE, seats: expect.any(Number) });
    const refused = people.flatMap(({ answers }) => answers).filter(({ status }) => status !== 201);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 503, contentType: 'application/problem+json; charset=utf-8', body: { detail: expect.stringContaining('momentanément indisponible') } });
    expect(people.filter(({ answers }) => answers.at(-1)!.body.status === 'admitted')).toHaveLength(CAPACITY);
    expect(await audited(postgres.url)).toMatchObject(SOUND);
  }, 180_000);

  it('would not be kept, did PostgreSQL answer before it has written', async () => {
    await t.db.query(`alter system set wal_writer_delay = '10s'`);
    await t.db.query('select pg_reload_conf()');
    const name = new URL(postgres.url).pathname.slice(1);
    await t.db.query(`alter database ${name} set synchronous_commit = off`);
    await api.kill();
    await api.restart();
    const [agent] = await seekers(t, 1);
    const asked: Asked = { agent: agent!, key: newKey(), answers: [] };
    expect(await presses(asked)).toBe(true);
    await postgres.kill();
    await postgres.start();
    await until('it answers again', () => t.db.one('select 1').then(() => true, () => false));
    expect(await t.db.one('select from training.enrolment where agent_id = $1', [agent!.id])).toBeUndefined();
  }, 120_000);
});
