import { isUnreachable } from '@app/platform';
import { testApp } from '../support/app';
import type { Someone } from '../support/someone';
import { ApiProcess, until } from './support/processes';
import { type Answer, asksForSeat, audited, newKey, ONCE, seekers, SOUND, traces } from './support/seekers';
import { TcpProxy } from './support/tcp-proxy';

const PEOPLE = 48;
const AT_ONCE = 6;

interface Asked {
  agent: Someone;
  key: string;
  answers: Answer[];
}

async function stage() {
  const t = await testApp();
  const wire = await TcpProxy.to(t.config.DATABASE_URL);
  const api = await ApiProcess.start({ NODE_ENV: 'test', DATABASE_URL: wire.by(t.config.DATABASE_URL), REDIS_URL: process.env.REDIS_URL });
  const session = await t.a.session({ capacity: 12 });
  const close = async () => {
    await api.kill();
    await wire.stop();
    await t.close();
  };
  return { t, wire, api, session, close };
}

describe('connections to PostgreSQL that break or fall silent, while people ask for seats', () => {
  let s: Awaited<ReturnType<typeof stage>>;
  beforeAll(async () => void (s = await stage()), 120_000);
  afterAll(() => s.close());

  const isGiven = ({ answers }: Asked) => answers.at(-1)?.status === 201;

  /** Everyone presses until they are given a seat or a rank, while `faults` come. Answers what was not. */
  async function refusedDuring(faults: (given: () => number, refused: () => number) => Promise<void>): Promise<Answer[]> {
    const people: Asked[] = (await seekers(s.t, PEOPLE)).map((agent) => ({ agent, key: newKey(), answers: [] }));
    const queue = [...people];
    const presses = async (asked: Asked) => {
      asked.answers.push(await asksForSeat(s.api.url, asked.agent, s.session.id, asked.key));
      return isGiven(asked);
    };
    const everyone = Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let asked = queue.shift(); asked; asked = queue.shift()) await until('they are answered', () => presses(asked!));
      }),
    );
    const refused = () => people.flatMap(({ answers }) => answers).filter(({ status }) => status !== 201);
    await faults(() => people.filter(isGiven).length, () => refused().length);
    await everyone;
    for (const { agent } of people) expect(await traces(s.t, agent, s.session.id)).toEqual({ ...ONCE, seats: expect.any(Number) });
    for (const answer of refused())
      expect(answer).toMatchObject({ status: 503, contentType: 'application/problem+json; charset=utf-8', body: { detail: expect.stringContaining('momentanément indisponible') } });
    expect(await audited(s.t.config.DATABASE_URL)).toMatchObject(SOUND);
    return refused();
  }

  it('cut again and again: everyone is answered, and has one place', async () => {
    const refused = await refusedDuring(async (given) => {
      for (const enough of [6, 12, 18, 24]) {
        await until('some more are answered', async () => given() >= enough);
        await s.wire.holds(enough % 12 ? 'answer' : 'question', 'training.enter');
        s.wire.cut();
      }
    });
    expect(refused.length).toBeGreaterThanOrEqual(4);
  }, 120_000);

  it('silent: those who wait are told so before long, and the api finds new connections by itself', async () => {
    const refused = await refusedDuring(async (given, refused) => {
      await until('some are answered', async () => given() >= 6);
      s.wire.stall();
      await until('those who wait are told', async () => refused() >= AT_ONCE);
      s.wire.pass();
    });
    expect(refused.length).toBeGreaterThanOrEqual(AT_ONCE);
  }, 180_000);

  it('lost between two statements of a transaction: told as a service that does not answer, not as a fault of ours', async () => {
    const { db } = s.t;
    const lost = db.tx(async () => {
      const { pid } = (await db.one<{ pid: number }>('select pg_backend_pid() as pid'))!;
      await db.apart('select pg_terminate_backend($1)', [pid]);
      await until('it is released', async () => db.em.queryRunner!.isReleased);
      await db.query('select 1');
    });
    expect(isUnreachable(await lost.catch((error: unknown) => error))).toBe(true);
  });
});
