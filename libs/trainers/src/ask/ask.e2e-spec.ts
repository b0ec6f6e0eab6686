import { Clock } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { AskAnswerView } from './ask.dto';
import { AskLinks } from './ask-links';

class HandClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead * 86_400_000);
  }
}

interface Ask { id: string; status: string; version: number }

describe('asking a trainer', () => {
  let t: TestApp;
  let manager: Someone;
  let host: Someone;
  const clock = new HandClock();
  let count = 20;

  beforeAll(async () => {
    t = await testApp({ override: (builder) => builder.overrideProvider(Clock).useValue(clock) });
    [manager, host] = [await t.as('course_manager'), await t.as('venue_host')];
  });
  beforeEach(() => (clock.ahead = 0));
  afterAll(() => t.close());

  /** A session in preparation, whose trainer was asked, and what the letter's link would open. */
  const asked = async ({ date = inDays(count++) }: { date?: string } = {}) => {
    const trainer = await t.as('trainer');
    const { id: roomId } = await t.a.room(host);
    const { id: courseId } = await t.a.course(manager);
    const created = (await manager.post(`/courses/${courseId}/sessions`, { roomId, trainerIds: [trainer.id], capacity: 5, slots: [{ date, start: '09:00', end: '12:00' }] }).expect(201)).body as { id: string; code: string };
    const ask = (await t.db.one<Ask & { demandId: string }>('select id, status, version, demand_id as "demandId" from trainers.ask where session_id = $1', [created.id]))!;
    const token = async () => (await t.app.get(AskLinks).issue(ask.demandId, trainer.id))!;
    const prepare = (who: Someone) => manager.post(`/courses/${courseId}/sessions`, { roomId, trainerIds: [who.id], capacity: 5, slots: [{ date, start: '14:00', end: '16:00' }] });
    return { trainer, courseId, roomId, date, ask, token, prepare, ...created };
  };
  const read = (token: string) => t.anyone.get(`/ask-answers/${token}`);
  const answer = (token: string, decision: string, version = 1, reason?: string) => t.anyone.post('/ask-answers', { token, decision, reason }, version);
  const mine = async (trainer: Someone) => (await trainer.get('/sessions/mine').expect(200)).body as { items: { code: string; status: string; ask: Ask }[] };
  const messages = async (who: Someone) => ((await who.get('/me/messages?limit=100').expect(200)).body as { items: { template: string; subject: string; body: string }[] }).items;

  it('shows on their sessions, even in preparation; a yes is kept with its date', async () => {
    const { trainer, code, ask, id } = await asked();
    expect((await mine(trainer)).items).toMatchObject([{ code, status: 'draft', ask: { id: ask.id, status: 'asked', version: 1 } }]);
    await trainer.post(`/asks/${ask.id}/accept`, {}, 1).expect(204);
    expect((await mine(trainer)).items[0]!.ask).toMatchObject({ status: 'accepted', version: 2 });
    const detail = (await manager.get(`/sessions/${code}`).expect(200)).body as { asks: object[]; trainers: object[]; trainersAgreed: boolean };
    expect(detail).toMatchObject({ trainersAgreed: true, trainers: [{ displayName: trainer.displayName }], asks: [{ status: 'accepted', answeredAt: expect.any(String) as string }] });
    expect((await trainer.post(`/asks/${ask.id}/decline`, { reason: 'Finalement non' }, 2).expect(409)).body).toMatchObject({ detail: 'Vous avez déjà accepté cette session.' });
    await manager.post(`/sessions/${id}/open`).expect(200);
    await manager.post(`/sessions/${id}/confirm`).expect(200);
  });

  it('lets the session open meanwhile, and be confirmed only once everyone said yes', async () => {
    const { trainer, code, id, ask } = await asked();
    await manager.post(`/sessions/${id}/open`).expect(200);
    expect((await manager.post(`/sessions/${id}/confirm`).expect(409)).body).toMatchObject({ code: 'session.trainer_awaited', detail: `${trainer.displayName} n’a pas encore dit oui.` });
    const open = (await manager.get(`/sessions/${code}`).expect(200)).body as { actions: string[]; trainers: object[] };
    expect([open.actions.includes('confirm'), open.trainers]).toEqual([false, []]);
    expect((await t.anyone.get(`/sessions/${code}`).expect(200)).body).toMatchObject({ asks: [], trainers: [] });
    await trainer.post(`/asks/${ask.id}/accept`, {}, 1).expect(204);
    await manager.post(`/sessions/${id}/confirm`).expect(200);
  });

  it('a no, with its reason, frees them at once and tells the organiser once; somebody else is asked', async () => {
    const { trainer, id, code, ask, courseId, date } = await asked();
    await trainer.post(`/asks/${ask.id}/decline`, {}, 1).expect(422);
    await trainer.post(`/asks/${ask.id}/decline`, { reason: 'x'.repeat(10_000) }, 1).expect(422);
    await trainer.post(`/asks/${ask.id}/decline`, { reason: 'Déjà prise ce jour-là' }, 1).expect(204);
    await trainer.post(`/asks/${ask.id}/decline`, { reason: 'Déjà prise ce jour-là' }, 2).expect(409);
    expect((await mine(trainer)).items).toEqual([]);
    const { id: elsewhere } = await t.a.room(host);
    await manager.post(`/courses/${courseId}/sessions`, { roomId: elsewhere, trainerIds: [trainer.id], capacity: 5, slots: [{ date, start: '09:00', end: '12:00' }] }).expect(201);
    await t.settle();
    await t.settle();
    const told = (await messages(manager)).filter(({ template }) => template === 'trainer_declined');
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('Motif indiqué\u202f: Déjà prise ce jour-là');

    expect((await manager.post(`/sessions/${id}/confirm`).expect(409)).body).toMatchObject({ code: 'lifecycle.refused' });
    await manager.post(`/sessions/${id}/open`).expect(200);
    expect((await manager.post(`/sessions/${id}/confirm`).expect(409)).body).toMatchObject({ code: 'session.no_trainer' });
    const other = await t.as('trainer');
    const { asks } = (await manager.post(`/sessions/${id}/trainers`, { trainerIds: [other.id] }).expect(200)).body as { asks: { status: string; reason: string | null }[] };
    expect(asks.map(({ status, reason }) => [status, reason])).toEqual([['declined', 'Déjà prise ce jour-là'], ['asked', null]]);
    expect((await manager.post(`/sessions/${id}/trainers`, { trainerIds: [other.id] }).expect(409)).body).toMatchObject({ code: 'trainer.already_asked' });
    await manager.post(`/sessions/${id}/trainers`, { trainerIds: [trainer.id] }).expect(409);
    await t.a.accept(other, id);
    await manager.post(`/sessions/${id}/confirm`).expect(200);
    expect((await manager.get(`/sessions/${code}`).expect(200)).body).toMatchObject({ trainers: [{ displayName: other.displayName }] });
  });

  it('is said in one letter, whose link answers without signing in', async () => {
    const { trainer, token, code } = await asked();
    await t.settle();
    const letters = await messages(trainer);
    expect(letters.map(({ template }) => template)).toEqual(['trainer_asked']);
    expect(letters[0]!.body).toContain(code);
    const link = await token();
    const seen = (await read(link).expect(200)).body as AskAnswerView;
    expect(seen).toMatchObject({ trainerName: trainer.displayName, outcome: null, actions: ['accept', 'decline'], hasChanged: false, version: 1, sessions: [{ sessionCode: code, status: 'asked', halfDays: [{}] }] });
    await answer(link, 'decline').expect(422);
    await answer(link, 'maybe').expect(422);
    expect(((await answer(link, 'accept').expect(200)).body as AskAnswerView).outcome).toMatch(/^Vous avez accepté cette session le /);
    expect((await answer(link, 'decline', 2, 'Trop tard').expect(409)).body).toMatchObject({ code: 'answer.already', detail: expect.stringMatching(/^Vous avez accepté/) as string });
    await t.settle();
    expect((await messages(manager)).some(({ template, subject }) => template === 'trainer_accepted' && subject.startsWith(trainer.displayName))).toBe(true);
  });

  it('after the cancellation opens a page that says so', async () => {
    const { trainer, token, id, ask } = await asked();
    const link = await token();
    await manager.post(`/sessions/${id}/cancel`, { reason: 'Trop peu de demandes' }).expect(200);
    const seen = (await read(link).expect(200)).body as AskAnswerView;
    expect(seen).toMatchObject({ actions: [], outcome: expect.stringContaining('a été annulée') as string });
    expect((await answer(link, 'accept', 2).expect(409)).body).toMatchObject({ code: 'answer.already', detail: seen.outcome });
    expect((await trainer.post(`/asks/${ask.id}/accept`, {}, 1).expect(409)).body).toMatchObject({ code: 'ask.closed' });
  });

  it('is to what they read: a session that moved is read again', async () => {
    const { trainer, token, code, date } = await asked();
    const link = await token();
    const { slots } = (await manager.get(`/sessions/${code}`).expect(200)).body as { slots: { booking: { id: string; version: number } }[] };
    await manager.patch(`/session-bookings/${slots[0]!.booking.id}`, { date, start: '13:00', end: '16:00' }, slots[0]!.booking.version).expect(204);
    expect((await answer(link, 'accept').expect(412)).body).toMatchObject({ code: 'answer.changed' });
    expect((await read(link).expect(200)).body).toMatchObject({ hasChanged: true, version: 2 });
    await answer(link, 'accept', 2).expect(200);
    expect((await mine(trainer)).items[0]!.ask.status).toBe('accepted');
  });

  it('awaits nothing once the session began, and the link lapses', async () => {
    const { trainer, token, ask } = await asked({ date: inDays(19) });
    const link = await token();
    clock.ahead = 21;
    expect((await read(link).expect(200)).body).toMatchObject({ actions: [], outcome: 'Cette session a commencé sans votre réponse.' });
    expect((await trainer.post(`/asks/${ask.id}/accept`, {}, 1)).status).toBeGreaterThanOrEqual(401);
    clock.ahead = 60;
    await read(link).expect(410);
    await answer(link, 'accept').expect(410);
  });

  it.each([
    ['altered', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['not one', () => 'x'],
    ['another text', () => "1' or 1=1"],
  ])('is a 404 with a token that is %s', async (_, change) => {
    const { token, ask } = await asked();
    const wrong = change(await token());
    await read(encodeURIComponent(wrong)).expect(404);
    await answer(wrong, 'accept').expect(404);
    expect(await t.db.one('select status from trainers.ask where id = $1', [ask.id])).toEqual({ status: 'asked' });
  });

  it('is theirs alone, and as long as they may sign in', async () => {
    const { trainer, ask, token } = await asked();
    const link = await token();
    await (await t.as('trainer')).post(`/asks/${ask.id}/accept`, {}, 1).expect(404);
    await manager.post(`/asks/${ask.id}/accept`, {}, 1).expect(403);
    await t.anyone.post(`/asks/${ask.id}/accept`, {}, 1).expect(401);
    expect(await t.app.get(AskLinks).issue(ask.demandId, (await t.as('trainer')).id).then((other) => read(other!)).then(({ status }) => status)).toBe(404);
    await t.db.query('update identity.person set active = false where id = $1', [trainer.id]);
    await read(link).expect(404);
    await answer(link, 'accept').expect(404);
  });

  it('is answered once, however many answers come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { trainer, ask, token } = await asked();
      const link = await token();
      const statuses = await Promise.all([
        trainer.post(`/asks/${ask.id}/accept`, {}, 1), answer(link, 'decline', 1, 'Non'.repeat(2)), answer(link, 'accept'), trainer.post(`/asks/${ask.id}/decline`, { reason: 'En congé' }, 1),
      ].map(async (request) => (await request).status));
      expect(statuses.filter((status) => status < 300)).toHaveLength(1);
      const [kept] = (await t.db.query('select k.live, (select count(*)::int from trainers.assignment a where a.ask_id = k.id and a.active) as kept from trainers.ask k where k.id = $1', [ask.id])) as [{ live: boolean; kept: number }];
      expect(kept.kept).toBe(kept.live ? 1 : 0);
    }
  });

  it('is kept by the database: a trainer who declined is never held, one who is held was asked', async () => {
    const { ask } = await asked();
    await t.db.query(`update trainers.ask set status = 'declined', live = false, answered_at = now(), reason = 'Non' where id = $1`, [ask.id]);
    expect(await t.db.query('select active from trainers.assignment where ask_id = $1', [ask.id])).toEqual([{ active: false }]);
    await expect(t.db.query('update trainers.assignment set active = true where ask_id = $1', [ask.id])).rejects.toMatchObject({ driverError: { constraint: 'xfk_assignment_ask' } });
    await expect(t.db.query(`update trainers.ask set live = true where id = $1`, [ask.id])).rejects.toMatchObject({ driverError: { constraint: 'ck_ask_live' } });
  });
});
