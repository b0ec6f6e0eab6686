import { testApp } from '../support/app';
import { holding, waitingForLocks } from '../support/locks';
import type { Someone } from '../support/someone';
import { ApiProcess } from './support/processes';
import { type Answer, asksForSeat, audited, newKey, ONCE, seekers, SOUND, traces } from './support/seekers';
import { TcpProxy } from './support/tcp-proxy';

const FACTS = 'training.request_facts';
const DECISION = 'training.enter';

/** An api of its own, between two wires: the one to PostgreSQL, and the one to whom it answers. */
async function stage() {
  const t = await testApp();
  const database = await TcpProxy.to(t.config.DATABASE_URL);
  const api = await ApiProcess.start({ NODE_ENV: 'test', DATABASE_URL: database.by(t.config.DATABASE_URL), REDIS_URL: process.env.REDIS_URL });
  const front = await TcpProxy.to(api.url);
  const close = async () => {
    await api.kill();
    await Promise.all([database.stop(), front.stop()]);
    await t.close();
  };
  return { t, database, api, front, url: new URL(front.by(api.url)).origin, close };
}
type Stage = Awaited<ReturnType<typeof stage>>;

interface Asked {
  agent: Someone;
  session: { id: string };
  key?: string;
}

describe('a request for a seat, whose answer never comes', () => {
  let s: Stage;
  let agents: Someone[];
  beforeAll(async () => {
    s = await stage();
    agents = await seekers(s.t, 8);
  }, 120_000);
  afterAll(async () => {
    // The ledger is only added to: what one of these tests had broken is still in it.
    expect(await audited(s.t.config.DATABASE_URL)).toMatchObject(SOUND);
    await s.close();
  }, 120_000);

  const asks = ({ agent, session, key }: Asked) => asksForSeat(s.url, agent, session.id, key);
  /** Each for a session of their own: those for the same one go in together. */
  const someone = async (): Promise<Asked> => ({ agent: agents.shift()!, session: await s.t.a.session(), key: newKey() });
  /** Somebody else decides about this session, and takes their time. */
  const held = ({ session }: Asked) => holding(s.t, session.id);

  /** Whoever was not answered presses again, and once more. */
  async function pressesAgain(asked: Asked): Promise<Answer> {
    const [second, third] = [await asks(asked), await asks(asked)];
    expect(second).toMatchObject({ status: 201, body: { status: 'admitted' } });
    expect(third).toEqual({ ...second, isReplay: true });
    expect(await traces(s.t, asked.agent, asked.session.id)).toEqual(ONCE);
    return second;
  }

  describe('because the api is killed', () => {
    const people: Record<string, Asked> = {};
    /** Comes to each point in turn, and stays there; all are killed at once. */
    const points: [string, () => Promise<unknown>, boolean | null][] = [
      ['before what it depends on is read', () => s.database.holds('question', FACTS), false],
      ['before the decision is sent', () => s.database.holds('question', DECISION), false],
      ['when the decision is made, and the api has not heard of it', () => s.database.holds('answer', DECISION), true],
      ['when the api has answered, and the person has heard nothing', () => s.front.holds('answer', 'enrolments'), true],
      // PostgreSQL may finish what it was asked by who is no more, or have given up before.
      ['when the decision waits for another one', () => waitingForLocks(s.t, 1), null],
    ];
    beforeAll(async () => {
      for (const [point] of points) people[point] = await someone();
      const letGo = await held(people[points.at(-1)![0]]!);
      const told: Promise<unknown>[] = [];
      for (const [point, comes] of points) {
        const come = comes();
        told.push(asks(people[point]!).catch(() => 'no answer'));
        await come;
      }
      await s.api.kill();
      s.database.cut();
      s.front.cut();
      expect(await Promise.all(told)).toEqual(points.map(() => 'no answer'));
      await letGo();
      await s.api.restart();
    }, 120_000);

    it.each(points)('%s: the same key gives one seat and one answer', async (point, _, isDone) => {
      const asked = people[point]!;
      if (isDone !== null) expect((await traces(s.t, asked.agent, asked.session.id))!.enrolments).toBe(isDone ? 1 : 0);
      const { isReplay } = await pressesAgain(asked);
      if (isDone !== null) expect(isReplay).toBe(isDone);
    });
  });

  describe('because it is lost on the way', () => {
    const answerLost = async (asked: Asked) => {
      const comes = s.front.holds('answer', 'enrolments');
      const told = asks(asked).catch(() => 'no answer');
      await comes;
      s.front.cut();
      expect(await told).toBe('no answer');
    };

    it('the same key gives the first answer', async () => {
      const asked = await someone();
      await answerLost(asked);
      expect((await pressesAgain(asked)).isReplay).toBe(true);
    });

    it('the same key gives one answer, even pressed again while the first request is still waiting', async () => {
      const asked = await someone();
      const letGo = await held(asked);
      const first = asks(asked).catch(() => 'no answer');
      await waitingForLocks(s.t, 1);
      s.front.cut();
      const second = asks(asked);
      await letGo();
      expect([await first, await second]).toEqual(['no answer', expect.objectContaining({ status: 201 })]);
      expect((await pressesAgain(asked)).body).toEqual((await second).body);
    });

    it('without a key, one would be refused what one has', async () => {
      const asked = { ...(await someone()), key: undefined };
      await answerLost(asked);
      expect(await asks(asked)).toMatchObject({ status: 409, body: { code: 'enrolment.already_requested' } });
    });
  });
});
