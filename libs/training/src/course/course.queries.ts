import { Actor, Clock, cursorKey, Database, notFound, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { wordsQuery } from './course-search.rules';
import type { CourseCard, CoursePage, CourseSearch, ManagedCourse, ManagedCoursePage, ManagedCourses } from './course.dto';
import { courseLifecycle } from './course.rules';
import type { CourseDetail } from './course-sheet.dto';
import { sheetOf } from './course-sheet.rules';
import { SHEET } from './course-sheet.sql';
import { missingMentions } from './mentions.rules';

/** Sort keys by name, each with the type its cursor is read back as. Ascending, ties by id. */
const SORTS = {
  relevance: { key: '(-rank)', type: 'float8', part: 'number' },
  date: { key: "coalesce(starts_at, 'infinity')", type: 'timestamptz', part: 'instant' },
  title: { key: 'title', type: 'text', part: 'text' },
} as const;

/** Per course: its next session, the nearest when a position is given, and how many take requests. One pass over these. */
const UPCOMING = `
  select distinct on (s.course_id) s.course_id, count(*) over (partition by s.course_id)::int as sessions,
         s.code, s.starts_at, s.time_zone, s.capacity - s.seats_taken as seats_left, v.name as venue_name, v.commune_name, v.departement_code,
         round((6371 * 2 * asin(sqrt(power(sin(radians(v.latitude - $7::float8) / 2), 2)
           + cos(radians($7::float8)) * cos(radians(v.latitude)) * power(sin(radians(v.longitude - $8::float8) / 2), 2))))::numeric, 1)::float8 as distance_km
    from training.session s join venues.venue v on v.id = s.venue_id
   where s.status in ('open', 'confirmed') and s.enrolment_closes_at > $1 and ($6::text is null or v.departement_code = $6)
   order by s.course_id, distance_km nulls last, s.starts_at, s.id`;

const HITS = `
  select c.id, c.slug, c.title, c.summary, c.theme, c.modality, c.duration_hours, c.audience_categories,
         coalesce(ts_rank(training.course_words(c.*), to_tsquery('pg_catalog.french', $2)), 0)::float8 as rank
    from training.course c
   where c.status = 'published'
     and ($2::text is null or training.course_words(c.*) @@ to_tsquery('pg_catalog.french', $2))
     and ($3::text is null or c.audience_categories @> array[$3])
     and ($4::text is null or c.modality = $4)
     and ($5::text is null or c.theme = $5)`;

interface CardRow extends Omit<CourseCard, 'nextSession'> {
  sortKey: string | number;
  total: number;
  nextSession: (CourseCard['nextSession'] & { code: string | null }) | null;
}

@Injectable()
export class CourseQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async search(query: CourseSearch): Promise<CoursePage> {
    const typed = query.q ? wordsQuery(query.q) : null;
    if (query.q && !typed) return { items: [], nextCursor: null, total: 0 };
    const place = query.near ? await this.position(query.near) : null;
    const filters = [this.clock.now(), typed, query.category ?? null, query.modality ?? null, query.theme ?? null, query.departement ?? null];
    const { key, type, part } = SORTS[query.sort === 'relevance' && !typed ? 'date' : query.sort];
    const after = cursorKey(query.cursor, part, 'uuid') ?? [null, null];
    const rows = await this.db.query<CardRow>(
      `with hit as materialized (${HITS}), upcoming as materialized (${UPCOMING}),
            found as materialized (select * from hit left join upcoming n on n.course_id = hit.id where $6::text is null or n.course_id is not null)
       select id, slug, title, summary, theme, modality, duration_hours::float8 as "durationHours", audience_categories as "audienceCategories",
              ${key}::text as "sortKey", coalesce(sessions, 0) as "sessionsCount", (select count(*)::int from found) as total,
              case when code is not null then jsonb_build_object(
                'code', code, 'startsAt', starts_at, 'timeZone', time_zone, 'venueName', venue_name, 'communeName', commune_name,
                'departementCode', departement_code, 'seatsLeft', seats_left, 'distanceKm', distance_km) end as "nextSession"
         from found
        where $9::${type} is null or (${key}, id) > ($9::${type}, $10::uuid)
        order by ${key}, id limit $11`,
      [...filters, place?.lat ?? null, place?.lon ?? null, ...after, query.limit + 1],
    );
    const { items, nextCursor } = page(rows, query.limit, (row) => [row.sortKey, row.id]);
    return { items: items.map(({ sortKey: _key, total: _total, ...card }) => card), nextCursor, total: rows[0]?.total ?? 0 };
  }

  /** The sheet; a draft or an archived one is for its managers only. */
  async bySlug(slug: string, actor: Actor | null): Promise<CourseDetail> {
    const row = await this.detail('c.slug = $1', slug.slice(0, 120));
    const manages = actor?.can('training.course.manage') ?? false;
    if (!row || (row.status !== 'published' && !manages)) throw notFound('course');
    return manages ? forManagers(row) : { ...shown(row), actions: [], missing: [] };
  }

  async byId(id: string): Promise<CourseDetail> {
    const row = await this.detail('c.id = $1', id);
    if (!row) throw notFound('course');
    return forManagers(row);
  }

  async managed(query: ManagedCourses): Promise<ManagedCoursePage> {
    const [title, id] = cursorKey(query.cursor, 'text', 'uuid') ?? [null, null];
    const rows = await this.db.query<ManagedCourse>(
      `select c.id, c.slug, c.title, c.theme, c.status, c.updated_at as "updatedAt",
              (select count(*)::int from training.session s where s.course_id = c.id) as "sessionsCount"
         from training.course c
        where ($1::text is null or c.status = $1)
          and ($2::text is null or platform.fold(c.title) like '%' || platform.fold($2) || '%')
          and ($3::text is null or (c.title, c.id) > ($3, $4::uuid))
        order by c.title, c.id limit $5`,
      [query.status ?? null, query.q?.replace(/[\\%_]/g, '\\$&') ?? null, title, id, query.limit + 1],
    );
    return page(rows, query.limit, (row) => [row.title, row.id]);
  }

  private detail(where: string, value: string): Promise<Row | undefined> {
    return this.db.one(
      `select c.id, c.slug, ${SHEET}, c.audience_categories as "audienceCategories", c.version, c.updated_at as "updatedAt",
              jsonb_build_object('code', r.code, 'label', r.label, 'conditions', r.conditions) as financing, r.needs_terms as "needsTerms",
              coalesce((select jsonb_agg(row order by row."startsAt", row.id) from (
                 select s.id, s.code, s.status, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
                        v.name as "venueName", v.commune_name as "communeName", v.departement_code as "departementCode",
                        s.capacity, s.capacity - s.seats_taken as "seatsLeft"
                   from training.session s join venues.venue v on v.id = s.venue_id
                  where s.course_id = c.id and s.status in ('open', 'confirmed') and s.starts_at > $2
                  order by s.starts_at, s.id limit 50) row), '[]') as sessions
         from training.course c join training.financing_regime r on r.code = c.financing_regime where ${where}`,
      [value, this.clock.now()],
    );
  }

  private position = (commune: string): Promise<{ lat: number; lon: number } | undefined> =>
    this.db.one('select lat, lon from identity.commune where code = $1 and lat is not null', [commune]);
}

type Row = Omit<CourseDetail, 'actions' | 'missing'> & { needsTerms: boolean };

const shown = ({ needsTerms: _needsTerms, ...row }: Row) => row;

/** With what may be done of it; a sheet that misses a mention is not offered for publication. */
function forManagers(row: Row): CourseDetail {
  const missing = missingMentions(sheetOf(row), row.needsTerms);
  return { ...shown(row), missing, actions: courseLifecycle.available(row.status).filter((action) => action !== 'publish' || !missing.length) };
}
