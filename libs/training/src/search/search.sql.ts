import type { CourseFilter, CourseSort } from './search.dto';
import { type Missed, missedOf } from './facets.sql';
import { allOf, anyOf, type Unit } from './question.rules';

export interface Centre {
  lat: number;
  lon: number;
}

/** What is searched, once its words are read and its commune is placed. */
export interface Asked {
  filters: Omit<CourseFilter, 'q' | 'near' | 'lat' | 'lon'>;
  units: Unit[];
  /** What each unit weighs when some of them are enough; null when all are asked. */
  weights: number[] | null;
  centre: Centre | null;
  now: Date;
  sort: CourseSort;
  /** Among these courses only. */
  among?: string[] | null;
}

const OFFERS = 'e.sessions, e.starts, e.closes, e.days, e.departements, e.venues, e.free';

/** The search as SQL: the entries that hold the words, what they offer, and those that every filter leaves. */
export class SearchSql {
  readonly params: unknown[] = [];
  readonly course: Missed;
  readonly offer: Missed;
  readonly now: string;
  private readonly distance: string | null;

  constructor(readonly asked: Asked) {
    const { filters, centre, now } = asked;
    this.now = this.param(now, 'timestamptz');
    this.distance = centre && `venues.distance(v.latitude, v.longitude, ${this.param(centre.lat, 'float8')}, ${this.param(centre.lon, 'float8')})`;
    this.course = missedOf([
      ['category', filters.category && `e.audiences && ${this.param(filters.category, 'text[]')}`],
      ['metier', filters.metier && `e.metiers && ${this.param(filters.metier, 'text[]')}`],
      ['competency', filters.competency && `e.competencies && ${this.param(filters.competency, 'uuid[]')}`],
      ['modality', filters.modality && `e.modality = any(${this.param(filters.modality, 'text[]')})`],
      ['theme', filters.theme && `e.theme = any(${this.param(filters.theme, 'text[]')})`],
      ['cost', filters.cost && `e.financing_regime = any(${this.param(filters.cost, 'text[]')})`],
    ]);
    const days = [filters.from && `o.day >= ${this.param(filters.from, 'date')}`, filters.to && `o.day <= ${this.param(filters.to, 'date')}`].filter(Boolean).join(' and ');
    this.offer = missedOf([
      ['departement', filters.departement && `coalesce(o.departement = any(${this.param(filters.departement, 'text[]')}), false)`],
      ['venue', filters.venue && `o.venue_id = any(array(select id from venues.venue where slug = any(${this.param(filters.venue, 'text[]')})))`],
      ['month', days],
      ['free', filters.free && 'o.free'],
    ]);
  }

  param(value: unknown, type: string): string {
    return `$${this.params.push(value)}::${type}`;
  }

  /** Whether a course must have an offer that takes requests to be found. */
  get wantsOffer(): boolean {
    return this.offer.bits.size > 0 || Boolean(this.asked.filters.radius);
  }

  /** Whether the sessions of every course found are looked at one by one; facets alone are counted without. */
  get looksAtOffers(): boolean {
    return this.wantsOffer || this.asked.sort === 'date' || this.asked.sort === 'distance';
  }

  /** The entries that hold the words, each with the filters it misses, and whether its title says it all. */
  hits(): string {
    const { units, weights, among, sort } = this.asked;
    const words = units.length ? this.param((weights ? anyOf : allOf)(units), 'tsquery') : null;
    const kept = [words && `e.words @@ ${words}`, among && `e.course_id = any(${this.param(among, 'uuid[]')})`].filter(Boolean);
    return `select e.course_id, e.facets, e.next_close${sort === 'title' ? ', e.title' : ''}${this.looksAtOffers ? `, ${OFFERS}` : ''}, ${this.course.sql} as miss, ${words && !weights ? `e.named @@ ${words}` : 'false'} as titled
       from training.course_entry e ${kept.length ? `where ${kept.join(' and ')}` : ''}`;
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

  /** What the courses of `shown` offer, those that the filters leave. */
  offersShown(): string {
    return this.offers(`(select e.course_id, ${OFFERS}, 0 as miss from shown join training.course_entry e using (course_id))`);
  }
}
