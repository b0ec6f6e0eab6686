import { createRequire } from 'node:module';
import { agendaDatabase, idOf, TOKEN } from './support/agenda.mjs';
import { withApi } from './support/api.mjs';
import { median } from './support/load.mjs';

const { Pool } = createRequire(import.meta.url)('pg');
const GOAL_MS = 300;
const ROUNDS = 7;
const EACH = 5;
const roomIds = Array.from({ length: 50 }, (_, n) => idOf('0004', n * 17 + 1));
const trainerIds = Array.from({ length: 30 }, (_, n) => idOf('0002', n * 7 + 1));
/** Three months, that begin a week later each time. */
const periods = Array.from({ length: EACH }, (_, n) => {
  const from = new Date(Date.UTC(2027, 2, 1 + 7 * n));
  return { from: from.toISOString().slice(0, 10), until: new Date(from.getTime() + 91 * 86_400_000).toISOString().slice(0, 10) };
});

/** The rows that the answer is made of, and nothing else: what nobody can do without. */
const ROOM_ROWS = `select b.room_id, lower(b.period) as "from", upper(b.period) as "to" from unnest($1::uuid[]) r (id) join venues.booking b on b.room_id = r.id
  and b.status in ('held', 'confirmed') and upper(b.period) > $2::date and lower(b.period) < $3::date + 1`;
const TRAINER_ROWS = `select a.trainer_id, s.venue_id, lower(a.period) as "from", upper(a.period) as "to" from unnest($1::uuid[]) t (id)
  join trainers.assignment a on a.trainer_id = t.id and a.active and upper(a.period) > $2::date - interval '3 days' and lower(a.period) < $3::date + interval '4 days' join training.session s on s.id = a.session_id`;

/** The same slots in one statement, travel included: minutes are those of travel.rules.ts. */
const minutes = (a, b) => `case when ${a}.venue_id is null or ${a}.venue_id = ${b}.id then 0 else (select case when m <= 1 then 15 else m * 1.3 / 70 * 60 + 30 end
  from (select venues.distance(${a}.latitude, ${a}.longitude, ${b}.latitude, ${b}.longitude) / 1000 as m) d) end * interval '1 minute'`;
const SQL = `
  with half as materialized (
    select d::date as day, h.start, tstzrange((d::date + h.start) at time zone 'Europe/Paris', (d::date + h.finish) at time zone 'Europe/Paris') as period
      from generate_series($3::date, $4::date, interval '1 day') d, (values (time '09:00', time '12:30'), (time '13:30', time '17:00')) h (start, finish)
     where extract(isodow from d) < 6),
  place as materialized (select v.id, r.id as room_id, v.latitude, v.longitude from venues.room r join venues.venue v on v.id = r.venue_id where r.id = any($1::uuid[])),
  taken as materialized (
    select p.room_id, (select range_agg(b.period) from venues.booking b where b.room_id = p.room_id and b.status in ('held', 'confirmed') and upper(b.period) > $3::date and lower(b.period) < $4::date + 1) as busy from place p),
  busy as materialized (
    select a.trainer_id, s.venue_id, v.latitude, v.longitude, lower(a.period) as begins, upper(a.period) as ends, a.period
      from unnest($2::uuid[]) t (id) join trainers.assignment a on a.trainer_id = t.id and a.active and upper(a.period) > $3::date - interval '3 days' and lower(a.period) < $4::date + interval '4 days'
      join training.session s on s.id = a.session_id join venues.venue v on v.id = s.venue_id),
  gone as materialized (select trainer_id, range_agg(period) as busy from busy group by 1),
  idle as materialized (
    select t.id as trainer_id, h.day, h.start, h.period, before.venue_id as b_venue, before.latitude as b_lat, before.longitude as b_lon, before.ends,
           after.venue_id as a_venue, after.latitude as a_lat, after.longitude as a_lon, after.begins
      from unnest($2::uuid[]) t (id) cross join half h left join gone g on g.trainer_id = t.id
      left join lateral (select * from busy x where x.trainer_id = t.id and x.ends <= lower(h.period) order by x.ends desc limit 1) before on true
      left join lateral (select * from busy x where x.trainer_id = t.id and x.begins >= upper(h.period) order by x.begins limit 1) after on true
     where g.busy is null or not g.busy && h.period)
  select i.day::text, i.start::text, count(distinct p.room_id)::int as rooms, count(distinct i.trainer_id)::int as trainers
    from idle i join place p on true join taken k on k.room_id = p.room_id and not coalesce(k.busy && i.period, false)
    cross join lateral (select b_venue as venue_id, b_lat as latitude, b_lon as longitude) b
    cross join lateral (select a_venue as venue_id, a_lat as latitude, a_lon as longitude) a
   where (i.ends is null or i.ends + ${minutes('b', 'p')} <= lower(i.period)) and (i.begins is null or upper(i.period) + ${minutes('a', 'p')} <= i.begins)
   group by 1, 2 order by 1, 2`;

async function time(work) {
  const began = performance.now();
  for (const period of periods) await work(period);
  return (performance.now() - began) / EACH;
}

export default {
  name: 'schedule.common',
  async run(context) {
    const databaseUrl = await agendaDatabase(context);
    const pool = new Pool({ connectionString: databaseUrl, max: 2 });
    try {
      return await withApi(context, databaseUrl, async (url) => {
        const ours = async ({ from, until }, limit = 20) => {
          const body = { courseId: idOf('0005', 1), from, until, roomIds, trainerIds, capacity: 12, halfDays: 1, morning: { start: '09:00', end: '12:30' }, afternoon: { start: '13:30', end: '17:00' }, limit };
          const answer = await fetch(`${url}/api/v1/schedule/slots`, {
            method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie: `relais_session=${TOKEN}`, origin: url },
          });
          if (!answer.ok) throw new Error(`réponse ${answer.status} : ${await answer.text()}`);
          return answer.json();
        };
        const bySql = async ({ from, until }) => (await pool.query(SQL, [roomIds, trainerIds, from, until])).rows;
        const rows = ({ from, until }) => Promise.all([pool.query(ROOM_ROWS, [roomIds, from, until]), pool.query(TRAINER_ROWS, [trainerIds, from, until])]);
        const [told, same] = [await ours(periods[0], 100), await bySql(periods[0])];
        if (told.total !== same.length || told.slots.some(({ halfDays: [first] }, n) => first.date !== same[n].day || `${first.start}:00` !== same[n].start))
          throw new Error(`Les deux réponses diffèrent : ${told.total} et ${same.length} créneaux.`);
        const ways = [ours, bySql, rows];
        const times = ways.map(() => []);
        for (const way of ways) await time(way);
        for (let round = 0; round < ROUNDS; round++) for (const [index, way] of ways.entries()) times[index].push(await time(way));
        const [value, sql, loading] = times.map(median);
        const result = (name, limit, limitName, goal) => ({ name, value, unit: 'ms', limit, limitName, ratio: value / limit, goal: `≤ ${goal}`, ok: value / limit <= goal });
        return [
          result('schedule.common', GOAL_MS, 'objectif', 1),
          result('schedule.common.sql', sql, 'les mêmes créneaux en un seul SQL', 1),
          result('schedule.common.rows', loading, 'la seule lecture des mêmes lignes', 10),
        ];
      });
    } finally {
      await pool.end();
    }
  },
};
