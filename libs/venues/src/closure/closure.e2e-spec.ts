import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';
import { openAt } from '../opening/open-at';
import type { Closures, ClosureView } from './closure.dto';

describe('closures over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let venueId: string;
  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    venueId = (await t.a.room(host)).venueId;
  });
  afterAll(() => t.close());

  const close = (from: string, until: string, reason = 'Congés') => host.post(`/venues/${venueId}/closures`, { from, until, reason });
  const coming = async (): Promise<Closures> => (await t.anyone.get(`/venues/${venueId}/closures`).expect(200)).body as Closures;

  it('are seen by everyone until they are over, and can be taken back', async () => {
    await close('2025-08-01', '2025-08-15').expect(201);
    const { id, ...shown } = (await close(inDays(20), inDays(25)).expect(201)).body as ClosureView;
    expect(shown).toEqual({ from: inDays(20), until: inDays(25), reason: 'Congés' });
    expect((await coming()).items).toEqual([{ id, ...shown }]);
    await host.delete(`/closures/${id}`).expect(204);
    expect((await coming()).items).toEqual([]);
    await host.delete(`/closures/${id}`).expect(404);
  });

  it('come with the holidays of the territory', async () => {
    await t.db.query(`insert into identity.public_holiday values ($1, 'metropole', 'Fête d’ici'), ($1, '974-la-reunion', 'Fête de là-bas')`, [inDays(40)]);
    const { holidays } = await coming();
    expect(holidays).toContainEqual({ date: inDays(40), name: 'Fête d’ici' });
    expect(JSON.stringify(holidays)).not.toContain('là-bas');
  });

  it('make the place closed, whatever its hours', async () => {
    await close(inDays(50), inDays(50)).expect(201);
    const open = (day: string) =>
      t.db.one(
        `select ${openAt("($2::date + time '10:00')")} as open
           from (select (jsonb_populate_record(v, '{"week_hours": "{[0,10080)}"}')).* from venues.venue v where id = $1) v`,
        [venueId, day],
      );
    expect(await open(inDays(50))).toEqual({ open: false });
    expect(await open(inDays(51))).toEqual({ open: true });
  });

  it.each<[string, [string, string, string?], number, string]>([
    ['an end before the start', [inDays(30), inDays(29)], 422, '/until'],
    ['a day that does not exist', ['2027-02-30', '2027-03-01'], 422, '/from'],
    ['no reason', [inDays(30), inDays(31), ''], 422, '/reason'],
  ])('refuse %s', async (_, [from, until, reason], status, pointer) => {
    const answer = await close(from, until, reason).expect(status);
    expect((answer.body as { errors: unknown[] }).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it('do not cover one another, even asked at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => close(inDays(60 + n), inDays(70))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'closure.overlap' });
  });

  it('wait until the rooms are free, and say who is expected', async () => {
    const manager = await t.as('course_manager');
    const { code } = await t.a.session({ host, manager });
    const { venueId: theirs } = (await t.db.one<{ venueId: string }>(`select venue_id as "venueId" from training.session where code = $1`, [code]))!;
    const answer = await host.post(`/venues/${theirs}/closures`, { from: inDays(9), until: inDays(10), reason: 'Travaux' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'closure.bookings', detail: expect.stringMatching(/attendu ces jours-là : Formation/) as unknown });
  });
});
