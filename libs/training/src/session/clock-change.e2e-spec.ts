import { DateTime } from 'luxon';
import { Clock } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import type { SessionDetail } from './session.dto';

/** The middle of January 2027: what crosses both changes of the year is yet to come. */
class WinterClock extends Clock {
  override now(): Date {
    return new Date('2027-01-15T08:00:00Z');
  }
}

interface Zone {
  place: string;
  zone: string;
  /** Minutes ahead of UTC before and after the change of spring, then after that of autumn. */
  offsets: [number, number, number];
  spring: string;
  autumn: string;
}
const PARIS = { spring: '2027-03-28', autumn: '2027-10-31' };
const ZONES: Zone[] = [
  { place: 'Paris', zone: 'Europe/Paris', offsets: [60, 120, 60], ...PARIS },
  { place: 'La Réunion', zone: 'Indian/Reunion', offsets: [240, 240, 240], ...PARIS },
  { place: 'Martinique', zone: 'America/Martinique', offsets: [-240, -240, -240], ...PARIS },
  { place: 'Guyane', zone: 'America/Cayenne', offsets: [-180, -180, -180], ...PARIS },
  { place: 'Nouvelle-Calédonie', zone: 'Pacific/Noumea', offsets: [660, 660, 660], ...PARIS },
  // North America changes on other Sundays.
  { place: 'Saint-Pierre-et-Miquelon', zone: 'America/Miquelon', offsets: [-180, -120, -180], spring: '2027-03-14', autumn: '2027-11-07' },
];

describe('sessions keep their hours when clocks change', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let courseId: string;
  beforeAll(async () => {
    t = await testApp({ override: (builder) => builder.overrideProvider(Clock).useValue(new WinterClock()) });
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
    // Who is signed in is so by the clock of the test.
    await t.db.query(`update identity.session set expires_at = '2028-01-01'`);
    courseId = (await t.a.course(manager)).id;
  });
  afterAll(() => t.close());

  const roomIn = async (zone: string): Promise<string> => {
    const { id, venueId } = await t.a.room(host);
    await t.db.query('update venues.venue set time_zone = $2 where id = $1', [venueId, zone]);
    return id;
  };
  const trainer = async () => {
    const one = await t.as('trainer');
    await t.db.query(`update identity.session set expires_at = '2028-01-01' where person_id = $1`, [one.id]);
    return one;
  };
  const draft = async (zone: string, slots: object[], over: object = {}) => ({ roomId: await roomIn(zone), trainerIds: [(await trainer()).id], capacity: 5, slots, ...over });
  const kept = (code: string) =>
    t.db.query<{ date: string; start: string; end: string; from: Date; to: Date; zone: string }>(
      `select to_char(l.local_date, 'YYYY-MM-DD') as date, to_char(l.starts_local, 'HH24:MI') as start, to_char(l.ends_local, 'HH24:MI') as end, lower(l.period) as "from", upper(l.period) as "to", s.time_zone as zone
         from training.session s join training.session_slot l on l.session_id = s.id where s.code = $1 order by l.period`,
      [code],
    );
  const shift = (date: string, days: number) => DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate()!;

  it.each(ZONES)('$place: a series across both changes is at nine every week, whatever UTC says', async ({ zone, offsets, spring, autumn }) => {
    for (const [change, before, after] of [[spring, offsets[0], offsets[1]], [autumn, offsets[1], offsets[2]]] as const) {
      // Thursdays around the change.
      const first = shift(change, -10);
      const asked = await draft(zone, [{ date: first, start: '09:00', end: '12:00' }], { repeat: { every: 1, times: 4 }, keep: 'all' });
      const { body } = await manager.post(`/courses/${courseId}/series`, asked).expect(201);
      const codes = (body as { sessions: { code: string }[] }).sessions.map(({ code }) => code);
      const rows = (await Promise.all(codes.map(kept))).flat();
      expect(rows.map(({ date, start, end }) => [date, start, end])).toEqual([0, 7, 14, 21].map((days) => [shift(first, days), '09:00', '12:00']));
      // The instants, reckoned by hand from the offsets of the law and not by the code under test.
      expect(rows.map(({ from }) => from.toISOString())).toEqual(
        rows.map(({ date }) => new Date(Date.parse(`${date}T09:00:00Z`) - (date < change ? before : after) * 60_000).toISOString()),
      );
      const bookings = await t.db.query(
        `select 1 from training.session s join training.session_slot l on l.session_id = s.id join venues.booking b on b.id = l.booking_id and b.period = l.period
           join trainers.assignment a on a.session_id = s.id and a.period = l.period
          where s.code = any($1) and (lower(l.period) at time zone s.time_zone) = l.local_date + l.starts_local and (upper(l.period) at time zone s.time_zone) = l.local_date + l.ends_local`,
        [codes],
      );
      expect(bookings).toHaveLength(4);
    }
  });

  it.each(ZONES.filter(({ offsets }) => offsets[0] !== offsets[1]))('$place: an hour that the clock skips is refused where it is typed', async ({ zone, spring }) => {
    for (const [start, end, pointer] of [['02:30', '05:00', '/slots/0/start'], ['01:00', '02:15', '/slots/0/end']] as const) {
      const { body } = await manager.post(`/courses/${courseId}/sessions`, await draft(zone, [{ date: spring, start, end }])).expect(422);
      expect(body).toMatchObject({ errors: [{ pointer, code: 'slot.skipped_hour', detail: 'Cette heure n’existe pas ce jour-là : les horloges avancent.' }] });
    }
    const { code } = (await manager.post(`/courses/${courseId}/sessions`, await draft(zone, [{ date: spring, start: '01:00', end: '04:00' }])).expect(201)).body as SessionDetail;
    const [row] = await kept(code);
    expect(row!.to.getTime() - row!.from.getTime()).toBe(2 * 3_600_000);
  });

  it.each(ZONES.filter(({ offsets }) => offsets[1] !== offsets[2]))('$place: an hour that occurs twice is its first, always, and lasts what it lasts', async ({ zone, autumn, place }) => {
    // Paris goes back at three, Miquelon at two.
    const twice = place === 'Paris' ? '02:30' : '01:30';
    for (let again = 0; again < 2; again += 1) {
      const { code } = (await manager.post(`/courses/${courseId}/sessions`, await draft(zone, [{ date: autumn, start: twice, end: '05:30' }])).expect(201)).body as SessionDetail;
      const [row] = await kept(code);
      const summer = ZONES.find((one) => one.zone === zone)!.offsets[1];
      expect(row!.from.toISOString()).toBe(new Date(Date.parse(`${autumn}T${twice}:00Z`) - summer * 60_000).toISOString());
      expect(row!.to.getTime() - row!.from.getTime()).toBe((place === 'Paris' ? 4 : 5) * 3_600_000);
      expect([row!.start, row!.end]).toEqual([twice, '05:30']);
    }
  });

  it.each(ZONES)('$place: pages, lists and letters tell the hours of the place', async ({ zone, spring }) => {
    const date = shift(spring, 4);
    const agent = await t.as('agent');
    await t.db.query(`update identity.session set expires_at = '2028-01-01' where person_id = $1`, [agent.id]);
    const asked = await draft(zone, [{ date, start: '09:00', end: '12:00' }]);
    const session = (await manager.post(`/courses/${courseId}/sessions`, asked).expect(201)).body as SessionDetail;
    await manager.post(`/sessions/${session.id}/open`).expect(200);
    await t.a.enrolment(agent, session.id);
    await t.settle();
    const [row] = await kept(session.code);
    const read = (await t.anyone.get(`/sessions/${session.code}`).expect(200)).body as SessionDetail;
    expect([read.slots[0]!.date, read.slots[0]!.start, read.timeZone, Date.parse(String(read.startsAt))]).toEqual([date, '09:00', zone, row!.from.getTime()]);
    // Moved over the change, it is still told on its own clock.
    const { booking } = ((await manager.get(`/sessions/${session.code}`).expect(200)).body as SessionDetail).slots[0]!;
    const earlier = shift(spring, -3);
    await manager.patch(`/session-bookings/${booking!.id}`, { date: earlier, start: '09:00', end: '12:00' }, booking!.version).expect(204);
    await t.settle();
    const { body } = (await t.db.one<{ body: string }>(`select body from notifications.message where person_id = $1 and template = 'session_moved'`, [agent.id]))!;
    expect(body).toContain('de 9\u00a0h à 12\u00a0h');
    expect((await kept(session.code))[0]).toMatchObject({ date: earlier, start: '09:00', end: '12:00' });
  });
});
