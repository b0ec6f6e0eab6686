import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { BookingService } from '../booking/booking.service';
import type { VenueDetail } from '../venue/venue.dto';
import type { RoomView } from './room.dto';

/** A Tuesday at least three weeks ahead. */
const tuesday = (): string => {
  for (let days = 21; ; days += 1) if (new Date(inDays(days)).getUTCDay() === 2) return inDays(days);
};

describe('rooms', () => {
  let t: TestApp;
  let host: Someone;
  let otherHost: Someone;
  let manager: Someone;
  beforeAll(async () => {
    t = await testApp();
    [host, otherHost, manager] = [await t.as('venue_host'), await t.as('venue_host'), await t.as('course_manager')];
  });
  afterAll(() => t.close());

  const hold = (roomId: string, from: string, to: string) =>
    t.app.get(BookingService).hold({
      roomId, periods: [{ from: new Date(from), to: new Date(to) }], requestedBy: manager.id, organisationId: manager.organisationId, purpose: 'Découvrir le C2i2e',
    });
  const venueOf = async (id: string, by: Someone = host) => (await by.get(`/venues/${id}`).expect(200)).body as VenueDetail;

  it('are edited by the version that was read', async () => {
    const { id } = await t.a.room(host, { capacity: 8 });
    expect((await host.patch(`/rooms/${id}`, { capacity: 9 }, 1).expect(200)).body).toMatchObject({
      capacity: 9, name: 'Salle 1', autoConfirm: true, autoConfirmWindows: [], version: 2,
    });
    await host.patch(`/rooms/${id}`, { capacity: 10 }, 1).expect(412);
    await otherHost.patch(`/rooms/${id}`, { capacity: 10 }, 2).expect(404);
  });

  it('have one name each in a place', async () => {
    const { venueId } = await t.a.room(host);
    expect((await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 1', capacity: 5 }).expect(409)).body).toMatchObject({ code: 'room.name_taken' });
  });

  it('tell their accommodations, connection, equipment and windows', async () => {
    const { venueId } = await t.a.room(host);
    const said = {
      name: 'Salle bleue', capacity: 10, wheelchairAccess: true, accommodations: ['boucle-magnetique', 'guidage'], connectionKind: 'fibre', connectionMbps: 300,
      equipment: [{ name: 'Portables', quantity: 10 }, { name: 'Vidéoprojecteur', quantity: 1 }],
      autoConfirm: true, autoConfirmWindows: [{ day: 2, start: '09:00', end: '17:00' }, { day: 7, start: '22:00', end: '00:00' }, { day: 1, start: '00:00', end: '01:30' }],
    };
    const room = (await host.post(`/venues/${venueId}/rooms`, said).expect(201)).body as RoomView;
    expect(room).toMatchObject({
      ...said,
      equipment: said.equipment.map((thing) => expect.objectContaining(thing)),
      autoConfirmWindows: [{ day: 1, start: '00:00', end: '01:30' }, { day: 2, start: '09:00', end: '17:00' }, { day: 7, start: '22:00', end: '00:00' }],
    });
    expect((await venueOf(venueId)).rooms.find(({ id }) => id === room.id)).toEqual(room);
    const [portables] = room.equipment;
    const edited = await host.patch(`/rooms/${room.id}`, { name: 'Salle verte', connectionKind: 'aucune', equipment: [{ id: portables!.id, name: 'Ordinateurs portables', quantity: 8 }] }, 1).expect(200);
    expect(edited.body).toMatchObject({
      name: 'Salle verte', connectionMbps: null, equipment: [{ id: portables!.id, name: 'Ordinateurs portables', quantity: 8 }], accommodations: said.accommodations,
    });
  });

  it.each([
    [{ capacity: 0 }, '/capacity'],
    [{ capacity: -1 }, '/capacity'],
    [{ capacity: 2 ** 31 }, '/capacity'],
    [{ capacity: 1.5 }, '/capacity'],
    [{ capacity: '10' }, '/capacity'],
    [{ capacity: null }, '/capacity'],
    [{ name: '' }, '/name'],
    [{ name: 'Salle\u202etavio' }, '/name'],
    [{ accommodations: ['piscine'] }, '/accommodations'],
    [{ accommodations: ['guidage', 'guidage'] }, '/accommodations'],
    [{ connectionKind: 'pigeon' }, '/connectionKind'],
    [{ connectionMbps: 0 }, '/connectionMbps'],
    [{ connectionKind: 'aucune', connectionMbps: 10 }, '/connectionMbps'],
    [{ equipment: null }, '/equipment'],
    [{ equipment: [{ name: '', quantity: 1 }] }, '/equipment/0/name'],
    [{ equipment: [{ name: 'Casques', quantity: 0 }] }, '/equipment/0/quantity'],
    [{ equipment: [{ name: 'Casques', quantity: 1 }, { name: 'casques', quantity: 1 }] }, '/equipment/1/name'],
    [{ equipment: [{ id: '00000000-0000-7000-8000-000000000000', name: 'Casques', quantity: 1 }] }, '/equipment/0/id'],
    [{ autoConfirmWindows: [{ day: 8, start: '09:00', end: '10:00' }] }, '/autoConfirmWindows/0/day'],
    [{ autoConfirmWindows: [{ day: 1, start: '10:00', end: '10:00' }] }, '/autoConfirmWindows/0/end'],
    [{ autoConfirmWindows: [{ day: 1, start: '10:00', end: '24:00' }] }, '/autoConfirmWindows/0/end'],
  ])('refuse %j', async (change, pointer) => {
    const { id } = await t.a.room(host);
    const { body } = await host.patch(`/rooms/${id}`, change, 1).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('are confirmed alone inside their windows, and ask outside', async () => {
    const { id } = await t.a.room(host, { autoConfirm: true });
    await host.patch(`/rooms/${id}`, { autoConfirmWindows: [{ day: 2, start: '09:00', end: '17:00' }] }, 1).expect(200);
    const day = tuesday();
    const summer = Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' }).format(new Date(`${day}T12:00:00Z`))) - 12;
    const utc = (hour: number) => `${day}T${String(hour - summer).padStart(2, '0')}:00:00Z`;
    expect((await hold(id, utc(9), utc(12)))[0]?.status).toBe('confirmed');
    expect((await hold(id, utc(16), utc(18)))[0]?.status).toBe('held');
  });

  describe('retired', () => {
    it('are kept, no longer found nor lent, and may come back', async () => {
      const { id, venueId } = await t.a.room(host);
      await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201);
      expect((await host.post(`/rooms/${id}/retire`).expect(200)).body).toMatchObject({ retiredAt: expect.any(String) });
      await host.post(`/rooms/${id}/retire`).expect(409);
      expect((await venueOf(venueId, manager)).rooms.map(({ name }) => name)).toEqual(['Salle 2']);
      expect((await venueOf(venueId)).rooms).toHaveLength(2);
      await expect(hold(id, `${inDays(20)}T09:00Z`, `${inDays(20)}T10:00Z`)).rejects.toMatchObject({ code: 'booking.room_retired' });
      await expect(
        t.db.query(`insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose) values ($1, $2, $3, 'confirmed', $4, 'x')`, [
          id, venueId, `[${inDays(20)}T09:00Z,${inDays(20)}T10:00Z)`, manager.id,
        ]),
      ).rejects.toMatchObject({ driverError: { constraint: 'ck_booking_room_retired' } });
      await host.post(`/rooms/${id}/restore`).expect(200);
      await expect(hold(id, `${inDays(20)}T09:00Z`, `${inDays(20)}T10:00Z`)).resolves.toHaveLength(1);
    });

    it('leave their name to another room', async () => {
      const { id, venueId } = await t.a.room(host);
      await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201);
      await host.post(`/rooms/${id}/retire`).expect(200);
      await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 1', capacity: 5 }).expect(201);
      expect((await host.post(`/rooms/${id}/restore`).expect(409)).body).toMatchObject({ code: 'room.name_taken' });
    });

    it('must have no booking to come, and not be the last of a published place', async () => {
      const { id, venueId } = await t.a.room(host);
      expect((await host.post(`/rooms/${id}/retire`).expect(409)).body).toMatchObject({ code: 'room.last' });
      await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201);
      await hold(id, `${inDays(20)}T09:00Z`, `${inDays(20)}T10:00Z`);
      expect((await host.post(`/rooms/${id}/retire`).expect(409)).body).toMatchObject({ code: 'room.has_bookings', bookings: 1 });
      await otherHost.post(`/rooms/${id}/retire`).expect(404);
    });

    it('never both of two at once', async () => {
      const { id, venueId } = await t.a.room(host);
      const { id: second } = (await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201)).body as RoomView;
      const outcomes = await Promise.all([id, second].map(async (room) => (await host.post(`/rooms/${room}/retire`)).status));
      expect(outcomes.sort()).toEqual([200, 409]);
    });

    it('never while they are booked, whoever comes first', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id, venueId } = await t.a.room(host);
        await host.post(`/venues/${venueId}/rooms`, { name: 'Salle 2', capacity: 5 }).expect(201);
        const [booked, retired] = await Promise.allSettled([
          hold(id, `${inDays(20)}T09:00Z`, `${inDays(20)}T10:00Z`),
          host.post(`/rooms/${id}/retire`).then(({ status }) => (status === 200 ? status : Promise.reject(new Error(String(status))))),
        ]);
        expect([booked.status, retired.status].sort()).toEqual(['fulfilled', 'rejected']);
      }
    });
  });
});
