import type { CourseFilter, CourseSort } from './search.dto';
import { allOf, anyOf, asTyped, type Unit, unitQuery } from './question.rules';

export interface Centre {
  lat: number;
  lon: number;
}

/** What is searched, once its words are read and its commune is placed. */
export interface Asked {
  filters: Omit<CourseFilter, 'q' | 'near' | 'lat' | 'lon'>;
  units: Unit[];
  /** All the units, or any of them. */
  loose: boolean;
  centre: Centre | null;
  now: Date;
  sort: CourseSort;
  /** Among these courses only. */
  among?: string[] | null;
}

/** A facet counts the courses that the other filters leave, by the values of one column of the entries, or of their offers. */
export const COURSE_FACETS = { category: 'audiences', metier: 'metiers', competency: 'competencies', modality: 'modality', theme: 'theme', cost: 'financing_regime' } as const;
export const OFFER_FACETS = { departement: 'departement', venue: 'venue_id', month: `to_char(day, 'YYYY-MM')`, free: `nullif(free, false)` } as const;
const LISTS: readonly string[] = ['audiences', 'metiers', 'competencies'];
const ENTRY = 'e.course_id, e.title, e.modality, e.theme, e.financing_regime, e.audiences, e.metiers, e.competencies, e.facets, e.next_close';
const OFFERS = 'e.sessions, e.starts, e.closes, e.days, e.departements, e.venues, e.free';
/** How a facet names its values, where the client cannot. */
const LABEL = `case facet when 'metier' then (select label from identity.metier where code = value) when 'competency' then (select label from curriculum.competency where id = value::uuid)
  when 'departement' then (select name from identity.departement where code = value) when 'venue' then (select name from venues.venue where id = value::uuid) end`;
const VALUE = `case when facet = 'venue' then (select slug from venues.venue where id = value::uuid) else value end`;
/** Values told by a facet, the most frequent first. */
export const MOST_VALUES = 30;

/** Sort keys by name, each with the type its cursor is read back as. Ascending, ties by id. */
export const SORTS = {
  relevance: { key: '(-rank)', type: 'float8', part: 'number' },
  date: { key: `coalesce(starts_at, 'infinity')`, type: 'timestamptz', part: 'instant' },
  distance: { key: 'coalesce(distance, 1e9)', type: 'float8', part: 'number' },
  title: { key: 'title', type: 'text', part: 'text' },
} as const satisfies Record<CourseSort, object>;

type Facet = keyof typeof COURSE_FACETS | keyof typeof OFFER_FACETS;
interface Missed {
  /** Of bits, one for each filter that a row misses. */
  sql: string;
  bits: Map<Facet, number>;
}

/** The search as SQL: the entries that hold the words, what they offer, and those that every filter leaves. */
export class SearchSql {
  readonly params: unknown[] = [];
  private readonly course: Missed;
  private readonly offer: Missed;
  private readonly now: string;
  private readonly distance: string | null;

  constructor(private readonly asked: Asked) {
    const { filters, centre, now } = asked;
    this.now = this.param(now, 'timestamptz');
    this.distance = centre && `venues.distance(v.latitude, v.longitude, ${this.param(centre.lat, 'float8')}, ${this.param(centre.lon, 'float8')})`;
    this.course = this.missed([
      ['category', filters.category && `h.audiences && ${this.param(filters.category, 'text[]')}`],
      ['metier', filters.metier && `h.metiers && ${this.param(filters.metier, 'text[]')}`],
      ['competency', filters.competency && `h.competencies && ${this.param(filters.competency, 'uuid[]')}`],
      ['modality', filters.modality && `h.modality = any(${this.param(filters.modality, 'text[]')})`],
      ['theme', filters.theme && `h.theme = any(${this.param(filters.theme, 'text[]')})`],
      ['cost', filters.cost && `h.financing_regime = any(${this.param(filters.cost, 'text[]')})`],
    ]);
    const days = [filters.from && `o.day >= ${this.param(filters.from, 'date')}`, filters.to && `o.day <= ${this.param(filters.to, 'date')}`].filter(Boolean).join(' and ');
    this.offer = this.missed([
      ['departement', filters.departement && `coalesce(o.departement = any(${this.param(filters.departement, 'text[]')}), false)`],
      ['venue', filters.venue && `o.venue_id = any(array(select id from venues.venue where slug = any(${this.param(filters.venue, 'text[]')})))`],
      ['month', days],
      ['free', filters.free && 'o.free'],
    ]);
  }

  param(value: unknown, type: string): string {
    return `$${this.params.push(value)}::${type}`;
  }

  private missed(filters: [Facet, string | false | undefined | ''][]): Missed {
    const active = filters.filter((filter): filter is [Facet, string] => Boolean(filter[1]));
    return {
      sql: active.map(([, test], n) => `(case when ${test} then 0 else ${1 << n} end)`).join(' + ') || '0',
      bits: new Map(active.map(([facet], n) => [facet, 1 << n])),
    };
  }

  /** Whether a course must have an offer that takes requests to be found. */
  get wantsOffer(): boolean {
    return this.offer.bits.size > 0 || Boolean(this.asked.filters.radius);
  }

  private rank(): string {
    const { units } = this.asked;
    if (!units.length) return '0::float8';
    const weights = `'{0, 0.1, 0.35, 1}'`;
    const typed = this.param(asTyped(units), 'tsquery');
    const meant = this.param(anyOf(units), 'tsquery');
    return `(ts_rank(${weights}, e.head, ${typed}) + 0.5 * ts_rank(${weights}, e.head, ${meant}))::float8`;
  }

  /** Whether the sessions of every course found are looked at one by one; facets alone are counted without. */
  private get looksAtOffers(): boolean {
    return this.wantsOffer || this.asked.sort === 'date' || this.asked.sort === 'distance';
  }

  /** The entries that hold the words, each with the filters it misses. */
  hits(): string {
    const { units, loose, among } = this.asked;
    const kept = [
      ...(units.length ? [`e.words @@ ${this.param((loose ? anyOf : allOf)(units), 'tsquery')}`] : []),
      ...(among ? [`e.course_id = any(${this.param(among, 'uuid[]')})`] : []),
    ];
    return `select h.*, ${this.course.sql} as miss from (
      select ${ENTRY}${this.looksAtOffers ? `, ${OFFERS}` : ''}, ${loose ? `(${this.rarity()}) + ` : ''}${this.rank()} as rank from training.course_entry e ${kept.length ? `where ${kept.join(' and ')}` : ''} offset 0) h`;
  }

  /** When some of the words are enough, the rarest count most. */
  private rarity(): string {
    return this.asked.units
      .map((unit) => {
        const query = this.param(unitQuery(unit), 'tsquery');
        return `case when e.words @@ ${query} then 3 / ln(2 + (select count(*) from training.course_entry r where r.words @@ ${query})) else 0 end`;
      })
      .join(' + ');
  }

  /** What courses offer: sessions that take requests, each with the filters it misses; within the radius only, when there is one. */
  offers(from: string): string {
    const { filters } = this.asked;
    const reach = filters.radius ? `and ${this.distance} <= ${this.param(filters.radius * 1000, 'float8')}` : '';
    return `select h.course_id, h.miss as course_miss, o.*, ${this.distance ?? 'null::float8'} as distance, ${this.offer.sql} as miss
      from ${from} h cross join lateral unnest(h.sessions, h.starts, h.closes, h.days, h.departements, h.venues, h.free)
             as o(session_id, starts_at, closes_at, day, departement, venue_id, free)
      ${this.distance ? 'join venues.venue v on v.id = o.venue_id' : ''}
     where o.closes_at > ${this.now} ${reach}`;
  }

  private facet(name: keyof typeof COURSE_FACETS): string {
    const column = COURSE_FACETS[name];
    const others = `(h.miss & ~${this.course.bits.get(name) ?? 0}) = 0`;
    const value = LISTS.includes(column) ? `unnest(h.${column})::text` : `h.${column}`;
    return `select '${name}' as facet, ${value} as value, count(*)::int as count from hit h
      ${this.wantsOffer ? 'join offered o on o.course_id = h.course_id and o.sessions > 0' : ''} where ${others} group by 2`;
  }

  private offerFacet(name: keyof typeof OFFER_FACETS): string {
    return `select '${name}' as facet, (${OFFER_FACETS[name]})::text as value, count(distinct course_id)::int as count from offer
      where course_miss = 0 and (miss & ~${this.offer.bits.get(name) ?? 0}) = 0 group by 2`;
  }

  /** Counts by value. Without a filter on sessions, each entry tells its values itself; one of whose sessions has just closed tells them again. */
  private facets(): string {
    if (this.wantsOffer)
      return [...Object.keys(COURSE_FACETS).map((name) => this.facet(name as keyof typeof COURSE_FACETS)), ...Object.keys(OFFER_FACETS).map((name) => this.offerFacet(name as keyof typeof OFFER_FACETS))].join(' union all ');
    const own = [...this.course.bits].map(([name, bit]) => `when '${name}' then ${bit}`).join(' ');
    return `select v.facet, v.value, sum(n.count)::int as count from (
        select id, h.miss, count(*) as count from hit h cross join lateral unnest(case when h.next_close <= ${this.now} then training.facet_ids(h.course_id, ${this.now}) else h.facets end) as id
         group by id, h.miss) n join training.facet_value v using (id)
      where ${own ? `(n.miss & ~(case v.facet ${own} else 0 end)) = 0` : 'n.miss = 0'} group by v.facet, v.value`;
  }

  /** A page of courses from a sort key on, the total, and the facets when they are asked for. */
  page(key: readonly [string | null, string | null], limit: number, facets: boolean): string {
    const { sort } = this.asked;
    const { key: sortKey, type } = SORTS[sort];
    const offered = this.looksAtOffers;
    const [value, id] = [this.param(key[0], type), this.param(key[1], 'uuid')];
    return `with hit as materialized (${this.hits()})
      ${offered ? `, offer as materialized (${this.offers('hit')}), offered as materialized (
        select course_id, min(starts_at) filter (where miss = 0) as starts_at, min(distance) filter (where miss = 0) as distance,
               count(*) filter (where miss = 0)::int as sessions from offer group by course_id)` : ''},
      found as materialized (
        select h.course_id, h.rank, h.title${offered ? ', o.starts_at, o.distance' : ''} from hit h ${offered ? 'left join offered o using (course_id)' : ''}
         where h.miss = 0 ${this.wantsOffer ? 'and o.sessions > 0' : ''}),
      shown as materialized (
        select course_id, (${sortKey})::${type} as key, row_number() over (order by ${sortKey}, course_id) as n from found
         where ${value} is null or (${sortKey}, course_id) > (${value}, ${id}) order by ${sortKey}, course_id limit ${limit}),
      next as (
        select distinct on (o.course_id) o.*, count(*) over (partition by o.course_id)::int as sessions
          from (${this.offers(`(select e.course_id, ${OFFERS}, 0 as miss from shown join training.course_entry e using (course_id))`)}) o
         where o.miss = 0 order by o.course_id, ${sort === 'date' ? '' : 'o.distance,'} o.starts_at, o.session_id)
      select (select count(*)::int from found) as total,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'summary', c.summary, 'theme', c.theme, 'modality', c.modality,
            'durationHours', c.duration_hours::float8, 'audienceCategories', c.audience_categories, 'sessionsCount', coalesce(x.sessions, 0), 'sortKey', shown.key::text,
            'nextSession', case when s.id is not null then jsonb_build_object('code', s.code, 'startsAt', s.starts_at, 'timeZone', s.time_zone, 'venueName', v.name,
              'communeName', v.commune_name, 'departementCode', v.departement_code, 'seatsLeft', s.capacity - s.seats_taken,
              'distanceKm', round((x.distance / 1000)::numeric, 1)::float8) end) order by shown.n), '[]')
           from shown join training.course c on c.id = shown.course_id left join next x using (course_id)
           left join training.session s on s.id = x.session_id left join venues.venue v on v.id = x.venue_id) as items,
        ${facets ? `(select coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'value', ${VALUE}, 'label', ${LABEL}, 'count', count) order by facet, count desc, value), '[]') from (
          select f.*, row_number() over (partition by facet order by count desc, value) as place from (${this.facets()}) f where value is not null) f
          where place <= ${MOST_VALUES})` : `'[]'::jsonb`} as facets`;
  }
}
