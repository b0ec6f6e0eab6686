import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { Clash } from '../schedule/clash.dto';
import type { SessionDetail } from '../session/session.dto';
import type { Planning } from './planning.dto';

const hours = (date: string, start = '09:00', end = '12:00') => ({ date, start, end });

describe('the planning', () => {
  let t: TestApp;
  let manager: Someone;
  let rival: Someone;
  let host: Someone;
  let courseId: string;
  /** Tests keep out of one another’s days. */
  let day = 10;
  const nextDay = (): string => inDays((day += 1));

  beforeAll(async () => {
    t = await testApp();
    [manager, rival, host] = [await t.as('course_manager'), await t.as('course_manager'), await t.as('venue_host')];
    await t.db.query(`update identity.organisation set name = 'Délégation de Bretagne' where id = $1`, [rival.organisationId]);
    courseId = (await t.a.course(manager, { title: 'Découvrir l’open data' })).id;
  });
  afterAll(() => t.close());

  const read = async (query: string, by = manager): Promise<Planning> => (await by.get(`/schedule/planning?${query}`).expect(200)).body as Planning;
  const on = (date: string, by: string, more = ''): Promise<Planning> => read(`from=${date}&until=${date}&by=${by}${more}`);
  const prepare = async (by: Someone, roomId: string, trainer: Someone, slots: object[]): Promise<SessionDetail> =>
    (await by.post(`/courses/${courseId}/sessions`, { roomId, trainerIds: [trainer.id], capacity: 8, slots }).expect(201)).body as SessionDetail;
  const secondRoom = async (venueId: string, name = 'Salle 2'): Promise<string> =>
    ((await host.post(`/venues/${venueId}/rooms`, { name, capacity: 12, autoConfirm: true }).expect(201)).body as { id: string }).id;

  it('by place has every room of the places where something is given, with its half-days', async () => {
    const [room, trainer, date] = [await t.a.room(host), await t.as('trainer'), nextDay()];
    const empty = await secondRoom(room.venueId);
    const session = await prepare(manager, room.id, trainer, [hours(date), hours(date, '13:30', '16:30')]);
    const found = await on(date, 'place');
    expect(found.rows.map(({ id, name }) => [id, name])).toEqual([[room.id, 'Salle 1'], [empty, 'Salle 2']]);
    expect(found.rows[0]!.place).toMatchObject({ id: room.venueId, communeName: 'Clermont-Ferrand', timeZone: 'Europe/Paris', capacity: 12 });
    expect(found.items.map(({ rowId, code, start, room: state, status, fixed }) => [rowId, code, start, state, status, fixed])).toEqual([
      [room.id, session.code, '09:00', 'confirmed', 'draft', null],
      [room.id, session.code, '13:30', 'confirmed', 'draft', null],
    ]);
    expect(found.items[0]).toMatchObject({
      courseTitle: 'Découvrir l’open data', date, end: '12:00', booking: { id: session.slots[0]!.booking!.id, version: 1 },
      trainers: [{ id: trainer.id, displayName: trainer.displayName, status: 'asked' }], capacity: 8, seatsTaken: 0,
    });
    expect([found.busy, found.notes, found.isCut, found.nextCursor]).toEqual([[], [], false, null]);
  });

  it('by trainer has a row for each of those who give it; by delegation, one for who organises it', async () => {
    const [room, first, second, date] = [await t.a.room(host), await t.as('trainer'), await t.as('trainer'), nextDay()];
    const { id } = await prepare(manager, room.id, first, [hours(date)]);
    await manager.post(`/sessions/${id}/trainers`, { trainerIds: [second.id] }).expect(200);
    const trainers = await on(date, 'trainer');
    expect(trainers.rows.map((row) => row.id).sort()).toEqual([first.id, second.id].sort());
    expect(trainers.items.map(({ rowId }) => rowId).sort()).toEqual([first.id, second.id].sort());
    expect((await on(date, 'trainer', `&trainerId=${first.id}`)).rows.map((row) => row.id)).toEqual([first.id]);
    const delegations = await on(date, 'delegation');
    expect(delegations.rows.map((row) => row.id)).toEqual([manager.organisationId]);
    expect(delegations.items).toHaveLength(1);
  });

  it('by trainer says first what nobody gives, until somebody does', async () => {
    const [room, trainer, other, date] = [await t.a.room(host), await t.as('trainer'), await t.as('trainer'), nextDay()];
    const { id, code } = await prepare(manager, room.id, trainer, [hours(date)]);
    const [ask] = await t.db.query<{ id: string; version: number }>('select id, version from trainers.ask where session_id = $1', [id]);
    await trainer.post(`/asks/${ask!.id}/decline`, { reason: 'En congé' }, ask!.version).expect(204);
    const { rows, items } = await on(date, 'trainer');
    expect(rows).toEqual([{ id: 'none', name: 'Sans formateur', place: null, lacks: 'trainer' }]);
    expect(items).toMatchObject([{ rowId: 'none', code, trainers: [], fixed: null }]);
    for (const [by, more] of [['trainer', `&trainerId=${trainer.id}`], ['place', ''], ['delegation', '']] as const)
      expect((await on(date, by, more)).rows.filter(({ lacks }) => lacks)).toEqual([]);
    expect((await read(`from=${date}&until=${date}&by=trainer`, rival)).rows).toEqual([]);
    await manager.post(`/sessions/${id}/trainers`, { trainerIds: [other.id] }).expect(200);
    expect((await on(date, 'trainer')).rows.map((row) => row.id)).toEqual([other.id]);
  });

  it('tells nothing of the drafts of others, nor of meetings, but that the room or the trainer is taken', async () => {
    const [room, trainer, date] = [await t.a.room(host), await t.as('trainer'), nextDay()];
    await prepare(manager, room.id, await t.as('trainer'), [hours(date, '07:30', '08:30')]);
    const theirs = await prepare(rival, room.id, trainer, [hours(date)]);
    await host.post(`/rooms/${room.id}/bookings`, { purpose: 'Réunion très privée', date, start: '13:00', end: '15:00' }).expect(201);
    const byPlace = await on(date, 'place');
    expect(byPlace.items).toHaveLength(1);
    expect(byPlace.busy.map(({ start, end }) => [start, end])).toEqual([['09:00', '12:00'], ['13:00', '15:00']]);
    expect(JSON.stringify(byPlace)).not.toMatch(new RegExp(`privée|${theirs.code}`));
    const byTrainer = await on(date, 'trainer', `&trainerId=${trainer.id}`);
    expect([byTrainer.items, byTrainer.busy]).toEqual([[], [{ rowId: trainer.id, date, start: '09:00', end: '12:00' }]]);
    expect((await on(date, 'delegation', `&delegationId=${rival.organisationId}`)).items).toEqual([]);

    await t.a.accept(trainer, theirs.id);
    await rival.post(`/sessions/${theirs.id}/open`).expect(200);
    const opened = (await on(date, 'place')).items.find(({ code }) => code === theirs.code);
    expect(opened).toMatchObject({ organiser: 'Délégation de Bretagne', booking: null, fixed: 'other' });
    expect((await on(date, 'delegation', '&whose=mine')).rows.map(({ id }) => id)).toEqual([manager.organisationId]);
    expect((await on(date, 'delegation', '&whose=all')).rows).toHaveLength(2);
  });

  it('says closures and public holidays, and what lost its room', async () => {
    const [room, trainer, date] = [await t.a.room(host), await t.as('trainer'), nextDay()];
    const after = nextDay();
    const { slots } = await prepare(manager, room.id, trainer, [hours(date)]);
    await host.post(`/venues/${room.venueId}/closures`, { from: after, until: after, reason: 'Travaux' }).expect(201);
    await t.db.query(`insert into identity.public_holiday (date, territory, name) values ($1, 'metropole', 'Fête des tests')`, [after]);
    const found = await read(`from=${date}&until=${after}&by=place`);
    expect(found.notes).toEqual([
      { rowId: room.id, kind: 'closure', from: after, until: after, detail: 'Travaux' },
      { rowId: room.id, kind: 'holiday', from: after, until: after, detail: 'Fête des tests' },
    ]);
    expect((await read(`from=${date}&until=${after}&by=trainer`)).notes).toEqual([{ rowId: null, kind: 'holiday', from: after, until: after, detail: 'Fête des tests' }]);
    await host.post(`/session-bookings/${slots[0]!.booking!.id}/release`, { reason: 'Dégât des eaux' }).expect(204);
    const without = await on(date, 'place');
    expect(without.items).toMatchObject([{ rowId: 'none', room: 'none', booking: null, fixed: 'no_room' }]);
    expect(without.rows.map(({ id, name, lacks }) => [id, name, lacks])).toEqual([['none', 'Sans salle', 'room'], [room.id, 'Salle 1', null]]);
    expect((await on(date, 'place', `&venueId=${room.venueId}`)).rows[0]!.lacks).toBe('room');
    for (const more of [`&venueId=${(await t.a.room(host)).venueId}`, '&departement=974', `&delegationId=${rival.organisationId}`, '&limit=1&cursor=' + Buffer.from(JSON.stringify([room.id])).toString('base64url')])
      expect((await on(date, 'place', more)).rows.filter(({ lacks }) => lacks)).toEqual([]);
    expect((await on(date, 'trainer')).rows.map(({ id }) => id)).toEqual([trainer.id]);
    await t.db.query('delete from identity.public_holiday where date = $1', [after]);
  });

  it('keeps the hours of each place', async () => {
    const [room, trainer, date] = [await t.a.room(host), await t.as('trainer'), nextDay()];
    await t.db.query(`update venues.venue set time_zone = 'Pacific/Noumea' where id = $1`, [room.venueId]);
    await prepare(manager, room.id, trainer, [hours(date, '08:00', '11:00')]);
    await host.post(`/rooms/${room.id}/bookings`, { purpose: 'Réunion', date, start: '14:00', end: '15:00' }).expect(201);
    const found = await on(date, 'place');
    expect(found.items).toMatchObject([{ date, start: '08:00', timeZone: 'Pacific/Noumea' }]);
    expect(found.busy).toMatchObject([{ date, start: '14:00', end: '15:00' }]);
    expect((await on(date, 'trainer')).items).toMatchObject([{ start: '08:00' }]);
  });

  it('is read by pages of rows, each once', async () => {
    const date = nextDay();
    const rooms = [await t.a.room(host), await t.a.room(host), await t.a.room(host)];
    for (const { id } of rooms) await prepare(manager, id, await t.as('trainer'), [hours(date)]);
    for (const by of ['place', 'trainer']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Planning = await on(date, by, `&limit=1${cursor && `&cursor=${cursor}`}`);
        expect(page.items.map(({ rowId }) => rowId)).toEqual(page.rows.map(({ id }) => id));
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([3, 3]);
    }
    expect((await on(date, 'place', '&departement=974')).rows).toEqual([]);
    expect((await on(date, 'place', `&venueId=${rooms[1]!.venueId}`)).rows.map(({ id }) => id)).toEqual([rooms[1]!.id]);
    expect((await on(inDays(300), 'place', `&venueId=${rooms[1]!.venueId}`)).rows).toHaveLength(1);
  });

  it.each([
    ['/until', `from=${inDays(3)}&until=${inDays(2)}&by=place`],
    ['/until', `from=${inDays(3)}&until=${inDays(45)}&by=place`],
    ['/from', 'from=2027-02-31&until=2027-03-01&by=place'],
    ['/from', 'until=2027-03-01&by=place'],
    ['/by', `from=${inDays(3)}&until=${inDays(3)}&by=chocolate`],
    ['/venueId', `from=${inDays(3)}&until=${inDays(3)}&by=place&venueId=1%20or%201=1`],
    ['/departement', `from=${inDays(3)}&until=${inDays(3)}&by=place&departement=${'9'.repeat(10_000)}`],
    ['/limit', `from=${inDays(3)}&until=${inDays(3)}&by=place&limit=1000`],
  ])('names %s to correct', async (pointer, query) => {
    const { body } = await manager.get(`/schedule/planning?${query}`).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
  });

  describe('a half-day that moves', () => {
    const scene = async () => {
      const [room, trainer, date] = [await t.a.room(host), await t.as('trainer'), nextDay()];
      const session = await prepare(manager, room.id, trainer, [hours(date), hours(date, '13:30', '16:30')]);
      const draft = { roomId: room.id, trainerIds: [trainer.id], capacity: 8 };
      return { room, trainer, date, session, draft, half: session.slots[0]! };
    };
    const check = async (draft: object, by = manager): Promise<Clash[]> => ((await by.post('/schedule/check', draft).expect(200)).body as { items: Clash[] }).items;
    const move = (by: Someone, { booking }: SessionDetail['slots'][number], asked: object) => by.patch(`/session-bookings/${booking!.id}`, asked, booking!.version);

    it('does not clash with itself, but does with the other half-days of its session', async () => {
      const { date, session, draft, half } = await scene();
      const except = { sessionId: session.id, slotIds: [half.id] };
      const later = [hours(date, '09:30', '12:30')];
      expect((await check({ ...draft, slots: later })).map(({ code }) => code)).toEqual(['room', 'trainer']);
      expect(await check({ ...draft, slots: later, except })).toEqual([]);
      expect((await check({ ...draft, slots: [hours(date, '13:00', '15:00')], except })).map(({ code }) => code)).toEqual(['room', 'trainer']);
      expect(await check({ ...draft, slots: [hours(date, '13:00', '15:00')], except: { sessionId: session.id } })).toEqual([]);
      await move(manager, half, hours(date, '09:30', '12:30')).expect(204);
    });

    it('takes its equipment with it, which others may have then', async () => {
      const { room, date, draft } = await scene();
      const { id: equipmentId } = (await t.db.one<{ id: string }>(`insert into venues.equipment (venue_id, name, quantity) values ($1, 'Portables', 6) returning id`, [room.venueId]))!;
      const [other, third] = [await secondRoom(room.venueId), await secondRoom(room.venueId, 'Salle 3')];
      const keep = async (roomId: string, at: object) =>
        (await manager.post(`/courses/${courseId}/sessions`, { ...draft, roomId, trainerIds: [(await t.as('trainer')).id], slots: [at], equipment: [{ equipmentId, quantity: 4 }] }).expect(201)).body as SessionDetail;
      const mine = await keep(other, hours(date));
      await keep(third, hours(date, '17:00', '19:00'));
      const asked = { roomId: other, capacity: 8, except: { sessionId: mine.id } };
      expect(await check({ ...asked, slots: [hours(date, '10:00', '12:00')] })).toEqual([]);
      expect(await check({ ...asked, slots: [hours(date, '17:30', '18:30')] })).toMatchObject([{ code: 'equipment', isRefused: true, detail: expect.stringMatching(/^Il ne reste que 2/) as string }]);
    });

    it('is asked about by nobody else', async () => {
      const { date, session, draft } = await scene();
      for (const except of [{ sessionId: session.id }, { sessionId: randomUUID() }])
        await (except.sessionId === session.id ? rival : manager).post('/schedule/check', { ...draft, slots: [hours(date)], except }).expect(404);
      for (const except of [{ sessionId: 'x' }, {}, { sessionId: session.id, slotIds: ['x'] }]) await manager.post('/schedule/check', { ...draft, slots: [hours(date)], except }).expect(422);
    });

    it('goes to another place and another day at once, with all those to come; its host does not send it away', async () => {
      const { room, trainer, session, half } = await scene();
      const there = await t.a.room(host);
      const to = nextDay();
      expect((await move(host, half, { ...hours(half.date), roomId: there.id }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/roomId' }] });
      await move(manager, half, { ...hours(to, '10:00', '12:00'), roomId: there.id }).expect(204);
      const now = (await manager.get(`/sessions/${session.code}`).expect(200)).body as SessionDetail;
      expect([now.room.id, now.slots.map(({ date, start, room: state }) => [date, start, state])]).toEqual([
        there.id, [[half.date, '13:30', 'confirmed'], [to, '10:00', 'confirmed']],
      ]);
      expect(await t.db.query(`select 1 from venues.booking where room_id = $1 and status in ('held', 'confirmed')`, [room.id])).toEqual([]);
      expect((await on(to, 'trainer', `&trainerId=${trainer.id}`)).items).toMatchObject([{ start: '10:00', roomId: there.id }]);
      await t.db.query(`update venues.venue set time_zone = 'Indian/Reunion' where id = $1`, [room.venueId]);
      expect((await move(manager, now.slots[0]!, { ...hours(half.date), roomId: room.id }).expect(422)).body).toMatchObject({ errors: [{ code: 'session.other_clock' }] });
    });

    it('two managers towards one room and hour: one wins, the other is told who, when and where, ten times', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [room, date] = [await t.a.room(host), nextDay()];
        const [second, third] = [await secondRoom(room.venueId), await secondRoom(room.venueId, 'Salle 3')];
        const mine = await prepare(manager, room.id, await t.as('trainer'), [hours(date)]);
        const theirs = await prepare(rival, second, await t.as('trainer'), [hours(date)]);
        const asked = { ...hours(date, '14:00', '17:00'), roomId: third };
        const answers = await Promise.all([move(manager, mine.slots[0]!, asked), move(rival, theirs.slots[0]!, asked)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
        expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
          code: 'booking.overlap', detail: expect.stringMatching(/^La salle «\u202fSalle 3\u202f» est déjà réservée .+ de 14\u00a0h à 17\u00a0h \(Découvrir l’open data, .+\)\.$/) as string,
        });
      }
    }, 120_000);
  });
});
