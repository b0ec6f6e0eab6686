import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { withPlaces } from './support/places.mjs';
import { median } from './support/load.mjs';

const { Pool } = createRequire(import.meta.url)('pg');
const GOAL = 1.5;
const CLIENTS = 16;
const ASKED = 640;
const ROUNDS = 5;
const SERVICE = 'Accès internet et matériel informatique';
/** Tuesday at ten, on the clock of each place: the same places answer at any time of day. */
const MOMENT = '2026-12-01T10:00';

/** The same answers by hand, in one statement: the nearest twenty places open then, with that service. */
const SQL = `select v.id, v.slug, v.name, v.commune_name, v.postal_code, v.departement_code, v.typologies, v.services, v.latitude, v.longitude, v.status,
    (select count(*)::int from venues.room r where r.venue_id = v.id and r.retired_at is null) as rooms,
    round(12742000 * asin(least(1, (v.position <-> ll_to_earth($1, $2)) / 12756336)))::int as distance
  from venues.venue v
  where v.status = 'published' and v.position is not null and v.services @> array[$3]::text[]
    and venues.is_open(v, $4::timestamp at time zone v.time_zone)
  order by v.position <-> ll_to_earth($1, $2), v.id limit 21`;

const points = Array.from({ length: ASKED }, (_, n) => [43 + ((n * 7919) % 7000) / 1000, -1 + ((n * 104729) % 7000) / 1000]);
const percentile95 = (times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];

/** 16 clients that each take the next question; the 95th percentile of their waits, in milliseconds. */
async function p95(ask) {
  const times = [];
  let next = 0;
  const client = async () => {
    while (next < points.length) {
      const point = points[next++];
      const began = performance.now();
      await ask(point);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return percentile95(times);
}

export default {
  name: 'venues.near',
  run: (context) =>
    withPlaces(context, async ({ url, databaseUrl }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
      const pool = new Pool({ connectionString: databaseUrl, max: CLIENTS });
      const query = `service=${encodeURIComponent(SERVICE)}&open=${MOMENT}`;
      let address = 0;
      const overHttp = ([lat, lon]) =>
        new Promise((resolve, reject) => {
          // Each client has its own address: nobody is slowed for asking a lot.
          const headers = { 'x-forwarded-for': `10.0.${(address >> 8) & 255}.${address++ & 255}` };
          request(`${url}/api/v1/venues?lat=${lat}&lon=${lon}&${query}`, { agent, headers }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('end', () => (answer.statusCode === 200 ? resolve(JSON.parse(Buffer.concat(chunks))) : reject(new Error(`réponse ${answer.statusCode}`))));
          })
            .on('error', reject)
            .end();
        });
      const byHand = ([lat, lon]) => pool.query(SQL, [lat, lon, SERVICE, MOMENT]);
      try {
        for (const point of points.slice(0, 3)) {
          const [{ items }, { rows }] = [await overHttp(point), await byHand(point)];
          if (items.length !== 20 || items.some(({ id }, n) => id !== rows[n].id)) throw new Error('Les deux réponses diffèrent.');
        }
        await p95(overHttp);
        await p95(byHand);
        const [ours, hand] = [[], []];
        for (let round = 0; round < ROUNDS; round++) {
          ours.push(await p95(overHttp));
          hand.push(await p95(byHand));
        }
        const [value, limit] = [median(ours), median(hand)];
        const ratio = value / limit;
        return { name: 'venues.near', value, unit: 'ms (p95)', limit, limitName: 'SQL à la main', ratio, goal: '≤ 1,5', ok: ratio <= GOAL };
      } finally {
        agent.destroy();
        await pool.end();
      }
    }),
};
