import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { bareServer } from './support/bare.mjs';
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

/**
 * The same answers by hand, in one statement: the nearest twenty places open then, with that service. As many are found on the
 * flat map first: the nearest on the globe are no farther than these.
 */
const WANTED = `v.status = 'published' and v.map_point is not null and v.services @> array[$3]::text[]
    and case when exists (select from venues.closure c where c.venue_id = v.id and c.period @> $4::timestamp::date) then false
      when v.holiday_hours is not null and exists (select from identity.public_holiday h where h.territory = v.holiday_territory and h.date = $4::timestamp::date)
        then v.holiday_hours @> $5::int
      else v.week_hours @> $6::int end`;
const METRES = 'venues.distance(v.latitude, v.longitude, $1, $2)';
const SQL = `with reach as materialized (
    select max(metres) as metres from (
      select ${METRES} as metres from venues.venue v where ${WANTED} order by v.map_point <-> venues.map_point($1, $2) limit 21) n)
  select v.id, v.slug, v.name, v.commune_name, v.postal_code, v.departement_code, v.typologies, v.services, v.latitude, v.longitude, v.status,
    (select count(*)::int from venues.room r where r.venue_id = v.id and r.retired_at is null) as rooms, round(${METRES})::int as distance
  from (select * from venues.venue where map_point <@ venues.reach($1, $2, (select metres from reach)) offset 0) v
  where ${WANTED} and ${METRES} <= (select metres from reach)
  order by ${METRES}, v.id limit 21`;

const points = Array.from({ length: ASKED }, (_, n) => [43_000 + ((n * 7919) % 7000), -1000 + ((n * 104729) % 7000)].map((thousandths) => thousandths / 1000));
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

const valuesOf = ([lat, lon]) => [lat, lon, SERVICE, MOMENT, 10 * 60, 24 * 60 + 10 * 60];

export default {
  name: 'venues.near',
  run: (context) =>
    withPlaces(context, async ({ url, databaseUrl }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
      const pool = new Pool({ connectionString: databaseUrl, max: CLIENTS });
      const bare = await bareServer('sql-server.mjs', { databaseUrl, sql: SQL });
      const query = `service=${encodeURIComponent(SERVICE)}&open=${MOMENT}`;
      let address = 0;
      const get = (from) =>
        new Promise((resolve, reject) => {
          // Each client has its own address: nobody is slowed for asking a lot.
          const headers = { 'x-forwarded-for': `10.0.${(address >> 8) & 255}.${address++ & 255}` };
          request(from, { agent, headers }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('end', () => (answer.statusCode === 200 ? resolve(JSON.parse(Buffer.concat(chunks))) : reject(new Error(`réponse ${answer.statusCode}`))));
          })
            .on('error', reject)
            .end();
        });
      const ours = ([lat, lon]) => get(`${url}/api/v1/venues?lat=${lat}&lon=${lon}&${query}`);
      const bySqlServer = (point) => get(`${bare.address}/?values=${encodeURIComponent(JSON.stringify(valuesOf(point)))}`);
      const bySql = (point) => pool.query(SQL, valuesOf(point));
      const ways = [ours, bySqlServer, bySql];
      try {
        for (const point of points.slice(0, 3)) {
          const [{ items }, { rows }] = [await ours(point), await bySql(point)];
          if (items.length !== 20 || items.some(({ id }, n) => id !== rows[n].id)) throw new Error('Les deux réponses diffèrent.');
        }
        for (const way of ways) await p95(way);
        const waits = ways.map(() => []);
        for (let round = 0; round < ROUNDS; round++) for (const [index, way] of ways.entries()) waits[index].push(await p95(way));
        const [value, overHttp, sql] = waits.map(median);
        const result = (name, limit, limitName) => ({ name, value, unit: 'ms (p95)', limit, limitName, ratio: value / limit, goal: '≤ 1,5', ok: value / limit <= GOAL });
        return [result('venues.near', overHttp, 'le même SQL par HTTP nu'), result('venues.near.sql', sql, 'le même SQL sans HTTP')];
      } finally {
        bare.stop();
        agent.destroy();
        await pool.end();
      }
    }),
};
