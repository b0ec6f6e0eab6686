import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import type { SessionDetail } from './session.dto';

const DAY = inDays(10);
const hours = (start: string, end: string, date = DAY) => ({ date, start, end });

describe('the room of a session', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let trainer: Someone;
  let agent: Someone;
  beforeAll(async () => {
    t = await testApp();
    [host, manager, trainer, agent] = [await t.as('venue_host'), await t.as('course_manager'), await t.as('trainer'), await t.as('agent')];
  });
  afterAll(() => t.close());

  /** An open session of two half-days, in which the agent asked for a seat. */
  async function session() {
    trainer = await t.as('trainer');
    const made = await t.a.session({ manager, host, trainer, capacity: 8 });
    await t.a.enrolment(agent, made.id);
    await t.settle();
    await t.db.query('delete from notifications.message');
    const read = async (by = manager) => (await by.get(`/sessions/${made.code}`).expect(200)).body as SessionDetail;
    const detail = await read();
    const bookings = detail.slots.map(({ booking }) => booking!);
    const other = (await host.post(`/venues/${detail.venue.id}/rooms`, { name: 'Grande salle', capacity: 20, autoConfirm: true }).expect(201)).body as { id: string };
    return { ...made, read, detail, bookings, other: other.id };
  }
  const move = (by: Someone, booking: { id: string; version: number }, asked: object) => by.patch(`/session-bookings/${booking.id}`, asked, booking.version);
  const told = async (): Promise<Record<string, string[]>> => {
    await t.settle();
    const rows = await t.db.query<{ person: string; template: string }>('select person_id as person, template from notifications.message order by template');
    const names = new Map([[host.id, 'host'], [manager.id, 'manager'], [trainer.id, 'trainer'], [agent.id, 'agent']]);
    const by: Record<string, string[]> = {};
    for (const { person, template } of rows) (by[names.get(person)!] ??= []).push(template);
    return by;
  };

  it('is moved to other hours by its organiser: session, half-day, trainer and booking agree, and each is told once', async () => {
    const { bookings: [morning], read, id } = await session();
    await move(manager, morning!, hours('08:00', '11:00')).expect(204);
    const now = await read();
    expect(now.slots.map(({ start, end, room }) => [start, end, room])).toEqual([['08:00', '11:00', 'confirmed'], ['13:30', '16:30', 'confirmed']]);
    expect(Date.parse(String(now.startsAt))).toBe(Date.parse(String(now.slots[0]!.booking!.startsAt)));
    expect(now.changes).toEqual([expect.objectContaining({ what: 'moved', roomName: 'Salle 1', startsAt: morning!.startsAt })]);
    const kept = await t.db.query('select 1 from trainers.assignment a join training.session_slot l on l.period = a.period where a.session_id = $1 and l.session_id = $1 and a.active', [id]);
    expect(kept).toHaveLength(2);
    expect(await told()).toEqual({ agent: ['session_moved'], trainer: ['session_moved'], host: ['booking_moved'] });
    expect((await read(agent)).changes).toEqual([]);
    expect((await read(agent)).slots[0]!.booking).toBeNull();
  });

  it('is changed by its host for all the half-days, at the same hours, and stays confirmed', async () => {
    const { bookings: [morning, afternoon], read, other } = await session();
    const { date, start, end } = (await read()).slots[0]!;
    await move(host, morning!, { date, start, end, roomId: other }).expect(204);
    const now = await read();
    expect([now.room.name, now.roomConfirmed]).toEqual(['Grande salle', true]);
    const rooms = await t.db.query('select distinct room_id as room from venues.booking where id = any($1)', [[morning!.id, afternoon!.id]]);
    expect(rooms).toEqual([{ room: other }]);
    expect(await told()).toEqual({ agent: ['session_moved'], trainer: ['session_moved'], manager: ['booking_moved'] });
  });

  it('is not moved to other hours by its host, who proposes them instead', async () => {
    const { bookings: [morning], read } = await session();
    expect((await move(host, morning!, hours('08:00', '11:00')).expect(409)).body).toMatchObject({ code: 'session.hours' });
    await host.post(`/session-bookings/${morning!.id}/propose`, hours('08:00', '11:00')).expect(204);
    expect((await read()).slots[0]!.start).toBe('09:00');
    expect(await told()).toEqual({ manager: ['session_move_proposed'] });
    expect((await host.post(`/session-bookings/${morning!.id}/propose`, hours('14:00', '15:00')).expect(409)).body).toMatchObject({ code: 'booking.overlap' });
  });

  it('is given back by its host, with a reason: the session goes on without a room until its organiser finds another', async () => {
    const { bookings: [morning], read, id } = await session();
    expect((await host.post(`/session-bookings/${morning!.id}/release`).expect(422)).body).toMatchObject({ errors: [expect.objectContaining({ pointer: '/reason' })] });
    await host.post(`/session-bookings/${morning!.id}/release`, { reason: 'Dégât des eaux', following: true }).expect(204);
    const without = await read();
    expect([without.status, without.roomConfirmed, without.slots.map(({ room }) => room)]).toEqual(['open', false, ['none', 'none']]);
    expect(without.changes[0]).toMatchObject({ what: 'released', reason: 'Dégât des eaux' });
    expect(without.actions).not.toContain('confirm');
    await manager.post(`/sessions/${id}/confirm`).expect(409);
    expect(await told()).toEqual({ agent: ['session_moved'], trainer: ['session_moved'], manager: ['booking_cancelled'] });
    await host.post(`/session-bookings/${morning!.id}/release`, { reason: 'Encore' }).expect(409);

    const { id: elsewhere } = await t.a.room(await t.as('venue_host'), { capacity: 8 });
    await manager.post(`/sessions/${id}/room`, { roomId: elsewhere }).expect(204);
    const found = await read();
    expect([found.room.id, found.roomConfirmed, found.changes.map(({ what }) => what)]).toEqual([elsewhere, true, ['placed', 'released']]);
    expect((await manager.post(`/sessions/${id}/room`, { roomId: elsewhere }).expect(409)).body).toMatchObject({ code: 'session.has_room' });
    await manager.post(`/sessions/${id}/confirm`).expect(200);
  });

  it('that awaits its new host and is refused: people are told once that there is none', async () => {
    const { read, id } = await session();
    const newHost = await t.as('venue_host');
    const { id: asked } = await t.a.room(newHost, { capacity: 8, autoConfirm: false });
    await manager.post(`/sessions/${id}/room`, { roomId: asked }).expect(204);
    const [held] = (await read()).slots;
    expect(held!.room).toBe('held');
    await told();
    await t.db.query('delete from notifications.message');
    for (const { booking } of (await read()).slots) await newHost.post(`/bookings/${booking!.id}/refuse`, { reason: 'Travaux' }, booking!.version).expect(200);
    const messages = await told();
    expect([messages.agent, messages.trainer]).toEqual([['session_moved', 'session_moved'], ['session_moved', 'session_moved']]);
    expect((await read()).slots.map(({ room }) => room)).toEqual(['none', 'none']);
  });

  it('is nobody else’s, and a stale page moves nothing', async () => {
    const { bookings: [morning], id } = await session();
    const [stranger, otherHost] = [await t.as('course_manager'), await t.as('venue_host')];
    for (const by of [stranger, otherHost]) {
      await move(by, morning!, hours('08:00', '11:00')).expect(404);
      await by.post(`/session-bookings/${morning!.id}/release`, { reason: 'Pour voir' }).expect(404);
      await by.post(`/session-bookings/${morning!.id}/propose`, hours('08:00', '11:00')).expect(404);
    }
    await stranger.post(`/sessions/${id}/room`, { roomId: morning!.id }).expect(404);
    await agent.patch(`/session-bookings/${morning!.id}`, hours('08:00', '11:00'), 1).expect(403);
    await move(manager, { ...morning!, version: 99 }, hours('08:00', '11:00')).expect(412);
  });

  it('stays when a trainer is busy then, and says who', async () => {
    const { bookings: [morning], read } = await session();
    expect((await move(manager, morning!, hours('14:00', '15:00')).expect(409)).body).toMatchObject({ code: 'booking.overlap' });
    const busy = await t.a.session({ manager, trainer, slots: [hours('08:00', '11:00', inDays(30))] });
    expect(busy.id).toBeDefined();
    const refused = await move(manager, morning!, hours('08:30', '10:30', inDays(30))).expect(409);
    expect(refused.body).toMatchObject({ code: 'trainer.busy', detail: expect.stringContaining(trainer.displayName) });
    expect((await read()).slots[0]!.start).toBe('09:00');
  });

  it.each([
    ['/end', hours('11:00', '08:00')],
    ['/date', hours('08:00', '11:00', '2020-01-06')],
    ['/roomId', { ...hours('08:00', '11:00'), roomId: 'x' }],
  ])('names %s to correct', async (pointer, asked) => {
    const { bookings: [morning] } = await session();
    expect((await move(manager, morning!, asked).expect(422)).body).toMatchObject({ errors: [expect.objectContaining({ pointer })] });
  });

  it('moved and given back at once has one outcome', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { bookings: [morning], read } = await session();
      const [moved, released] = await Promise.all([
        move(manager, morning!, hours('08:00', '11:00')),
        host.post(`/session-bookings/${morning!.id}/release`, { reason: 'Travaux' }),
      ]);
      const [slot] = (await read()).slots;
      expect(slot!.room).toBe(released.status === 204 ? 'none' : 'confirmed');
      expect([moved.status, slot!.start]).toEqual(moved.status === 204 ? [204, '08:00'] : [409, '09:00']);
    }
  });

  it('never parts from its session, whoever writes', async () => {
    const { bookings: [morning], other } = await session();
    await expect(t.db.query('update venues.booking set room_id = $2 where id = $1', [morning!.id, other])).rejects.toMatchObject({ driverError: { constraint: 'ck_session_room' } });
    await expect(t.db.query(`update venues.booking set period = tstzrange(lower(period) + interval '1 hour', upper(period)) where id = $1`, [morning!.id])).rejects.toMatchObject({ driverError: { constraint: 'ck_session_room' } });
  });
});
