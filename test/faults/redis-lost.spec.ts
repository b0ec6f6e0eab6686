import { Database, JobQueue, JobRunner, OutboxRelay } from '@app/platform';
import { Redis } from 'ioredis';
import { TestApp, testApp } from '../support/app';
import { PrivateRedis, privateRedis, until } from './support/processes';

describe('Redis lost', () => {
  let redis: PrivateRedis;
  let t: TestApp;
  beforeAll(async () => {
    redis = await privateRedis();
    t = await testApp({ env: { REDIS_URL: redis.url } });
  }, 60_000);
  afterAll(async () => {
    await t.close();
    await redis.stop();
  });

  const queue = () => t.app.get(JobQueue).queue;
  const count = async (sql: string) => (await t.app.get(Database).one<{ n: number }>(`select count(*)::int as n ${sql}`))!.n;
  const WAITING = `from platform.outbox where published_at is null or pending <> '{}'`;
  const handled = () => count('from platform.handled');
  const messages = () => count('from notifications.message');

  it('with facts queued: they are queued again from PostgreSQL, and each is handled once', async () => {
    const session = await t.a.session({ capacity: 5 });
    for (let n = 0; n < 3; n += 1) {
      const officer = await t.as('training_officer');
      const { id } = await t.a.enrolment(await t.as('agent', { organisationId: officer.organisationId }), session.id);
      await officer.post(`/enrolments/${id}/validate`).expect(200);
    }
    await t.app.get(OutboxRelay).relay();
    const queued = await queue().getJobCountByTypes('waiting');
    expect(queued).toBeGreaterThan(6);
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    expect(await queue().getJobCountByTypes('waiting')).toBe(0);
    expect([await handled(), await messages()]).toEqual([0, 0]);

    const relay = t.app.get(OutboxRelay);
    await relay.requeue({ olderThanSeconds: 0 });
    await relay.requeue({ olderThanSeconds: 0 });
    expect(await queue().getJobCountByTypes('waiting')).toBe(queued);
    await t.app.get(JobRunner).start([]);
    await until('everything handled', async () => (await count(WAITING)) === 0);
    expect(await handled()).toBe(queued);
    const told = await messages();
    expect(told).toBeGreaterThanOrEqual(6);

    const again = await t.db.query<{ eventId: string; handler: string }>('select event_id as "eventId", handler from platform.handled');
    await t.app.get(JobQueue).addEvents(again);
    await until('the queue is empty', async () => (await queue().getJobCountByTypes('waiting', 'active', 'delayed')) === 0);
    expect([await handled(), await messages()]).toEqual([queued, told]);
  }, 60_000);

  it('while it does not answer: people are still served, and readiness says so', async () => {
    const session = await t.a.session();
    const agent = await t.as('agent');
    redis.freeze();
    try {
      const { number } = await t.a.enrolment(agent, session.id);
      expect(number).toMatch(/^E-/);
      const { statusCode, body } = await t.app.inject({ url: '/health/ready' });
      expect([statusCode, JSON.parse(body)]).toMatchObject([200, { checks: { postgres: { ok: true }, redis: { ok: false } } }]);
    } finally {
      redis.thaw();
    }
    await until('what waited is handled', async () => (await count(WAITING)) === 0);
  }, 60_000);
});
