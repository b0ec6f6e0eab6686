import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../scripts/services/paths.mjs';
import { withApi } from './support/api.mjs';
import { bareServer } from './support/bare.mjs';
import { median } from './support/load.mjs';
import { DELEGATIONS, delegationOf, mondayOf, planningDatabase, TOKEN } from './support/planning.mjs';

const require = createRequire(import.meta.url);
const GOAL = 1.5;
const ROUNDS = 7;
const MINE = delegationOf(1);
/** A delegation and a week, another each time. */
const asked = Array.from({ length: 20 }, (_, n) => {
  const from = mondayOf((n * 7) % 50);
  return { delegation: delegationOf((n * 3) % DELEGATIONS + 1), from, until: new Date(Date.parse(from) + 4 * 86_400_000).toISOString().slice(0, 10) };
});

/** The same week by hand, in one statement: $1 from, $2 until, $3 the delegation, $4 whose drafts are seen. */
const sqlOf = (visible) => `
  with slot as materialized (
    select t.id, t.booking_id, t.local_date, t.starts_local, t.ends_local, t.period, s.id as session_id, s.code, s.course_id, s.status, s.venue_id, s.room_id, s.organiser_id, s.time_zone, s.capacity, s.seats_taken
      from training.session_slot t join training.session s on s.id = t.session_id
     where t.local_date between $1::date and $2::date and (s.status = any('{${visible.join(',')}}') or (s.status = 'draft' and s.organiser_id = $4::uuid))),
  place as materialized (
    select r.id, r.name, v.id as venue_id, v.name as venue_name, v.commune_name, v.time_zone, v.holiday_territory, v.search_text, r.capacity
      from venues.room r join venues.venue v on v.id = r.venue_id
     where r.retired_at is null and v.status = 'published' and v.id in (select venue_id from slot where organiser_id = $3::uuid)
     order by v.search_text, v.id, r.name, r.id limit 100)
  select (select json_agg(json_build_object('id', id, 'name', name, 'place', json_build_object('id', venue_id, 'name', venue_name, 'communeName', commune_name, 'timeZone', time_zone, 'capacity', capacity)) order by search_text, venue_id, name, id) from place) as rows,
    (select json_agg(i) from (
       select p.id as "rowId", t.id as "slotId", t.session_id as "sessionId", t.code, c.title as "courseTitle", t.status, t.local_date as date, to_char(t.starts_local, 'HH24:MI') as start, to_char(t.ends_local, 'HH24:MI') as "end",
              t.time_zone as "timeZone", p.venue_id as "venueId", p.venue_name as "venueName", p.commune_name as "communeName", p.id as "roomId", p.name as "roomName", o.name as organiser,
              case when b.status in ('held', 'confirmed') then b.status else 'none' end as room,
              case when b.status in ('held', 'confirmed') and t.organiser_id = $4::uuid then json_build_object('id', b.id, 'version', b.version) end as booking,
              (select coalesce(json_agg(json_build_object('id', k.trainer_id, 'displayName', n.given_name || ' ' || n.family_name, 'status', k.status)), '[]') from trainers.ask k join identity.person n on n.id = k.trainer_id
                where k.session_id = t.session_id and k.status in ('asked', 'accepted')) as trainers, t.capacity, t.seats_taken as "seatsTaken"
         from place p join slot t on t.room_id = p.id join training.course c on c.id = t.course_id join venues.booking b on b.id = t.booking_id left join identity.organisation o on o.id = t.organiser_id
        order by t.local_date, t.starts_local, t.code) i) as items,
    (select coalesce(json_agg(x), '[]') from (
       select p.id as "rowId", to_char(lower(b.period) at time zone p.time_zone, 'YYYY-MM-DD') as date, to_char(lower(b.period) at time zone p.time_zone, 'HH24:MI') as start, to_char(upper(b.period) at time zone p.time_zone, 'HH24:MI') as "end"
         from place p join venues.booking b on b.room_id = p.id and b.status in ('held', 'confirmed') and b.period && tstzrange($1::date - interval '1 day', $2::date + interval '2 days')
        where (lower(b.period) at time zone p.time_zone)::date between $1::date and $2::date and not exists (select from slot t where t.booking_id = b.id) order by 2, 3, 1) x) as busy,
    (select coalesce(json_agg(x), '[]') from (
       select p.id as "rowId", 'closure' as kind, lower(k.period) as "from", upper(k.period) - 1 as until, k.reason as detail from place p join venues.closure k on k.venue_id = p.venue_id and k.period && daterange($1::date, $2::date, '[]')
       union all select p.id, 'holiday', h.date, h.date, h.name from place p join identity.public_holiday h on h.territory = p.holiday_territory and h.date between $1::date and $2::date order by 3, 1) x) as notes`;

const read = async (url, headers) => {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`réponse ${answer.status} : ${await answer.text()}`);
  return answer.json();
};

/** Milliseconds of one question, on average. */
async function time(ask) {
  const began = performance.now();
  for (const one of asked) await ask(one);
  return (performance.now() - began) / asked.length;
}

/** A week of a delegation by place, among 100,000 half-days: at most one and a half times what one statement written by hand takes. */
export default {
  name: 'planning.week',
  async run(context) {
    const databaseUrl = await planningDatabase(context);
    const { VISIBLE } = require(join(ROOT, 'dist/libs/training/src/session/session.rules.js'));
    const bare = await bareServer('sql-server.mjs', { databaseUrl, sql: sqlOf(VISIBLE.filter((status) => status !== 'cancelled')) });
    try {
      return await withApi(context, databaseUrl, async (url) => {
        const ours = ({ delegation, from, until }) =>
          read(`${url}/api/v1/schedule/planning?by=place&limit=100&delegationId=${delegation}&from=${from}&until=${until}`, { cookie: `relais_session=${TOKEN}` });
        const byHand = ({ delegation, from, until }) => read(`${bare.address}/?values=${encodeURIComponent(JSON.stringify([from, until, delegation, MINE]))}`);
        for (const one of asked.slice(0, 5)) {
          const [told, { items: [same] }] = [await ours(one), await byHand(one)];
          for (const part of ['rows', 'items', 'busy', 'notes'])
            if (told[part].length !== same[part].length || told[part].some(({ id, slotId, rowId, date }, n) => id !== same[part][n].id || slotId !== same[part][n].slotId || rowId !== same[part][n].rowId || date !== same[part][n].date))
              throw new Error(`Les deux réponses diffèrent : ${part}, ${told[part].length} et ${same[part].length}.`);
          if (told.items.length < 50) throw new Error(`Une semaine de ${told.items.length} demi-journées mesure peu.`);
        }
        const ways = [ours, byHand];
        for (const way of ways) await time(way);
        const times = ways.map(() => []);
        for (let round = 0; round < ROUNDS; round++) for (const [index, way] of ways.entries()) times[index].push(await time(way));
        const [value, limit] = times.map(median);
        return { name: 'planning.week', value, unit: 'ms', limit, limitName: 'la même semaine en un seul SQL, par HTTP nu', ratio: value / limit, goal: '≤ 1,5', ok: value / limit <= GOAL };
      });
    } finally {
      bare.stop();
    }
  },
};
