import { Clock, Handlers, JobName, JobQueue } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Mailbox, openMailbox } from '../../../../test/support/mailbox';
import type { Someone } from '../../../../test/support/someone';
import type { MinimumAnswerView } from './minimum.dto';
import { MinimumLinks } from './minimum-links';
import type { SessionDetail } from './session.dto';

class HandClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead * 86_400_000);
  }
}

describe('deciding below the minimum, from the letter', () => {
  let t: TestApp;
  let manager: Someone;
  let host: Someone;
  let mailbox: Mailbox;
  const clock = new HandClock();
  const queued: [JobName, unknown][] = [];
  const queue = { add: (name: JobName, payload: unknown) => Promise.resolve(void queued.push([name, payload])), onApplicationShutdown: () => undefined };
  let count = 0;
  beforeAll(async () => {
    mailbox = await openMailbox();
    t = await testApp({ env: { MAIL_URL: mailbox.url }, override: (builder) => builder.overrideProvider(Clock).useValue(clock).overrideProvider(JobQueue).useValue(queue) });
    [manager, host] = [await t.as('course_manager'), await t.as('venue_host')];
  });
  beforeEach(() => (clock.ahead = 0));
  afterAll(async () => {
    await t.close();
    await mailbox.close();
  });

  /** An open session with nobody in it, for which two are wanted, to be decided today. */
  const due = async () => {
    const date = inDays(12 + count++);
    const made = await t.a.session({ manager, host, slots: [{ date, start: '09:00', end: '12:00' }] });
    const session = async () => (await manager.get(`/sessions/${made.code}`).expect(200)).body as SessionDetail;
    await manager.patch(`/sessions/${made.id}/minimum`, { minSeats: 2, decideBy: new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Paris' }) }, (await session()).version).expect(200);
    const token = (who = manager) => t.app.get(MinimumLinks).issue(made.id, who.id);
    return { ...made, session, token };
  };
  const read = async (token: string | null) => (await t.anyone.get(`/minimum-answers/${token}`).expect(200)).body as MinimumAnswerView;
  const decide = (token: string | null, decision: string, version: number, reason?: string) => t.anyone.post('/minimum-answers', { token, decision, reason }, version);
  const reason = 'Trop peu d’inscrits';

  it('is asked once in the letter, with a link of each choice; reading decides nothing', async () => {
    const { id, token, session, code } = await due();
    await t.app.get(Handlers).jobs.get('training.remind_minimum')!({});
    await t.settle();
    expect(await t.db.query(`select answers, answers_kind as kind from notifications.message where template = 'minimum_due' and person_id = $1`, [manager.id])).toEqual([{ answers: id, kind: 'minimum' }]);
    const link = await token();
    const seen = await read(link);
    expect(seen).toMatchObject({ sessionCode: code, seatsTaken: 0, minSeats: 2, outcome: null, actions: ['maintain', 'cancel'] });
    expect(await read(link)).toEqual(seen);
    expect((await session()).status).toBe('open');
  });

  it('is decided by either link of the letter, read out of the mail that was delivered', async () => {
    const { id, code, session } = await due();
    const run = (name: JobName, payload: unknown = {}) => t.app.get(Handlers).jobs.get(name)!(payload);
    await run('training.remind_minimum');
    await t.settle();
    await run('mail.sweep');
    for (const [name, payload] of queued.splice(0)) await run(name, payload);
    const letter = mailbox.at(manager.email).find(({ text }) => text?.includes(code) && text.includes('/reponse-session/'))!;
    const found = [...letter.text!.matchAll(/\/reponse-session\/([\w-]{43})\?choix=(\w+)/g)].map(([, token, choice]) => ({ token: token!, choice }));
    expect(found.map(({ choice }) => choice)).toEqual(['maintenir', 'annuler']);
    for (const { token, choice } of found) {
      expect(letter.html).toContain(`/reponse-session/${token}?choix=${choice}`);
      expect(await read(token)).toMatchObject({ sessionCode: code, outcome: null });
    }
    const [hold, drop] = found;
    await decide(drop!.token, 'cancel', (await session()).version, reason).expect(200);
    expect((await decide(hold!.token, 'maintain', (await session()).version).expect(409)).body).toMatchObject({ code: 'answer.already' });
    expect((await t.db.query<{ status: string }>('select status from training.session where id = $1', [id]))[0]!.status).toBe('cancelled');
  });

  it('holds it, then says so to whoever taps again, whatever they choose', async () => {
    const { id, token, session } = await due();
    const [link, other] = [await token(), await token()];
    const { version } = await read(link);
    const held = (await decide(link, 'maintain', version).expect(200)).body as MinimumAnswerView;
    expect([held.outcome, held.actions]).toEqual([expect.stringMatching(`^Cette session a été maintenue le .+ par ${manager.displayName}\\.$`), []]);
    for (const [replayed, decision] of [[link, 'maintain'], [link, 'cancel'], [other, 'cancel']] as const)
      expect((await decide(replayed, decision, version, reason).expect(409)).body).toMatchObject({ code: 'answer.already', detail: held.outcome });
    expect([(await session()).status, await token()]).toEqual(['confirmed', null]);
    expect(await t.db.query(`select 1 from platform.audit_entry where action = 'session.minimum_decided' and subject_id = $1`, [id])).toHaveLength(1);
  });

  it('cancels it with a reason, and every page that is still open learns it', async () => {
    const { id, token, session } = await due();
    const link = await token();
    const { version } = await read(link);
    await decide(link, 'cancel', version).expect(422);
    await decide(link, 'cancel', version, 'x'.repeat(10_000)).expect(422);
    await decide(link, 'perhaps', version).expect(422);
    await t.anyone.post('/minimum-answers', { token: link, decision: 'maintain' }).expect(428);
    await decide(link, 'cancel', version, reason).expect(200);
    expect((await read(link)).outcome).toMatch(`Cette session a été annulée le `);
    expect(await session()).toMatchObject({ status: 'cancelled', cancelReason: reason, changes: [{ what: 'cancelled', by: manager.displayName }] });
    expect(await t.db.query(`select 1 from training.session_change where session_id = $1 and what = 'cancelled'`, [id])).toHaveLength(1);
  });

  it('races: of two taps at once one decides, and the other is told what', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { token, session } = await due();
      const colleague = await t.as('course_manager', { organisationId: manager.organisationId });
      const [mine, theirs] = [await token(), await token(colleague)];
      const { version } = await read(mine);
      const answers = await Promise.all([decide(mine, 'maintain', version), decide(theirs, 'cancel', version, reason)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { status } = await session();
      const late = answers.find((answer) => answer.status === 409)!.body as { code: string; detail: string };
      expect([late.code, late.detail]).toEqual(['answer.already', expect.stringContaining(status === 'confirmed' ? 'maintenue le ' : 'annulée le ')]);
    }
  });

  it('tells why it cannot be held yet, and what has moved meanwhile', async () => {
    const { id, token, trainer } = await due();
    const link = await token();
    const { version } = await read(link);
    await manager.post(`/sessions/${id}/trainers/replace`, { fromId: trainer.id, toId: (await t.as('trainer')).id, reason: 'Souffrant' }).expect(200);
    expect((await decide(link, 'maintain', version).expect(412)).body).toMatchObject({ code: 'answer.changed' });
    const now = await read(link);
    expect(now.actions).toEqual(['cancel']);
    expect((await decide(link, 'maintain', now.version).expect(409)).body).toMatchObject({ code: 'session.trainer_awaited' });
  });

  it('is too late once the last day is over, then the link lapses; it dies with who may decide', async () => {
    const { token, session } = await due();
    const [link, version] = [await token(), (await session()).version];
    clock.ahead = 1.5;
    expect((await read(link)).outcome).toMatch(/^Le délai pour décider depuis ce courriel est passé depuis le /);
    expect((await decide(link, 'cancel', version, reason).expect(409)).body).toMatchObject({ code: 'answer.already' });
    expect(await token()).toBeNull();
    clock.ahead = 40;
    expect((await t.anyone.get(`/minimum-answers/${link}`).expect(410)).body).toMatchObject({ code: 'answer.expired' });
    clock.ahead = 0;
    expect((await session()).status).toBe('open');
    const colleague = await t.as('course_manager', { organisationId: manager.organisationId });
    const theirs = await token(colleague);
    await read(theirs);
    await t.db.query(`update identity.membership set valid_to = '2020-01-01' where person_id = $1`, [colleague.id]);
    await t.anyone.get(`/minimum-answers/${theirs}`).expect(404);
    await decide(theirs, 'cancel', version, reason).expect(404);
    await t.anyone.get('/minimum-answers/inconnue').expect(404);
  });
});
