import { freshDatabase } from '../support/database';
import { balancer } from './support/balancer';
import { ApiProcess, until } from './support/processes';

const READS = ['/', '/formations', '/api/v1/reference/departements', '/api/v1/reference/metiers'];
const PEOPLE = 8;

describe('two instances restarted one after the other, under load', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let instances: ApiProcess[];
  beforeAll(async () => {
    database = await freshDatabase();
    const env = { DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL };
    instances = [await ApiProcess.start(env), await ApiProcess.start(env)];
  }, 120_000);
  afterAll(async () => {
    for (const instance of instances) await instance.kill();
    await database.drop();
  });

  /** What each person is answered while `work` is done. */
  async function answersDuring(url: string, work: () => Promise<void>): Promise<Record<string, number>> {
    const answers: Record<string, number> = {};
    let busy = true;
    const person = async (n: number) => {
      for (let i = n; busy; i++) {
        const status = await fetch(`${url}${READS[i % READS.length]}`).then(
          async (answer) => (answer.ok ? (await answer.text(), '200') : `${answer.status} ${await answer.text()}`),
          (error: Error) => error.message,
        );
        answers[status] = (answers[status] ?? 0) + 1;
      }
    };
    const people = Promise.all(Array.from({ length: PEOPLE }, (_, n) => person(n)));
    await work().finally(() => (busy = false));
    await people;
    return answers;
  }

  it('answer every request', async () => {
    const { url, sees, stop } = await balancer(instances);
    const answers = await answersDuring(url, async () => {
      for (const instance of instances) {
        expect(await instance.leave()).toBe(0);
        await instance.restart();
        await until('the balancer has it back', async () => sees(instance));
      }
    });
    await stop();
    expect(Object.keys(answers)).toEqual(['200']);
    expect(answers['200']).toBeGreaterThan(200);
  }, 120_000);

  it('would not, were one killed instead of asked to leave', async () => {
    const { url, stop } = await balancer(instances);
    const answers = await answersDuring(url, async () => {
      await instances[0]!.kill();
      await instances[0]!.restart();
    });
    await stop();
    expect(Object.keys(answers).length).toBeGreaterThan(1);
  }, 60_000);
});
