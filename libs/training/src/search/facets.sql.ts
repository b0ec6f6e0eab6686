import type { FacetValue } from './search.dto';
import type { SearchSql } from './search.sql';

type Facet = FacetValue['facet'];
/** Facets of sessions count the courses that have one with the value; each is a column of the offers. */
const OFFERED: Partial<Record<Facet, string>> = { departement: 'departement', venue: 'venue_id', month: `to_char(day, 'YYYY-MM')`, free: 'nullif(free, false)' };
/** How a facet names its values, where the client cannot. */
const LABEL = `case facet when 'metier' then (select label from identity.metier where code = value) when 'competency' then (select label from curriculum.competency where id = value::uuid)
  when 'departement' then (select name from identity.departement where code = value) when 'venue' then (select name from venues.venue where id = value::uuid) end`;
const VALUE = `case when facet = 'venue' then (select slug from venues.venue where id = value::uuid) else value end`;
/** Values told by a facet, the most frequent first. */
const MOST_VALUES = 30;

/** Filters as an expression of bits, one for each filter that a row misses. */
export interface Missed {
  sql: string;
  bits: Map<Facet, number>;
}

export function missedOf(filters: [Facet, string | false | undefined | ''][]): Missed {
  const active = filters.filter((filter): filter is [Facet, string] => Boolean(filter[1]));
  return {
    sql: active.map(([, test], n) => `(case when ${test} then 0 else ${1 << n} end)`).join(' + ') || '0',
    bits: new Map(active.map(([facet], n) => [facet, 1 << n])),
  };
}

/**
 * Facets as JSON: each counts the courses that the other filters leave, by value. Entries tell their values as integers, those of their
 * sessions included; with a filter on sessions, these are counted session by session. One whose sessions have just closed tells its values again.
 */
export function facetsOf({ course, offer, now, wantsOffer }: SearchSql): string {
  const own = [...course.bits].map(([facet, bit]) => `when '${facet}' then ${bit}`).join(' ');
  // Without a filter on courses each value is counted once: there is nothing to add up.
  const [sum, group] = own ? ['sum(n.count)', 'group by v.facet, v.value'] : ['n.count', ''];
  // Arrays are opened in the select list, which costs five times less than in the from.
  const entries = `select v.facet, v.value, ${sum}::int as count from (
      select id, miss, count(*) as count from (
        select unnest(case when h.next_close <= ${now} then training.facet_ids(h.course_id, ${now}) else h.facets end) as id, h.miss
          from hit h ${wantsOffer ? 'join offered o on o.course_id = h.course_id and o.sessions > 0' : ''}) u group by id, miss) n join training.facet_value v using (id)
    where ${own ? `(n.miss & ~(case v.facet ${own} else 0 end)) = 0` : 'n.miss = 0'}`;
  const sessions = Object.entries(OFFERED).map(([facet, column]) => `select '${facet}' as facet, (${column})::text as value, count(distinct course_id)::int as count from offer
    where course_miss = 0 and (miss & ~${offer.bits.get(facet as Facet) ?? 0}) = 0 group by 2`);
  const counted = wantsOffer ? [`${entries} and v.facet <> all('{${Object.keys(OFFERED).join(',')}}') ${group}`, ...sessions].join(' union all ') : `${entries} ${group}`;
  return `(select coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'value', ${VALUE}, 'label', ${LABEL}, 'count', count) order by facet, count desc, value), '[]') from (
    select f.*, row_number() over (partition by facet order by count desc, value) as place from (${counted}) f where value is not null) f where place <= ${MOST_VALUES})`;
}
