import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { Clash } from './clash.dto';

const morning = { start: '09:00', end: '12:00' };

describe('what stands in the way of a session', () => {
  let t: TestApp;
  let manager: Someone;
  let rival: Someone;
  let host: Someone;
  let courseId: string;
  let count = 20;

  beforeAll(async () => {
    t = await testApp();
    [manager, rival, host] = [await t.as('course_manager'), await t.as('course_manager'), await t.as('venue_host')];
    await t.db.query(`update identity.organisation set name = 'Délégation de Bretagne' where id = $1`, [rival.organisationId]);
    courseId = (await t.a.course(manager, { title: 'Découvrir l’open data' })).id;
  });
  afterAll(() => t.close());

  const scene = async () => ({ room: await t.a.room(host), trainer: await t.as('trainer'), date: inDays(count++) });
  const input = (roomId: string, trainer: Someone, date: string, over: object = {}) => ({ roomId, trainerIds: [trainer.id], capacity: 8, slots: [{ date, ...morning }], ...over });
  const check = async (draft: object): Promise<Clash[]> => ((await manager.post('/schedule/check', draft).expect(200)).body as { items: Clash[] }).items;
  const keep = (by: Someone, draft: object) => by.post(`/courses/${courseId}/sessions`, draft);
  /** Shown before saving, and refused by saving. */
  const both = async (draft: object, code: string, pointer: string, status: number): Promise<string> => {
    const [first] = (await check(draft)).filter(({ isRefused }) => isRefused);
    expect([first?.code, first?.pointer]).toEqual([code, pointer]);
    const { body } = await keep(manager, draft).expect(status);
    expect((body as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)).toContain(pointer);
    return first!.detail;
  };

  it('is nothing when all is free', async () => {
    const { room, trainer, date } = await scene();
    expect(await check(input(room.id, trainer, date))).toEqual([]);
    expect(await check({ ...input(room.id, trainer, date), trainerIds: undefined })).toEqual([]);
    await keep(manager, input(room.id, trainer, date)).expect(201);
  });

  it('is a room that another manager keeps: who, when and where', async () => {
    const { room, trainer, date } = await scene();
    await keep(rival, input(room.id, await t.as('trainer'), date)).expect(201);
    const detail = await both(input(room.id, trainer, date), 'room', '/roomId', 409);
    expect(detail).toMatch(/^La salle «\u202fSalle 1\u202f» est déjà réservée .+ de 9\u00a0h à 12\u00a0h \(Découvrir l’open data, Délégation de Bretagne\)\.$/);
  });

  it('is a trainer who is elsewhere: who, when and where', async () => {
    const { room, trainer, date } = await scene();
    const elsewhere = await t.a.room(host);
    await keep(rival, input(elsewhere.id, trainer, date)).expect(201);
    const detail = await both(input(room.id, trainer, date), 'trainer', '/trainerIds', 409);
    expect(detail).toMatch(/anime déjà une session .+ de 9\u00a0h à 12\u00a0h \(Découvrir l’open data, Lieu \d+, Clermont-Ferrand\)\.$/);
  });

  it('is equipment that others have', async () => {
    const { room, trainer, date } = await scene();
    const { id: equipmentId } = (await t.db.one<{ id: string }>(`insert into venues.equipment (venue_id, name, quantity) values ($1, 'Portables', 6) returning id`, [room.venueId]))!;
    const { id: second } = (await host.post(`/venues/${room.venueId}/rooms`, { name: 'Salle 2', capacity: 9, autoConfirm: true }).expect(201)).body as { id: string };
    await keep(rival, input(second, await t.as('trainer'), date, { equipment: [{ equipmentId, quantity: 4 }] })).expect(201);
    const draft = input(room.id, trainer, date, { equipment: [{ equipmentId, quantity: 3 }] });
    expect((await check(draft))[0]).toMatchObject({ code: 'equipment', pointer: '/equipment', isRefused: true, detail: expect.stringMatching(/^Il ne reste que 2 «\u202fPortables\u202f»/) as string });
    await keep(manager, draft).expect(409);
  });

  it('is a closure of the place, and a public holiday: refused by the database too', async () => {
    const { room, trainer, date } = await scene();
    await t.db.query(`insert into identity.public_holiday (date, territory, name) values ($1, 'metropole', 'Fête des tests')`, [date]);
    expect(await both(input(room.id, trainer, date), 'holiday', '/slots/0/date', 409)).toBe('Jour férié\u202f: Fête des tests.');
    const other = inDays(count++);
    const session = (await keep(manager, input(room.id, trainer, other)).expect(201)).body as { slots: { id: string }[] };
    await expect(t.db.query('update training.session_slot set local_date = $2 where id = $1', [session.slots[0]!.id, date])).rejects.toMatchObject({ driverError: { constraint: 'ck_session_slot_holiday' } });
    const closed = inDays(count++);
    await host.post(`/venues/${room.venueId}/closures`, { from: closed, until: closed, reason: 'Travaux' }).expect(201);
    expect((await check(input(room.id, trainer, closed)))[0]).toMatchObject({ code: 'closure', pointer: '/slots/0/date', isRefused: true, detail: expect.stringContaining('(Travaux)') as string });
    await keep(manager, input(room.id, trainer, closed)).expect(409);
  });

  it('is a place withdrawn meanwhile, or a room no longer lent', async () => {
    const { room, trainer, date } = await scene();
    await host.post(`/venues/${room.venueId}/withdraw`).expect(200);
    expect(await both(input(room.id, trainer, date), 'place', '/roomId', 422)).toContain('n’est pas publié');
    expect((await check(input(randomUUID(), trainer, date)))[0]).toMatchObject({ code: 'place', isRefused: true });
  });

  it.each<[string, string, string, object]>([
    ['a slot gone by', 'slot', '/slots/0/date', { slots: [{ date: inDays(-3), ...morning }] }],
    ['a slot of no duration', 'slot', '/slots/0/end', { slots: [{ date: inDays(15), start: '09:00', end: '09:00' }] }],
    ['a slot inverted', 'slot', '/slots/0/end', { slots: [{ date: inDays(15), start: '12:00', end: '09:00' }] }],
    ['two slots at once', 'slot', '/slots/1', { slots: [{ date: inDays(15), ...morning }, { date: inDays(15), ...morning }] }],
    ['more people than seats', 'capacity', '/capacity', { capacity: 13 }],
  ])('is %s', async (_, code, pointer, over) => {
    const { room, trainer, date } = await scene();
    await both(input(room.id, trainer, date, over), code, pointer, 422);
  });

  it.each<[string, object, number]>([
    ['a trainer twice', { trainerIds: [1, 1].map(() => '01890000-0000-7000-8000-000000000001') }, 422],
    ['a trainer unknown', { trainerIds: [randomUUID()] }, 422],
    ['capacity 0', { capacity: 0 }, 422],
    ['capacity 2^31', { capacity: 2 ** 31 }, 422],
    ['31 February', { slots: [{ date: '2027-02-31', ...morning }] }, 422],
    ['no half-day', { slots: [] }, 422],
    ['10,000 letters', { enrolmentClosesAt: 'a'.repeat(10_000) }, 422],
    ['a field more', { organiserId: randomUUID() }, 400],
  ])('refuses %s and keeps nothing', async (_, over, status) => {
    const { room, trainer, date } = await scene();
    await keep(manager, input(room.id, trainer, date, over)).expect(status);
    expect(await t.db.query('select 1 from venues.booking where room_id = $1', [room.id])).toEqual([]);
  });

  it('tells, without refusing, a trainer who has not the time to travel', async () => {
    const { room, trainer, date } = await scene();
    const far = await t.a.room(host);
    await t.db.query('update venues.venue set latitude = 50.637, longitude = 3.063 where id = $1', [far.venueId]);
    await t.db.query('update venues.venue set latitude = 43.296, longitude = 5.37 where id = $1', [room.venueId]);
    await keep(rival, input(far.id, trainer, date, { slots: [{ date, start: '14:00', end: '17:00' }] })).expect(201);
    const next = new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    count += 1;
    const [told] = await check(input(room.id, trainer, next));
    expect(told).toMatchObject({ code: 'travel', isRefused: false, detail: expect.stringMatching(/est à 1085 km .+ nous comptons 16 h 00 de trajet|nous comptons 16 h/) as string });
    await keep(manager, input(room.id, trainer, next)).expect(201);
  });

  it('two managers at once: one wins, the other is told who holds it, when and where, twenty times', async () => {
    await t.db.query(`update identity.organisation set name = 'Délégation de Corse' where id = $1`, [manager.organisationId]);
    for (let round = 0; round < 20; round += 1) {
      const { room, trainer, date } = await scene();
      const elsewhere = round % 2 ? await t.a.room(host) : room;
      // Of even rounds they fight for the room, of odd ones for the trainer.
      const second = round % 2 ? trainer : await t.as('trainer');
      const answers = await Promise.all([keep(manager, input(room.id, trainer, date)), keep(rival, input(elsewhere.id, second, date))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const { code, detail } = answers.find(({ status }) => status === 409)!.body as { code: string; detail: string };
      if (round % 2) expect([code, detail]).toEqual(['trainer.busy', expect.stringMatching(/^Prénom Nom\d+ anime déjà une session .+ de 9\u00a0h à 12\u00a0h \(Découvrir l’open data, Lieu \d+, Clermont-Ferrand\)\.$/)]);
      else expect([code, detail]).toEqual(['booking.overlap', expect.stringMatching(/est déjà réservée .+ de 9\u00a0h à 12\u00a0h \(Découvrir l’open data, Délégation de (Corse|Bretagne)\)\.$/)]);
      expect(await t.db.query(`select 1 from venues.booking where room_id = any($1) and status in ('held', 'confirmed')`, [[room.id, elsewhere.id]])).toHaveLength(1);
    }
  }, 240_000);
});
