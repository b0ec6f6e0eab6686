import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { BookableRooms } from '../booking/bookable-rooms';
import { BookingMover } from '../booking/booking-mover';
import { BookingService } from '../booking/booking.service';
import type { RoomView } from '../room/room.dto';
import type { EquipmentViews } from './equipment.dto';

const DAY = inDays(20);
const period = (from: number, to: number) => ({
  from: new Date(`${DAY}T${String(from).padStart(2, '0')}:00:00Z`),
  to: new Date(`${DAY}T${String(to).padStart(2, '0')}:00:00Z`),
});

describe('equipment', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let bookings: BookingService;
  beforeAll(async () => {
    t = await testApp();
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
    bookings = t.app.get(BookingService);
  });
  afterAll(() => t.close());

  const hold = (roomId: string, when: { from: Date; to: Date }, ...equipment: { equipmentId: string; quantity: number }[]) =>
    bookings.hold({ roomId, periods: [when], requestedBy: manager.id, organisationId: manager.organisationId, purpose: 'Découvrir le C2i2e', equipment });

  /** A place of so many rooms, which share ten laptops. */
  const place = async (rooms = 2): Promise<{ venueId: string; rooms: string[]; laptops: string }> => {
    const { id, venueId } = await t.a.room(host);
    const ids = [id];
    for (let n = 2; n <= rooms; n += 1)
      ids.push(((await host.post(`/venues/${venueId}/rooms`, { name: `Salle ${n}`, capacity: 5, autoConfirm: true }).expect(201)).body as RoomView).id);
    const { items } = (await host.put(`/venues/${venueId}/equipment`, { items: [{ name: 'Portables', quantity: 10 }] }).expect(200)).body as EquipmentViews;
    return { venueId, rooms: ids, laptops: items[0]!.id };
  };

  it('of a place goes from room to room, and is counted', async () => {
    const { rooms, laptops } = await place();
    await hold(rooms[0]!, period(8, 11), { equipmentId: laptops, quantity: 7 });
    await expect(hold(rooms[1]!, period(10, 12), { equipmentId: laptops, quantity: 4 })).rejects.toMatchObject({
      status: 409, code: 'equipment.short', extra: { left: 3, equipmentId: laptops, errors: [expect.objectContaining({ pointer: '/equipment/0/quantity' })] },
      detail: expect.stringMatching(/^Il ne reste que 3 «\u202fPortables\u202f» .+ \(10 en tout, retenus pour\u202f: .+\)\.$/),
    });
    await expect(hold(rooms[1]!, period(10, 12), { equipmentId: laptops, quantity: 3 })).resolves.toHaveLength(1);
    await expect(hold(rooms[1]!, period(12, 13), { equipmentId: laptops, quantity: 10 })).resolves.toHaveLength(1);
  });

  it('comes back when the booking is released', async () => {
    const { rooms, laptops } = await place();
    const [first] = await hold(rooms[0]!, period(8, 11), { equipmentId: laptops, quantity: 10 });
    await bookings.release([first!.id], manager.id);
    await expect(hold(rooms[1]!, period(8, 11), { equipmentId: laptops, quantity: 10 })).resolves.toHaveLength(1);
  });

  it('of a room stays in it', async () => {
    const { venueId, rooms } = await place();
    const { equipment } = (await host.patch(`/rooms/${rooms[0]}`, { equipment: [{ name: 'Écran', quantity: 1 }] }, 1).expect(200)).body as RoomView;
    await expect(hold(rooms[1]!, period(8, 11), { equipmentId: equipment[0]!.id, quantity: 1 })).rejects.toMatchObject({ extra: { errors: [{ pointer: '/equipment/0/equipmentId' }] } });
    await expect(hold(rooms[0]!, period(8, 11), { equipmentId: equipment[0]!.id, quantity: 1 })).resolves.toHaveLength(1);
    const found = (await manager.get('/rooms?limit=100').expect(200)).body as { items: { id: string; sharedEquipment: unknown; equipment: unknown }[] };
    expect(found.items.find(({ id }) => id === rooms[0])).toMatchObject({
      equipment: [{ name: 'Écran', quantity: 1 }], sharedEquipment: [{ name: 'Portables', quantity: 10 }],
    });
    expect((await manager.get(`/venues/${venueId}`).expect(200)).body).toMatchObject({ equipment: [{ name: 'Portables', quantity: 10 }] });
  });

  it('is never lent twice, however many ask at once', async () => {
    const { rooms, laptops } = await place(8);
    const race = await Promise.allSettled(rooms.map((room) => hold(room, period(8, 11), { equipmentId: laptops, quantity: 3 })));
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const lost of race.filter((outcome) => outcome.status === 'rejected')) expect(lost.reason).toMatchObject({ code: 'equipment.short' });
  });

  it('is kept by the database without the service, also of two who write at once', async () => {
    const { rooms, laptops, venueId } = await place(2);
    const runners = await Promise.all(rooms.map(async (room) => {
      const runner = t.db.source.createQueryRunner();
      await runner.startTransaction();
      const [{ id }] = (await runner.query(
        `insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose) values ($1, $2, $3, 'confirmed', $4, 'x') returning id`,
        [room, venueId, `[${DAY}T08:00Z,${DAY}T11:00Z)`, manager.id],
      )) as [{ id: string }];
      return { runner, id };
    }));
    const outcomes = await Promise.allSettled(runners.map(async ({ runner, id }) => {
      try {
        await runner.query('insert into venues.booking_equipment values ($1, $2, 6)', [id, laptops]);
        await runner.commitTransaction();
      } catch (error) {
        await runner.rollbackTransaction();
        throw error;
      } finally {
        await runner.release();
      }
    }));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ driverError: { constraint: 'ck_equipment_available' } });
    await expect(t.db.query('update venues.equipment set quantity = 5 where id = $1', [laptops])).rejects.toMatchObject({ driverError: { constraint: 'ck_equipment_available' } });
    await expect(t.db.query('update venues.equipment set retired_at = now() where id = $1', [laptops])).rejects.toMatchObject({ driverError: { constraint: 'ck_equipment_available' } });
  });

  it('does not go below what is asked, and says when', async () => {
    const { venueId, rooms, laptops } = await place();
    await hold(rooms[0]!, period(8, 11), { equipmentId: laptops, quantity: 4 });
    await hold(rooms[1]!, period(10, 12), { equipmentId: laptops, quantity: 4 });
    const put = (items: object[]) => host.put(`/venues/${venueId}/equipment`, { items });
    const { body } = await put([{ name: 'Portables', quantity: 7 }]).expect(409);
    expect(body).toMatchObject({ code: 'equipment.asked', errors: [{ pointer: '/items/0/quantity', detail: expect.stringContaining('8 «\u202fPortables\u202f» sont demandés') }] });
    await put([]).expect(409);
    await put([{ name: 'Portables', quantity: 8 }]).expect(200);
    await (await t.as('venue_host')).put(`/venues/${venueId}/equipment`, { items: [] }).expect(404);
  });

  it.each([{ items: null }, {}, { items: [{ name: 'x', quantity: 2 ** 31 }] }, { items: [{ name: 'x', quantity: '3' }] }, { items: [{ name: 'x' }] }])(
    'refuses %j',
    async (body) => {
      const { venueId } = await place(1);
      await host.put(`/venues/${venueId}/equipment`, body).expect(422);
    },
  );

  it('of half-days that move together is counted for each as it was asked', async () => {
    const { rooms, laptops } = await place(3);
    const asks = (quantity: number) => ({ equipmentId: laptops, quantity });
    const [morning] = await hold(rooms[0]!, period(6, 8), asks(8));
    const [afternoon] = await hold(rooms[0]!, period(8, 9), asks(2));
    await hold(rooms[2]!, period(14, 17), asks(5));
    const [[kept]] = [await t.db.query<{ kind: 'session'; status: 'confirmed' }>('select kind, status from venues.booking where id = $1', [morning!.id])];
    const move = (am: { id: string }, pm: { id: string }) =>
      t.db.tx(async () => {
        const room = await t.app.get(BookableRooms).lock(rooms[1]!);
        const moving = [{ ...kept!, ...am, people: null, ...period(10, 12) }, { ...kept!, ...pm, people: null, ...period(14, 16) }];
        await t.app.get(BookingMover).move(room, moving, { by: manager.id, isHost: false });
      });
    await expect(move({ id: afternoon!.id }, { id: morning!.id })).rejects.toMatchObject({ code: 'equipment.short', extra: { left: 5 } });
    await move({ id: morning!.id }, { id: afternoon!.id });
    const now = await t.db.query('select id from venues.booking where room_id = $1 order by period', [rooms[1]]);
    expect(now).toEqual([{ id: morning!.id }, { id: afternoon!.id }]);
  });

  it('of a session is asked with it', async () => {
    const { rooms, laptops } = await place();
    const course = await t.a.course(manager);
    const trainer = await t.as('trainer');
    const input = (quantity: number) => ({ roomId: rooms[0], trainerIds: [trainer.id], capacity: 4, slots: [{ date: DAY, start: '09:00', end: '12:00' }], equipment: [{ equipmentId: laptops, quantity }] });
    expect((await manager.post(`/courses/${course.id}/sessions`, input(11)).expect(409)).body).toMatchObject({ code: 'equipment.short' });
    await manager.post(`/courses/${course.id}/sessions`, input(10)).expect(201);
    expect(await t.db.query('select quantity from venues.booking_equipment where equipment_id = $1', [laptops])).toEqual([{ quantity: 10 }]);
  });
});
