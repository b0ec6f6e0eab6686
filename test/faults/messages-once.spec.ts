import { JobQueue } from '@app/platform';
import { type TestApp, testApp } from '../support/app';
import { holding, waitingForLocks } from '../support/locks';
import { type Mailbox, openMailbox } from '../support/mailbox';
import type { Someone } from '../support/someone';
import { type PrivateRedis, privateRedis, until, WorkerProcess } from './support/processes';
import { audited, seekers, SOUND } from './support/seekers';
import { TcpProxy } from './support/tcp-proxy';

/** A real worker, between a wire to PostgreSQL and a wire to a real mail server; a Redis that keeps nothing. */
describe('messages about seats', () => {
  let t: TestApp;
  let redis: PrivateRedis;
  let mailbox: Mailbox;
  let database: TcpProxy;
  let post: TcpProxy;
  let worker: WorkerProcess;
  let work: () => void;
  beforeAll(async () => {
    [redis, mailbox] = [await privateRedis(), await openMailbox()];
    t = await testApp({ env: { REDIS_URL: redis.url } });
    [database, post] = [await TcpProxy.to(t.config.DATABASE_URL), await TcpProxy.to(mailbox.url)];
    const env = { NODE_ENV: 'test', DATABASE_URL: database.by(t.config.DATABASE_URL), REDIS_URL: redis.url, MAIL_URL: post.by(mailbox.url), QUIET_HOURS: 'none' };
    work = () => void (worker = WorkerProcess.start(env));
    work();
  }, 120_000);
  afterAll(async () => {
    await worker.end();
    expect(await audited(t.config.DATABASE_URL)).toMatchObject(SOUND);
    await Promise.all([database.stop(), post.stop(), mailbox.close()]);
    await t.close();
    await redis.stop();
  }, 120_000);

  const count = async (from: string, ...params: unknown[]) => (await t.db.one<{ n: number }>(`select count(*)::int as n from ${from}`, params))!.n;
  const nothingWaits = () =>
    until(
      'nothing waits',
      async () =>
        (await count(`platform.outbox where published_at is null or pending <> '{}'`)) + (await count('notifications.message where sent_at is null and not_before is not null')) === 0,
      200_000,
    );
  /** What they have received, in order: each message by its subject and how often its copies came. */
  const received = (someone: Someone) => {
    const copies = new Map<string, string[]>();
    for (const { messageId, subject } of mailbox.at(someone.email)) copies.set(messageId!, [...(copies.get(messageId!) ?? []), subject!.replace(/ E-\w+|\s:.*/g, '')]);
    return [...copies.values()].map(([subject, ...again]) => (again.length ? `${subject}, ${again.length + 1} fois la même` : subject)).sort();
  };
  const statusOf = async (someone: Someone, { id }: { id: string }) =>
    (await t.db.one<{ status: string }>('select status from training.enrolment where agent_id = $1 and session_id = $2', [someone.id, id]))!.status;

  it('a worker killed as it writes one, as it sends two, and as an offer lapses: nobody waits, and each message is one', async () => {
    const [held, full, soon] = [await t.a.session({ capacity: 5 }), await t.a.session({ capacity: 1 }), await t.a.session({ capacity: 5 })];
    const [accepted, unsent, seated, silent, next, convoked] = (await seekers(t, 6)) as [Someone, Someone, Someone, Someone, Someone, Someone];
    for (const agent of [seated, silent, next]) await t.a.enrolment(agent, full.id);
    await t.a.enrolment(convoked, soon.id);
    const { id: given } = (await t.db.one<{ id: string }>('select id from training.enrolment where agent_id = $1', [seated.id]))!;
    await seated.post(`/enrolments/${given}/withdraw`).expect(200);
    await nothingWaits();

    const afterAcceptance = post.holds('answer', `To: ${accepted.email}`);
    await t.a.enrolment(accepted, held.id);
    await afterAcceptance;
    const beforeAcceptance = post.holds('question', 'DATA');
    await t.a.enrolment(unsent, held.id);
    await beforeAcceptance;
    const asWritten = database.holds('question', 'insert into notifications.message');
    await soon.manager.post(`/sessions/${soon.id}/confirm`).expect(200);
    await t.app.get(JobQueue).add('training.convoke', {});
    await asWritten;
    const letGo = await holding(t, full.id);
    await t.db.query(`update training.enrolment set offer_until = now() - interval '1 second' where agent_id = $1`, [silent.id]);
    await t.app.get(JobQueue).add('training.lapse_offers', {});
    await waitingForLocks(t, 1);

    await worker.end();
    database.cut();
    post.cut();
    await letGo();
    expect(mailbox.at(unsent.email)).toEqual([]);
    await t.db.query('update notifications.message set locked_until = now() where locked_until is not null'); // two minutes later
    work();
    await until('the seat is passed on', async () => (await statusOf(next, full)) === 'offered');
    await until('they are convoked', async () => (await statusOf(convoked, soon)) === 'convoked');
    await nothingWaits();

    expect({ silent: await statusOf(silent, full), offers: await count(`training.enrolment where status = 'offered' and offer_until <= now()`) }).toEqual({ silent: 'withdrawn', offers: 0 });
    expect([seated, silent, next, convoked, unsent].map(received)).toEqual([
      ['Demande retirée', 'Vous avez une place'],
      ['Délai passé', 'Liste d’attente', 'Une place se libère'],
      ['Liste d’attente', 'Une place se libère'],
      ['Convocation', 'Vous avez une place'],
      ['Vous avez une place'],
    ]);
    // What SMTP cannot tell apart: the server had accepted it, and nobody knew. It goes again under the same name, by which it is known for the same.
    expect(received(accepted)).toEqual(['Vous avez une place, 2 fois la même']);
  }, 300_000);

  it('Redis killed, and empty when it is back: requests are answered meanwhile, and each message goes once', async () => {
    const session = await t.a.session({ capacity: 8 });
    const agents = await seekers(t, 8);
    const ask = async (some: Someone[]) => {
      for (const agent of some) await agent.post(`/sessions/${session.id}/enrolments`, {}).expect(201);
    };
    await ask(agents.slice(0, 4));
    await redis.kill();
    await ask(agents.slice(4));
    await redis.start();
    await t.db.query(`update platform.outbox set published_at = published_at - interval '1 minute' where pending <> '{}'`); // a minute later
    await nothingWaits();
    for (const agent of agents) expect(received(agent)).toEqual(['Vous avez une place']);
  }, 300_000);
});
