import { TestApp, testApp } from '../../../../test/support/app';
import { eventsOf } from '../../../../test/support/calendar';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';

describe('the calendar of a place in other programs', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let venueId: string;
  let roomId: string;
  beforeAll(async () => {
    t = await testApp();
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
    ({ id: roomId, venueId } = await t.a.room(host));
  });
  afterAll(() => t.close());

  const renew = async () => new URL(((await host.post(`/venues/${venueId}/calendar-feed`).expect(200)).body as { url: string }).url).pathname;
  const events = async (path: string) => {
    const answer = await t.anyone.get(path).expect(200).expect('content-type', /text\/calendar/);
    return eventsOf(answer.text);
  };

  it('tells what the rooms are for, follows a booking by its number, and names nobody', async () => {
    const path = await renew();
    const { bookingIds } = (await manager.post(`/rooms/${roomId}/bookings`, { purpose: 'Réunion', date: inDays(5), start: '09:00', end: '10:00' }).expect(201)).body as { bookingIds: string[] };
    const [event] = await events(path);
    expect([event!.uid, event!.sequence, event!.summary, event!.component.getFirstPropertyValue('status')]).toEqual([`${bookingIds[0]}@relais`, 0, 'Réunion', 'CONFIRMED']);
    const before = await t.anyone.get(path).expect(200);
    await t.anyone.get(path).set('If-None-Match', before.headers.etag!).expect(304);
    await manager.post(`/bookings/${bookingIds[0]}/cancel`).expect(200);
    const after = await t.anyone.get(path).set('If-None-Match', before.headers.etag!).expect(200);
    expect(after.text).toContain('STATUS:CANCELLED');
    const [cancelled] = await events(path);
    expect([cancelled!.uid, cancelled!.sequence]).toEqual([event!.uid, 1]);
    expect(after.text).not.toContain(manager.displayName.split(' ')[1]);
  });

  it('is renewed and stopped at once', async () => {
    const old = await renew();
    await t.anyone.get(old).expect(200);
    const fresh = await renew();
    await t.anyone.get(old).expect(404);
    await t.anyone.get(fresh).expect(200);
    await t.anyone.get(fresh.replace('.ics', '')).expect(404);
    await host.delete(`/venues/${venueId}/calendar-feed`).expect(204);
    await t.anyone.get(fresh).expect(404);
    expect((await host.get(`/venues/${venueId}/calendar-feed`).expect(200)).body).toEqual({ createdAt: null, url: null });
  });

  it('belongs to the hosts of the place', async () => {
    await (await t.as('venue_host')).post(`/venues/${venueId}/calendar-feed`).expect(404);
    await manager.post(`/venues/${venueId}/calendar-feed`).expect(403);
    await t.anyone.get('/calendars/x.ics').expect(404);
  });
});
