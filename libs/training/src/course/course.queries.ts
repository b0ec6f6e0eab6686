import { Actor, Clock, cursorKey, Database, notFound, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ManagedCourse, ManagedCoursePage, ManagedCourses } from './course.dto';
import { courseLifecycle } from './course.rules';
import type { CourseDetail } from './course-sheet.dto';
import { sheetOf } from './course-sheet.rules';
import { SHEET } from './course-sheet.sql';
import { missingMentions } from './mentions.rules';

@Injectable()
export class CourseQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

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
                        s.capacity, s.capacity - s.seats_taken as "seatsLeft", s.enrolment_closes_at as "enrolmentClosesAt"
                   from training.session s join venues.venue v on v.id = s.venue_id
                  where s.course_id = c.id and s.status in ('open', 'confirmed') and s.starts_at > $2
                  order by s.starts_at, s.id limit 50) row), '[]') as sessions
         from training.course c join training.financing_regime r on r.code = c.financing_regime where ${where}`,
      [value, this.clock.now()],
    );
  }
}

type Row = Omit<CourseDetail, 'actions' | 'missing'> & { needsTerms: boolean };

const shown = ({ needsTerms: _needsTerms, ...row }: Row) => row;

/** With what may be done of it; a sheet that misses a mention is not offered for publication. */
function forManagers(row: Row): CourseDetail {
  const missing = missingMentions(sheetOf(row), row.needsTerms);
  return { ...shown(row), missing, actions: courseLifecycle.available(row.status).filter((action) => action !== 'publish' || !missing.length) };
}
