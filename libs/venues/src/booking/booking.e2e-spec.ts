import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { RoomPage } from '../room/room.dto';
import { BookingPage } from './booking.dto';
import { BookingService, HeldBooking } from './booking.service';
import { DeadlineService } from './deadline.service';

const DAY = inDays(20);
const period = (from: number, to: number, day = DAY) => ({
  from: new Date(`${day}T${String(from).padStart(2, '0')}:00:00Z`),
  to: new Date(`${day}T${String(to).padStart(2, '0')}:00:00Z`),
});

describe('bookings over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let otherHost: Someone;
  let manager: Someone;
  let bookings: BookingService;

  beforeAll(async () => {
    t = await testApp();
    [host, otherHost, manager] = [
      await t.as('venue_host'),
      await t.as('venue_host'),
      await t.as('course_manager'),
    ];
    bookings = t.app.get(BookingService);
  });
  afterAll(() => t.close());

  const hold = (roomId: string, ...periods: { from: Date; to: Date }[]): Promise<HeldBooking[]> =>
    bookings.hold({ roomId, periods, requestedBy: manager.id, organisationId: manager.organisationId, purpose: 'Découvrir le C2i2e' });
  const facts = (type: string, bookingId: string) =>
    t.db.query("select 1 from platform.outbox where type = $1 and payload->>'bookingId' = $2", [
      type,
      bookingId,
    ]);

  it('waits for its host, who confirms it', async () => {
    const { id: roomId } = await t.a.room(host, { autoConfirm: false });
    const [booking] = await hold(roomId, period(8, 11));
    const { body } = await host.get('/bookings?status=held').expect(200);
    expect((body as BookingPage).items).toEqual([
      expect.objectContaining({
        id: booking!.id,
        purpose: 'Découvrir le C2i2e',
        requestedBy: manager.displayName,
        actions: ['confirm', 'refuse', 'move', 'cancel'],
      }),
    ]);
    expect(await bookings.confirmed([booking!.id])).toBe(false);
    await host.post(`/bookings/${booking!.id}/confirm`).expect(428);
    await host.post(`/bookings/${booking!.id}/confirm`, {}, 1).expect(200);
    await host.post(`/bookings/${booking!.id}/confirm`, {}, 1).expect(409);
    expect(await bookings.confirmed([booking!.id])).toBe(true);
    expect(await facts('venues.booking_requested', booking!.id)).toHaveLength(1);
    expect(await facts('venues.booking_confirmed', booking!.id)).toHaveLength(1);
  });

  it('is refused with a reason, and leaves the room free', async () => {
    const { id: roomId } = await t.a.room(host, { autoConfirm: false });
    const [booking] = await hold(roomId, period(8, 11));
    await host.post(`/bookings/${booking!.id}/refuse`, {}, 1).expect(422);
    await host.post(`/bookings/${booking!.id}/refuse`, { reason: '  ' }, 1).expect(422);
    expect(
      (await host.post(`/bookings/${booking!.id}/refuse`, { reason: 'Travaux ce jour-là' }, 1).expect(200)).body,
    ).toMatchObject({ status: 'refused', reason: 'Travaux ce jour-là', actions: [] });
    await expect(hold(roomId, period(8, 11))).resolves.toHaveLength(1);
  });

  it('is confirmed at once where the host said so', async () => {
    const { id: roomId } = await t.a.room(host, { autoConfirm: true });
    expect(await hold(roomId, period(13, 16), period(8, 11))).toEqual([
      expect.objectContaining({ status: 'confirmed', ...period(13, 16) }),
      expect.objectContaining({ status: 'confirmed', ...period(8, 11) }),
    ]);
  });

  it('belongs to the host of the place alone', async () => {
    const { id: roomId, venueId } = await t.a.room(host, { autoConfirm: false });
    const [booking] = await hold(roomId, period(8, 11));
    expect(
      ((await otherHost.get(`/bookings?venueId=${venueId}`).expect(200)).body as BookingPage).items,
    ).toEqual([]);
    await otherHost.post(`/bookings/${booking!.id}/confirm`, {}, 1).expect(404);
    await manager.post(`/bookings/${booking!.id}/confirm`, {}, 1).expect(403);
    await t.anyone.get('/bookings').expect(401);
  });

  it('says who holds the room and when, on the clock of the place', async () => {
    const { id: roomId } = await t.a.room(host);
    await hold(roomId, period(8, 11, '2027-03-02'));
    await expect(hold(roomId, period(10, 12, '2027-03-02'))).rejects.toMatchObject({
      status: 409,
      code: 'booking.overlap',
      detail:
        expect.stringMatching(/^La salle «\u202fSalle 1\u202f» est déjà réservée mardi 2 mars 2027 de 9\u00a0h à 12\u00a0h \(Découvrir le C2i2e, Organisation \d+\)\.$/) as string,
    });
    await expect(hold(roomId, period(11, 13, '2027-03-02'))).resolves.toHaveLength(1);
  });

  it('takes all the periods or none', async () => {
    const { id: roomId } = await t.a.room(host);
    await hold(roomId, period(13, 16));
    await expect(hold(roomId, period(8, 11), period(13, 16))).rejects.toMatchObject({
      code: 'booking.overlap',
    });
    await expect(hold(roomId, period(8, 11))).resolves.toHaveLength(1);
  });

  it('lets exactly one of twenty through, and the database refuses without the service too', async () => {
    const { id: roomId, venueId } = await t.a.room(host);
    const race = await Promise.allSettled(Array.from({ length: 20 }, () => hold(roomId, period(8, 11))));
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of race.filter((outcome) => outcome.status === 'rejected'))
      expect(lost.reason).toMatchObject({ code: 'booking.overlap' });
    await expect(
      t.db.query(
        `insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose) values ($1, $2, $3, 'confirmed', $4, 'x')`,
        [roomId, venueId, `[${DAY}T09:00Z,${DAY}T10:00Z)`, manager.id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'ex_booking_room_period' } });
  });

  it('is released once, and only while it is live', async () => {
    const { id: roomId } = await t.a.room(host);
    const [booking] = await hold(roomId, period(8, 11));
    await bookings.release([booking!.id], manager.id);
    await bookings.release([booking!.id], manager.id);
    expect(await facts('venues.booking_cancelled', booking!.id)).toHaveLength(1);
    await expect(hold(roomId, period(8, 11))).resolves.toHaveLength(1);
  });

  describe('of one demand, answered together', () => {
    const demand = async () => {
      const { id: roomId } = await t.a.room(host, { autoConfirm: false });
      return (await hold(roomId, period(8, 11), period(13, 16))).map(({ id }) => ({ id, version: 1 }));
    };
    const answer = (who: Someone, asked: { id: string; version: number }[], more: object = { decision: 'confirm' }) =>
      who.post('/bookings/answers', { bookings: asked, ...more });
    const statuses = async (asked: { id: string }[]) =>
      (await t.db.query<{ status: string }>('select status from venues.booking where id = any($1) order by period', [asked.map(({ id }) => id)])).map(({ status }) => status);

    it('are all confirmed, or refused with a reason', async () => {
      const [yes, no] = [await demand(), await demand()];
      await answer(host, yes).expect(204);
      expect(await statuses(yes)).toEqual(['confirmed', 'confirmed']);
      await answer(host, no, { decision: 'refuse' }).expect(422);
      await answer(host, no, { decision: 'refuse', reason: 'Travaux' }).expect(204);
      expect(await statuses(no)).toEqual(['refused', 'refused']);
      expect(await facts('venues.booking_refused', no[1]!.id)).toHaveLength(1);
      expect((await answer(host, yes).expect(409)).body).toMatchObject({ status: 409 });
    });

    it('are all left as they were when one of them moved since it was read', async () => {
      const asked = await demand();
      const [first, second] = asked as [{ id: string; version: number }, { id: string; version: number }];
      await t.db.query('update venues.booking set version = 2 where id = $1', [second.id]);
      expect((await answer(host, asked).expect(412)).body).toMatchObject({ code: 'answer.changed' });
      expect(await statuses(asked)).toEqual(['held', 'held']);
      expect(await facts('venues.booking_confirmed', first.id)).toEqual([]);
      await answer(host, [first, { ...second, version: 2 }]).expect(204);
    });

    it('are all left as they were when one of them is not the host’s, or too late', async () => {
      const [asked, elsewhere] = [await demand(), (await hold((await t.a.room(otherHost, { autoConfirm: false })).id, period(8, 11)))[0]!];
      await answer(host, [...asked, { id: elsewhere.id, version: 1 }]).expect(404);
      await answer(otherHost, asked).expect(404);
      await t.db.query(`update venues.booking set answer_by = now() - interval '1 minute' where id = $1`, [asked[1]!.id]);
      expect((await answer(host, asked).expect(409)).body).toMatchObject({ code: 'booking.answer_late' });
      expect(await statuses(asked)).toEqual(['held', 'held']);
    });

    it('are of one demand, each once', async () => {
      const [one, other] = [await demand(), await demand()];
      expect((await answer(host, [...one, ...other]).expect(422)).body).toMatchObject({ errors: [{ code: 'booking.several_demands', pointer: '/bookings' }] });
      await answer(host, [one[0]!, one[0]!]).expect(422);
      await answer(host, []).expect(422);
      expect(await statuses([...one, ...other])).toEqual(['held', 'held', 'held', 'held']);
    });
  });

  it('lapses when nobody answered before it began', async () => {
    const { id: roomId } = await t.a.room(host, { autoConfirm: false });
    const [past, future] = await hold(roomId, period(8, 11, '2020-03-03'), period(8, 11));
    await t.app.get(DeadlineService).expire();
    const statuses = await t.db.query(
      'select status from venues.booking where id = any($1) order by period',
      [[past!.id, future!.id]],
    );
    expect(statuses).toEqual([{ status: 'expired' }, { status: 'held' }]);
  });

  it('needs a published place, and keeps it published', async () => {
    const { id: roomId, venueId } = await t.a.room(host);
    const [booking] = await hold(roomId, period(8, 11));
    expect((await host.post(`/venues/${venueId}/withdraw`).expect(409)).body).toMatchObject({
      code: 'venue.has_bookings',
    });
    await bookings.release([booking!.id], manager.id);
    await host.post(`/venues/${venueId}/withdraw`).expect(200);
    await expect(hold(roomId, period(8, 11))).rejects.toMatchObject({ code: 'booking.venue_not_published' });
  });

  describe('the search of rooms', () => {
    const found = async (query: string) =>
      ((await manager.get(`/rooms?limit=100&${query}`).expect(200)).body as RoomPage).items;

    it('tells a manager which are free', async () => {
      const { id: roomId } = await t.a.room(host, { capacity: 37 });
      await hold(roomId, period(8, 11, '2027-07-06'));
      const freeAt = async (start: string, end: string) =>
        (await found(`minCapacity=37&date=2027-07-06&start=${start}&end=${end}`)).find(
          ({ id }) => id === roomId,
        )?.free;
      expect([
        await freeAt('10:00', '12:00'),
        await freeAt('13:00', '15:00'),
        await freeAt('09:00', '10:00'),
      ]).toEqual([false, true, true]);
      expect((await found('departement=63')).map(({ free }) => free)).toContain(null);
    });

    it('leaves out small rooms and places that are not published', async () => {
      const { id: roomId, venueId } = await t.a.room(host, { capacity: 5 });
      expect((await found('minCapacity=6')).map(({ id }) => id)).not.toContain(roomId);
      await host.post(`/venues/${venueId}/withdraw`).expect(200);
      expect((await found('')).map(({ id }) => id)).not.toContain(roomId);
    });

    it.each([
      'date=2027-02-31&start=09:00&end=12:00',
      'date=2027-03-02',
      'date=2027-03-02&start=12:00&end=09:00',
      'date=2027-03-02&start=24:00&end=25:00',
      'minCapacity=-1',
      'minCapacity=1e3',
      'minCapacity=2147483648',
    ])('refuses %s', async (query) => void (await manager.get(`/rooms?${query}`).expect(422)));
    it('is not for agents', async () => void (await (await t.as('agent')).get('/rooms').expect(403)));
  });
});
