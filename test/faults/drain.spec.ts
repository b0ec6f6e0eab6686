import { Agent, get } from 'node:http';
import { Client } from 'pg';
import { freshDatabase } from '../support/database';
import { ApiProcess, until } from './support/processes';

describe('an instance that leaves', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let api: ApiProcess;
  beforeAll(async () => {
    database = await freshDatabase();
    api = await ApiProcess.start({ DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL });
  }, 120_000);
  afterAll(async () => {
    await api.kill();
    await database.drop();
  });

  const ask = (url: string, agent: Agent): Promise<number> =>
    new Promise((resolve, reject) => {
      get(url, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode!)).on('error', reject)).on('error', reject);
    });

  it('lets a request in flight finish, after it stopped listening', async () => {
    const lock = new Client({ connectionString: database.url });
    await lock.connect();
    await lock.query('begin');
    await lock.query('lock table training.course in access exclusive mode');
    const inFlight = ask(`${api.url}/api/v1/courses`, new Agent());
    await until('the request waits', async () => (await lock.query("select 1 from pg_locks where not granted and relation = 'training.course'::regclass")).rowCount! > 0);
    const left = api.leave();
    await until('no new connection', async () => !(await api.listens()));
    await lock.query('commit');
    await lock.end();
    expect(await inFlight).toBe(200);
    expect(await left).toBe(0);
    await api.restart();
  }, 60_000);
});
