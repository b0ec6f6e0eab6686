import { DateTime } from 'luxon';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { waitingForLocks } from '../../../../test/support/locks';
import { Someone } from '../../../../test/support/someone';
import type { BookingPage, BookingPlan, BookingView } from './booking.dto';

const DAY = inDays(20);
const meeting = (extra: object = {}) => ({ purpose: 'Réunion de rentrée', date: DAY, start: '09:00', end: '12:00', ...extra });

describe('rooms booked without a session', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let colleague: Someone;
  let other: Someone;
  beforeAll(async () => {
    t = await testApp();
    [host, manager, other] = [await t.as('venue_host'), await t.as('course_manager'), await t.as('course_manager')];
    colleague = await t.as('course_manager', { organisationId: manager.organisationId });
  });
  afterAll(() => t.close());

  const book = (roomId: string, input: object = meeting(), by = manager) => by.post(`/rooms/${roomId}/bookings`, input);
  const booked = async (roomId: string, input: object = meeting(), by = manager) => (await book(roomId, input, by).expect(201)).body as BookingPlan;
  const mine = async (by = manager) => ((await by.get('/bookings/mine?limit=100').expect(200)).body as BookingPage).items;

  it('are confirmed or wait, and are seen by the organisation alone', async () => {
    const { id: free } = await t.a.room(host);
    const { id: asked } = await t.a.room(host, { autoConfirm: false });
    const ids = [(await booked(free)).bookingIds[0]!, (await booked(asked)).bookingIds[0]!];
    for (const by of [manager, colleague])
      expect((await mine(by)).filter(({ id }) => ids.includes(id)).map(({ status, kind }) => [status, kind]).sort()).toEqual([['confirmed', 'meeting'], ['held', 'meeting']]);
    expect((await mine(other)).filter(({ id }) => ids.includes(id))).toEqual([]);
    await host.get('/bookings/mine').expect(403);
  });

  it('of one click are one', async () => {
    const { id } = await t.a.room(host);
    const twice = await Promise.all([1, 2].map(() => book(id).set('Idempotency-Key', 'une-seule-reunion')));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(twice[0]!.body).toEqual(twice[1]!.body);
    expect(await t.db.query('select 1 from venues.booking where room_id = $1', [id])).toHaveLength(1);
  });

  it('let one of twenty through over HTTP, and tell the others who holds the room and when', async () => {
    const { id } = await t.a.room(host);
    const race = await Promise.all(Array.from({ length: 20 }, () => book(id)));
    expect(race.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of race.filter((answer) => answer.status !== 201)) {
      expect([status, (body as { code: string }).code]).toEqual([409, 'booking.overlap']);
      expect((body as { detail: string }).detail).toMatch(/est déjà réservée .+ de 9\u00a0h à 12\u00a0h \(Réunion de rentrée, Organisation \d+\)\.$/);
      expect(JSON.stringify(body)).not.toContain(manager.displayName);
    }
  });

  it('tell who holds the room also when only the database saw it', async () => {
    const { id, venueId } = await t.a.room(host);
    const runner = t.db.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose) values ($1, $2, $3, 'confirmed', $4, 'Portes ouvertes')`, [
      id, venueId, `[${DAY}T08:00Z,${DAY}T18:00Z)`, manager.id,
    ]);
    // The check sees nothing yet: the exclusion constraint makes the request wait until the other one is committed.
    const late = book(id).then((answer) => answer);
    await waitingForLocks(t, 1);
    await runner.commitTransaction();
    await runner.release();
    const { status, body } = await late;
    expect([status, (body as { detail: string }).detail]).toEqual([409, expect.stringContaining('(Portes ouvertes)')]);
  });

  it('are blocked by their host, whatever the hours and closures, which stop others', async () => {
    const { id, venueId } = await t.a.room(host);
    await host.post(`/venues/${venueId}/closures`, { from: DAY, until: DAY, reason: 'Travaux' }).expect(201);
    const refused = await book(id).expect(409);
    expect(refused.body).toMatchObject({ code: 'booking.closed', detail: expect.stringContaining('(Travaux)') });
    const { bookingIds } = await booked(id, meeting({ purpose: 'Indisponible' }), host);
    const { items } = (await host.get(`/bookings?venueId=${venueId}`).expect(200)).body as BookingPage;
    expect(items).toEqual([expect.objectContaining({ id: bookingIds[0], kind: 'block', status: 'confirmed', actions: ['move', 'cancel'] })]);
  });

  it('outside the hours of the place wait for their host, even where the room confirms alone', async () => {
    const { id, venueId } = await t.a.room(host);
    await t.db.query(`update venues.venue set week_hours = '{[0,60)}' where id = $1`, [venueId]);
    const { occurrences } = (await manager.post(`/rooms/${id}/bookings/preview`, meeting()).expect(200)).body as BookingPlan;
    expect(occurrences).toEqual([expect.objectContaining({ outcome: 'held', detail: expect.stringContaining('En dehors des heures d’ouverture') })]);
    expect((await booked(id)).occurrences[0]?.outcome).toBe('held');
  });

  it('tell before anything is asked who holds the room, what is left, and leave out what would move', async () => {
    const { id, venueId } = await t.a.room(host);
    const { items } = (await host.put(`/venues/${venueId}/equipment`, { items: [{ name: 'Portables', quantity: 10 }] }).expect(200)).body as { items: { id: string }[] };
    const equipment = [{ equipmentId: items[0]!.id, quantity: 8 }];
    const { bookingIds } = await booked(id, meeting({ equipment }));
    const ask = (extra = '', by = manager) => by.get(`/rooms/${id}/availability?date=${DAY}&start=10:00&end=11:00${extra}`);
    expect((await ask().expect(200)).body).toMatchObject({
      isFree: false, detail: expect.stringContaining('(Réunion de rentrée, Organisation '),
      equipment: [{ name: 'Portables', quantity: 10, left: 2, detail: expect.stringContaining('Il ne reste que 2 «\u202fPortables\u202f»') }],
    });
    expect(JSON.stringify((await ask()).body)).not.toContain(manager.displayName);
    expect((await ask(`&booking=${bookingIds[0]}`).expect(200)).body).toMatchObject({ isFree: true, detail: null, confirmsAlone: true, equipment: [{ left: 10, detail: null }] });
    await (await t.as('agent')).get(`/rooms/${id}/availability?date=${DAY}&start=10:00&end=11:00`).expect(403);
    await manager.get(`/rooms/${id}/availability?date=${DAY}&start=11:00&end=10:00`).expect(422);
    await manager.get(`/rooms/${venueId}/availability?date=${DAY}&start=10:00&end=11:00`).expect(404);
  });

  describe('at once', () => {
    const moveTo = (booking: string, start: string, end: string) => manager.patch(`/bookings/${booking}`, { date: DAY, start, end }, 1);
    const holder = /est déjà réservée .+ de 15\u00a0h à 16\u00a0h \((Réunion|Atelier)[^)]*\)/;

    it('two bookings of the same time: the loser is told who holds the room and when', async () => {
      for (let round = 0; round < 4; round += 1) {
        const { id } = await t.a.room(host);
        const race = await Promise.all([book(id, meeting({ start: '15:00', end: '16:00' })), book(id, meeting({ start: '15:00', end: '16:00', purpose: 'Atelier' }), other)]);
        expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
        expect((race.find(({ status }) => status === 409)!.body as { detail: string }).detail).toMatch(holder);
      }
    });

    it('two moves to the same time: one moves, the other stays where it was and is told who holds the room and when', async () => {
      for (let round = 0; round < 4; round += 1) {
        const { id } = await t.a.room(host);
        const [first] = (await booked(id, meeting({ start: '08:00', end: '09:00' }))).bookingIds;
        const [second] = (await booked(id, meeting({ start: '10:00', end: '11:00', purpose: 'Atelier' }))).bookingIds;
        const race = await Promise.all([moveTo(first!, '15:00', '16:00'), moveTo(second!, '15:00', '16:00')]);
        expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
        const { body } = race.find(({ status }) => status === 409)!;
        expect(body).toMatchObject({ code: 'booking.overlap', detail: expect.stringMatching(holder) });
        expect(await t.db.query('select 1 from venues.booking_move where booking_id = any($1)', [[first, second]])).toHaveLength(1);
      }
    });

    it('a move, and a booking of where it goes: one of them, and the other is told', async () => {
      for (let round = 0; round < 4; round += 1) {
        const { id } = await t.a.room(host);
        const [first] = (await booked(id)).bookingIds;
        const race = await Promise.all([moveTo(first!, '15:00', '16:00'), book(id, meeting({ start: '15:00', end: '16:00', purpose: 'Atelier' }), other)]);
        expect(race.filter(({ status }) => status === 409)).toHaveLength(1);
        expect((race.find(({ status }) => status === 409)!.body as { detail: string }).detail).toMatch(holder);
      }
    });

    it('a move against the host’s confirmation: one comes first, and the other is told that what they read has changed', async () => {
      for (let round = 0; round < 6; round += 1) {
        const { id } = await t.a.room(host, { autoConfirm: false });
        const [asked] = (await booked(id)).bookingIds;
        const [moved, answered] = await Promise.all([moveTo(asked!, '15:00', '16:00'), host.post(`/bookings/${asked}/confirm`, {}, 1)]);
        expect([answered.status, moved.status].sort()).toEqual([200, 412]);
        const now = (await mine()).find((one) => one.id === asked)!;
        const moves = await t.db.query('select 1 from venues.booking_move where booking_id = $1', [asked]);
        expect(moves).toHaveLength(moved.status === 200 ? 1 : 0);
        expect(now.status).toBe(moved.status === 200 ? 'held' : 'confirmed');
        if (answered.status === 412) expect(answered.body).toMatchObject({ code: 'answer.changed', detail: expect.stringContaining('déplacée') });
      }
    });
  });

  describe('in a series', () => {
    const weekly = (times: number) => meeting({ repeat: { every: 'week', times } });
    const day = (weeks: number) => DateTime.fromISO(DAY).plus({ weeks }).toISODate()!;

    it('leave out clashes, closures and holidays, and say why; the preview says the same and changes nothing', async () => {
      const { id, venueId } = await t.a.room(host);
      await booked(id, meeting({ date: day(1), purpose: 'Déjà là' }));
      await host.post(`/venues/${venueId}/closures`, { from: day(2), until: day(2), reason: 'Congés' }).expect(201);
      await t.db.query(`insert into identity.public_holiday values ($1, 'metropole', 'Fête du numérique') on conflict do nothing`, [day(3)]);
      const preview = (await manager.post(`/rooms/${id}/bookings/preview`, weekly(5)).expect(200)).body as BookingPlan;
      expect(preview.occurrences.map(({ date, outcome }) => [date, outcome])).toEqual([
        [day(0), 'confirmed'], [day(1), 'taken'], [day(2), 'closed'], [day(3), 'holiday'], [day(4), 'confirmed'],
      ]);
      expect(preview.occurrences[1]?.detail).toContain('(Déjà là, Organisation ');
      expect(preview.occurrences[3]?.detail).toContain('Fête du numérique');
      expect(await t.db.query('select 1 from venues.booking where room_id = $1', [id])).toHaveLength(1);
      const done = await booked(id, weekly(5));
      expect(done.occurrences).toEqual(preview.occurrences);
      expect(done.bookingIds).toHaveLength(2);
      await t.db.query(`delete from identity.public_holiday where name = 'Fête du numérique'`);
    });

    it('keep the hour of the place when clocks change', async () => {
      const { id } = await t.a.room(host);
      const { occurrences } = await booked(id, meeting({ repeat: { every: 'week', times: 40 } }));
      const hours = new Set(occurrences.map(({ startsAt }) => DateTime.fromISO(String(startsAt), { zone: 'Europe/Paris' }).toFormat('HH:mm')));
      expect([...hours]).toEqual(['09:00']);
      expect(new Set(occurrences.map(({ startsAt }) => String(startsAt).slice(11, 16))).size).toBe(2);
    });

    it('are cancelled one by one, or from one on', async () => {
      const { id } = await t.a.room(host);
      const { bookingIds } = await booked(id, weekly(4));
      await manager.post(`/bookings/${bookingIds[1]}/cancel`).expect(200);
      await colleague.post(`/bookings/${bookingIds[2]}/cancel`, { following: true }).expect(200);
      const rows = await t.db.query<{ status: string }>('select status from venues.booking where room_id = $1 order by period', [id]);
      expect(rows.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'cancelled', 'cancelled']);
      await other.post(`/bookings/${bookingIds[0]}/cancel`).expect(404);
    });

    it('with nothing free are refused, with each reason', async () => {
      const { id } = await t.a.room(host);
      await booked(id, weekly(3));
      expect((await book(id, weekly(3)).expect(409)).body).toMatchObject({ code: 'booking.series_empty', occurrences: [{ outcome: 'taken' }, { outcome: 'taken' }, { outcome: 'taken' }] });
    });
  });

  it.each([
    [{ start: '12:00', end: '09:00' }, '/end'],
    [{ date: '2027-02-31' }, '/date'],
    [{ date: '2020-01-07' }, '/date'],
    [{ date: '2027-03-28', start: '02:30', end: '04:00' }, '/start'],
    [{ start: '24:00' }, '/start'],
    [{ purpose: '' }, '/purpose'],
    [{ people: 0 }, '/people'],
    [{ people: 500 }, '/people'],
    [{ repeat: { every: 'day', times: 3 } }, '/repeat/every'],
    [{ repeat: { every: 'week' } }, '/repeat/until'],
    [{ repeat: { every: 'week', times: 61 } }, '/repeat/times'],
    [{ repeat: { every: 'week', until: '2020-01-01' } }, '/repeat/until'],
  ])('refuse %j', async (change, pointer) => {
    const { id } = await t.a.room(host);
    const { body } = await book(id, meeting(change)).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  describe('moved', () => {
    const move = (booking: Pick<BookingView, 'id' | 'version'>, change: object, by = manager) => by.patch(`/bookings/${booking.id}`, { date: DAY, start: '14:00', end: '16:00', ...change }, booking.version);
    const single = async (autoConfirm: boolean) => {
      const room = await t.a.room(host, { autoConfirm });
      const { bookingIds } = await booked(room.id);
      return { roomId: room.id, venueId: room.venueId, booking: (await mine()).find(({ id }) => id === bookingIds[0])! };
    };

    it('by who asked wait again for the host, unless the room confirms alone, and keep their history', async () => {
      const asked = await single(false);
      await host.post(`/bookings/${asked.booking.id}/confirm`, {}, 1).expect(200);
      const moved = (await move({ ...asked.booking, version: 2 }, {}).expect(200)).body as BookingView;
      expect(moved).toMatchObject({ status: 'held', version: 3, moves: [{ roomName: 'Salle 1', startsAt: expect.any(String) }] });
      expect(new Date(moved.moves[0]!.startsAt)).toEqual(new Date(asked.booking.startsAt));
      const alone = await single(true);
      expect((await move(alone.booking, {}).expect(200)).body).toMatchObject({ status: 'confirmed' });
    });

    it('by the host stay confirmed, to another room of the place only', async () => {
      const { booking, venueId } = await single(true);
      const { id: second } = (await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201)).body as { id: string };
      const { id: elsewhere } = await t.a.room(host);
      await move(booking, { roomId: elsewhere }, host).expect(422);
      expect((await move(booking, { roomId: second }, host).expect(200)).body).toMatchObject({ status: 'confirmed', roomName: 'Salle 2' });
      await move(booking, {}, host).expect(412);
      await move({ ...booking, version: 2 }, {}, other).expect(404);
      await t.settle();
      const { items } = (await manager.get('/me/messages').expect(200)).body as { items: { template: string }[] };
      expect(items[0]?.template).toBe('booking_moved');
    });

    it('never onto another, even at once, nor beyond the equipment', async () => {
      const { roomId, venueId, booking } = await single(true);
      const rivals = await Promise.all([10, 11, 12].map(async (n) => {
        const { bookingIds } = await booked(roomId, meeting({ date: inDays(20 + n) }));
        return (await mine()).find(({ id }) => id === bookingIds[0])!;
      }));
      const race = await Promise.all([booking, ...rivals].map((one) => move(one, { start: '15:00', end: '17:00' })));
      expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      const { items } = (await host.put(`/venues/${venueId}/equipment`, { items: [{ name: 'Portables', quantity: 4 }] }).expect(200)).body as { items: [{ id: string }] };
      const { id: second } = (await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5, autoConfirm: true }).expect(201)).body as { id: string };
      const equipment = [{ equipmentId: items[0].id, quantity: 3 }];
      await booked(roomId, meeting({ date: inDays(40), equipment }));
      const { bookingIds } = await booked(second, meeting({ date: inDays(41), equipment }));
      expect((await move({ id: bookingIds[0]!, version: 1 }, { date: inDays(40), start: '10:00', end: '11:00' }).expect(409)).body).toMatchObject({ code: 'equipment.short' });
    });

    it('not when it carries a session, which says so', async () => {
      const session = await t.a.session({ host, manager });
      const [{ id }] = (await t.db.query('select booking_id as id from training.session_slot where session_id = $1 limit 1', [session.id])) as [{ id: string }];
      expect((await move({ id, version: 1 }, {}).expect(409)).body).toMatchObject({ code: 'booking.session' });
      expect((await manager.post(`/bookings/${id}/cancel`).expect(409)).body).toMatchObject({ code: 'booking.session' });
      expect((await mine()).find((one) => one.id === id)).toMatchObject({ sessionCode: session.code, kind: 'session' });
    });
  });

  it('are cancelled by the host with a reason', async () => {
    const { id } = await t.a.room(host);
    const { bookingIds } = await booked(id);
    await host.post(`/bookings/${bookingIds[0]}/cancel`).expect(422);
    expect((await host.post(`/bookings/${bookingIds[0]}/cancel`, { reason: 'Dégât des eaux' }).expect(200)).body).toMatchObject({ status: 'cancelled', reason: 'Dégât des eaux' });
    await t.settle();
    const told = (await manager.get('/me/messages').expect(200)).body as { items: { template: string; body: string }[] };
    expect(told.items[0]).toMatchObject({ template: 'booking_cancelled', body: expect.stringContaining('Dégât des eaux') });
  });

  it('are listed by period and room', async () => {
    const { id, venueId } = await t.a.room(host);
    await booked(id);
    const count = async (query: string) => ((await host.get(`/bookings?venueId=${venueId}&${query}`).expect(200)).body as BookingPage).items.length;
    const span = (from: string, to: string) => `from=${encodeURIComponent(`${from}T00:00:00Z`)}&to=${encodeURIComponent(`${to}T00:00:00Z`)}`;
    expect([await count(span(DAY, inDays(21))), await count(span(inDays(21), inDays(22))), await count(`roomId=${id}`), await count('roomId=00000000-0000-7000-8000-000000000000')]).toEqual([1, 0, 1, 0]);
    await host.get(`/bookings?${span(inDays(22), inDays(21))}`).expect(422);
    await host.get('/bookings?from=hier').expect(422);
  });
});
