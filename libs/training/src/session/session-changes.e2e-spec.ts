import { Clock, Handlers, InvariantAudit } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { SessionDetail } from './session.dto';

const days = (date: string) => [{ date, start: '09:00', end: '12:00' }, { date, start: '13:30', end: '16:30' }];
const reason = 'Travaux dans la salle';

class HandClock extends Clock {
  aheadMs = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.aheadMs);
  }
}

describe('what changes in a session', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let colleague: Someone;
  const clock = new HandClock();
  beforeAll(async () => {
    t = await testApp({ override: (builder) => builder.overrideProvider(Clock).useValue(clock) });
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
    colleague = await t.as('course_manager', { organisationId: manager.organisationId });
  });
  afterAll(() => t.close());

  /** An open session with an admitted agent, one who waits, and one whose employer has not answered. */
  async function scene() {
    const trainer = await t.as('trainer');
    const made = await t.a.session({ manager, host, trainer, capacity: 1 });
    const officer = await t.as('training_officer');
    const agents: Someone[] = [];
    for (const seat of [true, true, false]) {
      const agent = await t.as('agent', { organisationId: officer.organisationId });
      const { id } = await t.a.enrolment(agent, made.id);
      if (seat) await officer.post(`/enrolments/${id}/validate`).expect(200);
      agents.push(agent);
    }
    await t.settle();
    await t.db.query('delete from notifications.message');
    const read = async (by = manager) => (await by.get(`/sessions/${made.code}`).expect(200)).body as SessionDetail;
    const names = new Map([[host.id, 'host'], [manager.id, 'manager'], [colleague.id, 'colleague'], [trainer.id, 'trainer'], ...agents.map(({ id }, n) => [id, `agent${n}`] as const)]);
    /** Every fact handled three times. */
    const told = async (): Promise<Record<string, string[]>> => {
      for (let time = 0; time < 3; time += 1) {
        await t.settle();
        await t.db.query('update platform.outbox set published_at = null');
      }
      await t.settle();
      const rows = await t.db.query<{ person: string; template: string }>('select person_id as person, template from notifications.message order by template');
      const by: Record<string, string[]> = {};
      for (const { person, template } of rows) (by[names.get(person) ?? 'other'] ??= []).push(template);
      return by;
    };
    const live = async () => (await t.db.query<{ status: string }>('select status from training.enrolment where session_id = $1 order by number', [made.id])).map(({ status }) => status).sort();
    const held = async () => t.db.query(`select 1 from trainers.assignment where session_id = $1 and active`, [made.id]);
    return { ...made, trainer, officer, agents, read, told, live, held };
  }
  const everyAgent = (template: string) => Object.fromEntries([0, 1, 2].map((n) => [`agent${n}`, [template]]));

  it('is put off without dates: room and trainer are free at once, requests follow, each is told once', async () => {
    const { id, read, told, live, held, trainer } = await scene();
    const before = await read();
    await manager.post(`/sessions/${id}/postpone`, { reason }).expect(200);
    const now = await read();
    expect([now.status, now.slots, now.roomConfirmed, now.actions.includes('open')]).toEqual(['postponed', [], false, false]);
    expect(now.changes[0]).toMatchObject({ what: 'postponed', reason, by: manager.displayName, fromTrainers: [trainer.displayName], toTrainers: [] });
    expect(Date.parse(String(now.changes[0]!.startsAt))).toBe(Date.parse(String(before.startsAt)));
    expect(await live()).toEqual(['admitted', 'submitted', 'waiting']);
    expect(await held()).toEqual([]);
    expect(await t.db.query(`select 1 from venues.booking where id = any($1) and status in ('held', 'confirmed')`, [before.slots.map(({ booking }) => booking!.id)])).toEqual([]);
    expect(await told()).toEqual({ ...everyAgent('session_postponed'), trainer: ['session_postponed'], colleague: ['session_postponed'], host: ['booking_cancelled'] });
    expect((await manager.post(`/sessions/${id}/open`).expect(409)).body).toMatchObject({ code: 'session.undated' });
    expect((await manager.post(`/sessions/${id}/postpone`, { reason }).expect(409)).body).toMatchObject({ code: 'lifecycle.refused' });

    await t.db.query('delete from notifications.message');
    await manager.put(`/sessions/${id}/dates`, { slots: days(inDays(40)), askSameTrainers: true }).expect(200);
    const dated = await read();
    expect([dated.status, dated.slots.map(({ date }) => date), dated.roomConfirmed]).toEqual(['open', [inDays(40), inDays(40)], true]);
    expect(dated.asks.filter(({ status }) => status === 'asked').map(({ trainerId }) => trainerId)).toEqual([trainer.id]);
    expect(await live()).toEqual(['admitted', 'submitted', 'waiting']);
    expect(await told()).toEqual({ ...everyAgent('session_dated'), trainer: ['trainer_asked'], colleague: ['session_dated'], manager: ['booking_confirmed'] });
  });

  it('is put off to new dates: its bookings move, and it is open', async () => {
    const { id, read, told, live } = await scene();
    const before = await read();
    await manager.post(`/sessions/${id}/postpone`, { reason, slots: days(inDays(41)) }).expect(200);
    const now = await read();
    expect(now.status).toBe('open');
    expect(now.slots.map(({ booking }) => booking!.id).sort()).toEqual(before.slots.map(({ booking }) => booking!.id).sort());
    expect(Date.parse(String(now.enrolmentClosesAt))).toBe(Date.parse(String(now.startsAt)));
    expect(await live()).toEqual(['admitted', 'submitted', 'waiting']);
    expect(await told()).toEqual({ ...everyAgent('session_postponed'), trainer: ['trainer_asked'], colleague: ['session_postponed'], host: ['booking_moved'] });
    const { body } = await t.db.one<{ body: string }>(`select body from notifications.message where template = 'session_postponed' limit 1`).then((row) => row!);
    expect(body).toContain('de 9\u00a0h à 12\u00a0h');
  });

  it('keeps nothing of a postponement that cannot be', async () => {
    const { id, read } = await scene();
    const busy = await t.a.session({ manager, host, slots: days(inDays(42)) });
    const elsewhere = (await manager.get(`/sessions/${busy.code}`).expect(200)).body as SessionDetail;
    for (const [asked, status] of [
      [{ reason, slots: days(inDays(-2)) }, 422],
      [{ reason, slots: days('2027-02-31') }, 422],
      [{ reason: 'a'.repeat(10_000) }, 422],
      [{ reason, slots: days(inDays(42)), roomId: elsewhere.room.id }, 409],
    ] as const)
      await manager.post(`/sessions/${id}/postpone`, asked).expect(status);
    expect([(await read()).status, (await read()).slots.length, (await read()).changes]).toEqual(['open', 2, []]);
    await (await t.as('course_manager')).post(`/sessions/${id}/postpone`, { reason }).expect(404);
  });

  it('has another trainer: the old one is free, the new one asked, the history says who and why', async () => {
    const { id, read, told, trainer } = await scene();
    const next = await t.as('trainer');
    await manager.post(`/sessions/${id}/trainers/replace`, { fromId: trainer.id, toId: next.id, reason: 'Formateur souffrant' }).expect(200);
    const now = await read();
    expect(now.asks.map(({ trainerId, status }) => [trainerId, status])).toEqual([[trainer.id, 'released'], [next.id, 'asked']]);
    expect(now.changes[0]).toMatchObject({ what: 'trainer', by: manager.displayName, fromTrainers: [trainer.displayName], toTrainers: [next.displayName] });
    expect(await told()).toEqual({ ...everyAgent('trainer_replaced'), trainer: ['trainer_replaced'], colleague: ['trainer_replaced'], other: ['trainer_asked'] });
    expect((await manager.post(`/sessions/${id}/trainers/replace`, { fromId: trainer.id, toId: (await t.as('trainer')).id, reason }).expect(409)).body).toMatchObject({ code: 'trainer.not_asked' });
    expect((await manager.post(`/sessions/${id}/trainers/replace`, { fromId: next.id, toId: next.id, reason }).expect(409)).body).toMatchObject({ code: 'trainer.already_asked' });
  });

  it('once begun, leaves what was given to who gave it: only the half-days to come change hands', async () => {
    const { id, read, trainer } = await scene();
    const next = await t.as('trainer');
    const { slots } = await read();
    await t.db.query(`update identity.session set expires_at = now() + interval '30 days'`);
    clock.aheadMs = Date.parse(String(slots[0]!.booking!.startsAt)) + 60_000 - Date.now();
    const kept = async () => (await t.db.query<{ trainerId: string }>(`select trainer_id as "trainerId" from trainers.assignment where session_id = $1 and active order by period`, [id])).map(({ trainerId }) => trainerId);
    expect(await kept()).toEqual([trainer.id, trainer.id]);
    await manager.post(`/sessions/${id}/trainers/replace`, { fromId: trainer.id, toId: next.id, reason: 'Formateur souffrant' }).expect(200);
    expect(await kept()).toEqual([trainer.id, next.id]);
    expect((await read()).asks.map(({ trainerId, status }) => [trainerId, status])).toEqual([[trainer.id, 'relieved'], [next.id, 'asked']]);
    await trainer.get(`/sessions/${id}/roll`).expect(200);
    expect((await manager.post(`/sessions/${id}/trainers/replace`, { fromId: trainer.id, toId: next.id, reason }).expect(409)).body).toMatchObject({ code: 'trainer.already_asked' });

    // They come back for what is left, then it is cancelled: what was given stays given.
    await manager.post(`/sessions/${id}/trainers/replace`, { fromId: next.id, toId: trainer.id, reason: 'De retour' }).expect(200);
    expect(await kept()).toEqual([trainer.id, trainer.id]);
    expect(((await trainer.get('/sessions/mine').expect(200)).body as { items: object[] }).items).toMatchObject([{ id, ask: { status: 'asked' } }]);
    await manager.post(`/sessions/${id}/cancel`, { reason }).expect(200);
    expect(await kept()).toEqual([trainer.id]);
    expect((await t.app.get(InvariantAudit).run()).filter(({ name, violations }) => name.startsWith('trainers.') && violations > 0)).toEqual([]);
    clock.aheadMs = 0;
  });

  it('is cancelled: trainers and colleagues learn it too, once', async () => {
    const { id, read, told, live } = await scene();
    await manager.post(`/sessions/${id}/cancel`, { reason }).expect(200);
    expect((await read()).changes[0]).toMatchObject({ what: 'cancelled', reason, by: manager.displayName });
    expect(await live()).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await told()).toEqual({ ...everyAgent('session_cancelled'), trainer: ['session_cancelled'], colleague: ['session_cancelled'], host: ['booking_cancelled'] });
  });

  it('below its minimum, its organisers are reminded the day they have to decide, once', async () => {
    const { id, read, told } = await scene();
    await manager.patch(`/sessions/${id}/minimum`, { minSeats: 2 }, (await read()).version).expect(422);
    await manager.patch(`/sessions/${id}`, { capacity: 8 }, (await read()).version).expect(200);
    await t.settle();
    await t.db.query('delete from notifications.message');
    await manager.patch(`/sessions/${id}/minimum`, { minSeats: 4, decideBy: inDays(12) }, (await read()).version).expect(422);
    await manager.patch(`/sessions/${id}/minimum`, { minSeats: 4, decideBy: inDays(3) }, (await read()).version).expect(200);
    expect((await read()).decideBy).toBe(inDays(3));
    expect((await read(await t.as('agent'))).decideBy).toBeNull();
    const remind = () => t.app.get(Handlers).jobs.get('training.remind_minimum')!({});
    await remind();
    expect(await told()).toEqual({});
    await t.db.query(`update training.session set decide_by = (now() at time zone time_zone)::date where id = $1`, [id]);
    for (let time = 0; time < 3; time += 1) await remind();
    expect(await told()).toEqual({ manager: ['minimum_due'], colleague: ['minimum_due'] });
    const { body } = (await t.db.one<{ body: string }>(`select body from notifications.message where template = 'minimum_due' limit 1`))!;
    expect(body).toMatch(/^2 inscrits pour un minimum de 4\u202f; décidez avant le /);
  });

  it('races: put off while agents ask and employers say yes, no request is lost or told twice', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, officer, told, read, agents } = await scene();
      const late = await t.as('agent', { organisationId: officer.organisationId });
      const pending = (await t.db.one<{ id: string }>(`select id from training.enrolment where session_id = $1 and agent_id = $2`, [id, agents[2]!.id]))!;
      const change = round % 2 ? `/sessions/${id}/postpone` : `/sessions/${id}/cancel`;
      const [done, asked, said] = await Promise.all([
        manager.post(change, { reason }), late.post(`/sessions/${id}/enrolments`, { motivation: '' }), officer.post(`/enrolments/${pending.id}/validate`),
      ]);
      expect(done.status).toBe(200);
      expect([201, 409]).toContain(asked.status);
      expect([200, 409]).toContain(said.status);
      expect((await read()).status).toBe(round % 2 ? 'postponed' : 'cancelled');
      const template = round % 2 ? 'session_postponed' : 'session_cancelled';
      const all = await told();
      expect(Object.keys(all).filter((who) => all[who]!.filter((one) => one === template).length > 1)).toEqual([]);
      expect([0, 1, 2].every((n) => all[`agent${n}`]!.includes(template))).toBe(true);
      expect((all.other ?? []).filter((one) => one === template)).toHaveLength(asked.status === 201 ? 1 : 0);
    }
  }, 120_000);
});
