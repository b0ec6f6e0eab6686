import { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';
import type { VenueDetail } from '../venue/venue.dto';
import { openAt } from './open-at';
import type { OpeningWeek } from './opening.rules';

const closedAllWeek: OpeningWeek = { days: [[], [], [], [], [], [], []], holidays: 'usual' };
const tuesdays: OpeningWeek = { ...closedAllWeek, days: [[], [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '18:00' }], [], [], [], [], []], holidays: 'closed' };

describe('opening hours over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    await t.db.query(
      `insert into identity.public_holiday values ('2026-07-14', 'metropole', 'Fête nationale'), ('2026-04-03', 'alsace-moselle', 'Vendredi saint')`,
    );
  });
  afterAll(() => t.close());

  const place = async (fields: object = {}): Promise<VenueDetail> => (await host.post('/venues', { name: 'Médiathèque', ...fields }).expect(201)).body as VenueDetail;

  it('are told as a week, kept as open data write them, and read back the same', async () => {
    const created = await place({ opening: tuesdays });
    expect(created).toMatchObject({ openingHours: 'Tu 09:00-12:00,14:00-18:00; PH off', opening: tuesdays });
    const edited = await host.patch(`/venues/${created.id}`, { opening: null }, created.version).expect(200);
    expect(edited.body).toMatchObject({ openingHours: null, opening: null });
  });

  it('are kept when something else changes', async () => {
    const created = await place({ opening: tuesdays });
    const edited = await host.patch(`/venues/${created.id}`, { summary: 'Au bord de l’eau.' }, created.version).expect(200);
    expect(edited.body).toMatchObject({ opening: tuesdays });
  });

  it.each<[string, unknown, string]>([
    ['six days', { ...tuesdays, days: tuesdays.days.slice(1) }, '/opening'],
    ['an hour that does not exist', { ...tuesdays, holidays: [{ from: '09:00', to: '25:00' }] }, '/opening'],
    ['a moment', { ...closedAllWeek, days: [[{ from: '09:00', to: '09:00' }], [], [], [], [], [], []] }, '/opening'],
    ['the syntax of open data', 'Mo-Fr 09:00-12:00', '/opening'],
    ['more than a week', { ...tuesdays, week: 1 }, '/opening'],
    ['hours one over the other', { ...closedAllWeek, days: [[{ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }], [], [], [], [], [], []] }, '/opening/days/0/1'],
  ])('refuse %s', async (_, opening, pointer) => {
    const answer = await host.post('/venues', { name: 'Médiathèque', opening }).expect(422);
    expect((answer.body as { errors: unknown[] }).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  describe('on the clock of the place', () => {
    const at = async (where: object, opening: OpeningWeek, instant: string): Promise<boolean | null> => {
      const { id } = await place({ ...where, opening });
      return (await t.db.one<{ open: boolean | null }>(`select ${openAt('$2::timestamptz at time zone v.time_zone')} as open from venues.venue v where id = $1`, [id, instant]))!.open;
    };
    const always: OpeningWeek = { days: Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]), holidays: 'closed' };
    const paris = { postalCode: '75001' };
    const strasbourg = { postalCode: '67000' };

    it.each<[string, object, OpeningWeek, string, boolean]>([
      ['Paris, Tuesday at ten', paris, tuesdays, '2026-06-09T10:00:00+02:00', true],
      ['Paris, Tuesday at noon sharp', paris, tuesdays, '2026-06-09T12:00:00+02:00', false],
      ['Paris, Monday', paris, tuesdays, '2026-06-08T10:00:00+02:00', false],
      ['La Réunion, when it is nine there', { postalCode: '97400' }, tuesdays, '2026-06-09T05:00:00Z', true],
      ['Nouméa, whose Tuesday begins on Monday in Paris', { postalCode: '98800' }, tuesdays, '2026-06-08T23:00:00Z', true],
      ['Fort-de-France, still in the night', { postalCode: '97200' }, tuesdays, '2026-06-09T09:00:00Z', false],
      ['Bastille Day', paris, tuesdays, '2026-07-14T10:00:00+02:00', false],
      ['Good Friday in Strasbourg', strasbourg, always, '2026-04-03T10:00:00+02:00', false],
      ['Good Friday in Paris', paris, always, '2026-04-03T10:00:00+02:00', true],
      ['a holiday with hours of its own', paris, { ...tuesdays, holidays: [{ from: '20:00', to: '22:00' }] }, '2026-07-14T21:00:00+02:00', true],
      ['a night that has begun', paris, { ...closedAllWeek, days: [[], [], [], [], [], [], [{ from: '22:00', to: '02:00' }]] }, '2026-06-08T01:30:00+02:00', true],
      ['the morning after summer time began', paris, always, '2026-03-29T09:00:00+02:00', true],
      ['the morning after it ended', paris, always, '2026-10-25T09:00:00+01:00', true],
    ])('%s', async (_, where, opening, instant, open) => expect(await at(where, opening, instant)).toBe(open));

    it('nobody knows without hours', async () => {
      const { id } = await place();
      expect(await t.db.one(`select ${openAt('now()::timestamp')} as open from venues.venue v where id = $1`, [id])).toEqual({ open: null });
    });
  });
});
