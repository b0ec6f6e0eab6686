import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { SeriesPlan } from './series.dto';
import { laterBy } from './weekly.rules';

const morning = { start: '09:00', end: '12:00' };
const FIRST = inDays(21);

describe('a series of sessions', () => {
  let t: TestApp;
  let manager: Someone;
  let host: Someone;
  let courseId: string;

  beforeAll(async () => {
    t = await testApp();
    [manager, host] = [await t.as('course_manager'), await t.as('venue_host')];
    courseId = (await t.a.course(manager)).id;
  });
  afterAll(() => t.close());

  const scene = async () => ({ room: await t.a.room(host), trainer: await t.as('trainer') });
  const input = (roomId: string, trainer: Someone, over: object = {}) => ({
    roomId, trainerIds: [trainer.id], capacity: 8, slots: [{ date: FIRST, ...morning }], repeat: { every: 1, times: 4 }, keep: 'free', ...over,
  });
  const prepare = (asked: object) => manager.post(`/courses/${courseId}/series`, asked);
  const preview = async (asked: object) => ((await manager.post(`/courses/${courseId}/series/preview`, asked).expect(200)).body as SeriesPlan).sessions;
  const outcomes = (sessions: SeriesPlan['sessions']) => sessions.map(({ date, isFree, clash }) => [date, isFree ? 'free' : clash]);
  const countOf = async (roomId: string) => (await t.db.one<{ n: number }>('select count(*)::int as n from training.session where room_id = $1', [roomId]))!.n;

  it('is prepared at once, each session with its code; host and trainer have one letter each', async () => {
    const trainer = await t.as('trainer');
    const { id: roomId } = await t.a.room(host, { autoConfirm: false });
    await t.settle();
    await t.db.query('delete from notifications.message');
    const { sessions } = (await prepare(input(roomId, trainer)).expect(201)).body as SeriesPlan;
    expect(new Set(sessions.map(({ code }) => code)).size).toBe(4);
    expect(sessions.map(({ date }) => date)).toEqual([0, 1, 2, 3].map((weeks) => laterBy(FIRST, weeks)));
    for (const { code, date } of sessions) expect((await manager.get(`/sessions/${code}`).expect(200)).body).toMatchObject({ status: 'draft', slots: [{ date, ...morning }] });
    await t.settle();
    const letters = async (who: Someone) => ((await who.get('/me/messages').expect(200)).body as { items: { template: string; body: string }[] }).items;
    expect((await letters(host)).map(({ template }) => template)).toEqual(['booking_requested']);
    const [asked, ...others] = await letters(trainer);
    expect([asked!.template, others]).toEqual(['trainer_asked', []]);
    for (const { code } of sessions) expect(asked!.body).toContain(code!);
  });

  it('leaves out what clashes and says why, or prepares nothing: as the manager chose', async () => {
    const { room, trainer } = await scene();
    const [one, two, three] = [1, 2, 3].map((weeks) => laterBy(FIRST, weeks)) as [string, string, string];
    await manager.post(`/courses/${courseId}/sessions`, { roomId: room.id, trainerIds: [(await t.as('trainer')).id], capacity: 8, slots: [{ date: one, ...morning }] }).expect(201);
    await t.db.query(`insert into identity.public_holiday (date, territory, name) values ($1, 'metropole', 'Fête des tests')`, [two]);
    await host.post(`/venues/${room.venueId}/closures`, { from: three, until: three, reason: 'Travaux' }).expect(201);
    const four = laterBy(FIRST, 4);
    await manager.post(`/courses/${courseId}/sessions`, { roomId: (await t.a.room(host)).id, trainerIds: [trainer.id], capacity: 8, slots: [{ date: four, ...morning }] }).expect(201);
    const asked = input(room.id, trainer, { repeat: { every: 1, until: laterBy(FIRST, 5) } });
    const expected = [[FIRST, 'free'], [one, 'room'], [two, 'holiday'], [three, 'closure'], [four, 'trainer'], [laterBy(FIRST, 5), 'free']];
    expect(outcomes(await preview(asked))).toEqual(expected);
    expect(await countOf(room.id)).toBe(1);

    const { body } = await prepare({ ...asked, keep: 'all' }).expect(409);
    expect(body).toMatchObject({ code: 'series.clash', detail: expect.stringContaining('4 sessions ne sont pas possibles') as string });
    expect(await countOf(room.id)).toBe(1);

    const { sessions } = (await prepare(asked).expect(201)).body as SeriesPlan;
    expect(outcomes(sessions)).toEqual(expected);
    expect(sessions.map(({ code }) => code !== null)).toEqual([true, false, false, false, false, true]);
    expect(sessions[2]!.details).toEqual(['Jour férié\u202f: Fête des tests.']);
    expect(await countOf(room.id)).toBe(3);
    expect((await prepare({ ...asked, slots: [{ date: one, ...morning }], repeat: { every: 1, times: 2 } }).expect(409)).body).toMatchObject({ code: 'series.empty' });
    await t.db.query('delete from identity.public_holiday');
  });

  it('asked twice with the same key is prepared once', async () => {
    const { room, trainer } = await scene();
    const key = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => prepare(input(room.id, trainer)).set('Idempotency-Key', key)));
    expect([first!.status, second!.status]).toEqual([201, 201]);
    expect(second!.body).toEqual(first!.body);
    expect(await countOf(room.id)).toBe(4);
  });

  it('costs as many statements for twenty-six as for two', async () => {
    const { room, trainer } = await scene();
    const { sessions } = (await prepare(input(room.id, trainer, { repeat: { every: 2, times: 26 } })).expect(201)).body as SeriesPlan;
    expect(sessions).toHaveLength(26);
    expect(await countOf(room.id)).toBe(26);
  });

  it('keeps its local hours across the change of clock', async () => {
    const { room, trainer } = await scene();
    const year = Number(inDays(365).slice(0, 4));
    const slots = [{ date: `${year}-03-22`, ...morning }];
    const { sessions } = (await prepare(input(room.id, trainer, { slots, repeat: { every: 1, times: 3 } })).expect(201)).body as SeriesPlan;
    for (const { code } of sessions) expect((await manager.get(`/sessions/${code}`)).body).toMatchObject({ slots: [morning] });
  });

  it.each<[string, string, object]>([
    ['no end', '/repeat/until', { repeat: { every: 1 } }],
    ['two ends', '/repeat/until', { repeat: { every: 1, times: 2, until: laterBy(FIRST, 3) } }],
    ['an end before its start', '/repeat/until', { repeat: { every: 1, until: inDays(2) } }],
    ['27 sessions', '/repeat/times', { repeat: { every: 1, times: 27 } }],
    ['every 0 weeks', '/repeat/every', { repeat: { every: 0, times: 2 } }],
    ['sessions that overlap', '/repeat/every', { slots: [{ date: FIRST, ...morning }, { date: laterBy(FIRST, 1), start: '10:00', end: '11:00' }] }],
    ['a start in the past', '/slots/0/date', { slots: [{ date: inDays(-7), ...morning }] }],
    ['an unknown room', '/roomId', { roomId: randomUUID() }],
    ['more people than seats', '/capacity', { capacity: 13 }],
    ['no choice', '/keep', { keep: 'some' }],
  ])('refuses %s', async (_, pointer, over) => {
    const { room, trainer } = await scene();
    const { body } = await prepare(input(room.id, trainer, over)).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
    expect(await countOf(room.id)).toBe(0);
  });
});
