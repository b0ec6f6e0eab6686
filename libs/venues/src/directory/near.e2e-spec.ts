import fc from 'fast-check';
import { TestApp, testApp } from '../../../../test/support/app';
import type { DirectoryPage } from './directory.dto';

const COUNT = 400;

/** Places all over the globe, some of them in a line, some on the antimeridian and about the poles. */
describe('the nearest places', () => {
  let t: TestApp;

  beforeAll(async () => {
    t = await testApp();
    await t.db.query(
      `insert into venues.venue (source, source_id, slug, search_text, name, time_zone, latitude, longitude, status)
       select 'globe', n::text, 'globe-' || n, 'globe', 'Globe ' || n, 'UTC',
              case n % 4 when 0 then n * 0.001 when 1 then (n * 7919 % 179) - 89 when 2 then 90 - n % 3 * 90 else -21 + n % 7 end,
              case n % 4 when 0 then n * 0.01 when 1 then (n * 104729 % 359) - 179 when 2 then n % 360 - 180 else (case when n % 8 = 3 then 1 else -1 end) * (180 - n % 5) end,
              'published' from generate_series(1, $1::int) n`,
      [COUNT],
    );
  });
  afterAll(() => t.close());

  const edge = (limit: number) => fc.oneof(fc.double({ min: -limit, max: limit, noNaN: true }), fc.double({ min: limit - 1, max: limit, noNaN: true }), fc.double({ min: -limit, max: 1 - limit, noNaN: true }));

  it('come before the farther ones, wherever one looks from and however far', () =>
    fc.assert(
      fc.asyncProperty(edge(90), edge(180), fc.constantFrom(null, 50, 500), fc.integer({ min: 1, max: 30 }), async (lat, lon, radius, limit) => {
        const [latitude, longitude] = [lat.toFixed(6), lon.toFixed(6)];
        const expected = await t.db.query<{ distanceMetres: number }>(
          `select round(venues.distance(latitude, longitude, $1, $2))::int as "distanceMetres" from venues.venue
            where venues.distance(latitude, longitude, $1, $2) <= $3 order by venues.distance(latitude, longitude, $1, $2) limit $4`,
          [latitude, longitude, radius ? radius * 1000 : 1e9, limit],
        );
        const answer = await t.anyone.get(`/venues?lat=${latitude}&lon=${longitude}&limit=${limit}${radius ? `&radius=${radius}` : ''}`).expect(200);
        expect((answer.body as DirectoryPage).items.map(({ distanceMetres }) => ({ distanceMetres }))).toEqual(expected);
      }),
      { numRuns: 100 },
    ));
});
