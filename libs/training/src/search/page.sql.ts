import { facetsOf } from './facets.sql';
import { anyOf, asTyped, unitQuery } from './question.rules';
import type { CourseSort } from './search.dto';
import type { SearchSql } from './search.sql';

/** Sort keys by name, each with the type its cursor is read back as. Ascending, ties by id. */
export const SORTS = {
  relevance: { key: '', type: 'float8', part: 'number' },
  date: { key: `coalesce(starts_at, 'infinity')`, type: 'timestamptz', part: 'instant' },
  distance: { key: 'coalesce(distance, 1e9)', type: 'float8', part: 'number' },
  title: { key: 'title', type: 'text', part: 'text' },
} as const satisfies Record<CourseSort, object>;
/** Above any rank: sheets whose title holds all that is asked come first. */
const TITLED = 10;
const WEIGHTS = `'{0, 0.1, 0.35, 1}'`;

/** How well an entry answers: its words by where they stand, those typed twice as much as what they may mean; the rarest most when some are enough. */
function rank(sql: SearchSql): string {
  const { units, weights } = sql.asked;
  const [typed, meant] = [sql.param(asTyped(units), 'tsquery'), sql.param(anyOf(units), 'tsquery')];
  const rarity = (weights ?? []).map((weight, n) => `case when e.words @@ ${sql.param(unitQuery(units[n]!), 'tsquery')} then ${sql.param(weight, 'float8')} else 0 end + `).join('');
  return `(${rarity}ts_rank(${WEIGHTS}, e.head, ${typed}) + 0.5 * ts_rank(${WEIGHTS}, e.head, ${meant}))::float8`;
}

/** Rows of `found` with their keys, from a key on. The others are ranked only when those whose title says it all do not fill the page. */
function shown(sql: SearchSql, [value, id]: readonly [string, string], limit: number): string {
  const { key, type } = SORTS[sql.asked.sort];
  const first = (rows: string) => `select course_id, key from (${rows}) r where ${value} is null or (key, course_id) > (${value}, ${id}) order by key, course_id limit ${limit}`;
  if (key) return `shown as materialized (select r.*, row_number() over (order by key, course_id) as n from (${first(`select course_id, (${key})::${type} as key from found`)}) r)`;
  const ranked = (titled: string, above: number) => `select f.course_id, -(${above} + ${rank(sql)}) as key from found f join training.course_entry e using (course_id) where ${titled}`;
  return `titled as materialized (${first(ranked('f.titled', TITLED))}),
    mentioned as materialized (${first(ranked(`not f.titled and (select count(*) from titled) < ${limit}`, 0))}),
    shown as materialized (select r.*, row_number() over (order by key, course_id) as n from (${first('select * from titled union all select * from mentioned')}) r)`;
}

/** A page of courses from a sort key on, the total, and the facets when they are asked for. */
export function pageOf(sql: SearchSql, from: readonly [string | null, string | null], limit: number, facets: boolean): string {
  const { sort } = sql.asked;
  const [offered, wanted] = [sql.looksAtOffers, sql.wantsOffer];
  const key = [sql.param(from[0], SORTS[sort].type), sql.param(from[1], 'uuid')] as const;
  return `with hit as materialized (${sql.hits()})
    ${offered ? `, offer as materialized (${sql.offers('hit')}), offered as materialized (
      select course_id, min(starts_at) filter (where miss = 0) as starts_at, min(distance) filter (where miss = 0) as distance,
             count(*) filter (where miss = 0)::int as sessions from offer group by course_id)` : ''},
    found as materialized (
      select h.course_id, h.titled${sort === 'title' ? ', h.title' : ''}${offered ? ', o.starts_at, o.distance' : ''} from hit h ${offered ? 'left join offered o using (course_id)' : ''}
       where h.miss = 0 ${wanted ? 'and o.sessions > 0' : ''}),
    ${shown(sql, key, limit)},
    next as (
      select distinct on (o.course_id) o.*, count(*) over (partition by o.course_id)::int as sessions from (${sql.offersShown()}) o
       where o.miss = 0 order by o.course_id, ${sort === 'date' ? '' : 'o.distance,'} o.starts_at, o.session_id)
    select (select count(*)::int from found) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'summary', c.summary, 'theme', c.theme, 'modality', c.modality,
          'durationHours', c.duration_hours::float8, 'audienceCategories', c.audience_categories, 'sessionsCount', coalesce(x.sessions, 0), 'sortKey', shown.key::text,
          'nextSession', case when s.id is not null then jsonb_build_object('code', s.code, 'startsAt', s.starts_at, 'timeZone', s.time_zone, 'venueName', v.name,
            'communeName', v.commune_name, 'departementCode', v.departement_code, 'seatsLeft', s.capacity - s.seats_taken,
            'distanceKm', round((x.distance / 1000)::numeric, 1)::float8) end) order by shown.n), '[]')
         from shown join training.course c on c.id = shown.course_id left join next x using (course_id)
         left join training.session s on s.id = x.session_id left join venues.venue v on v.id = x.venue_id) as items,
      ${facets ? facetsOf(sql) : `'[]'::jsonb`} as facets`;
}
