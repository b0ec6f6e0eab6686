import { cursorKey, Database, notFound, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Compared, CourseDifferences, CourseVersionItem, CourseVersionPage, CourseVersions } from './course-version.dto';
import { differences, Snapshot } from './course-version.rules';

@Injectable()
export class CourseVersionQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(courseId: string, { cursor, limit }: CourseVersions): Promise<CourseVersionPage> {
    const course = await this.db.one<{ title: string; version: number }>('select title, version from training.course where id = $1', [courseId]);
    if (!course) throw notFound('course');
    const [before] = cursorKey(cursor, 'number') ?? [null];
    const rows = await this.db.query<CourseVersionItem>(
      `select v.version, v.at, v.fields, v.restored_from as "restoredFrom", v.snapshot->>'status' as status, p.given_name || ' ' || p.family_name as "byName"
         from training.course_version v left join identity.person p on p.id = v.by
        where v.course_id = $1 and ($2::numeric is null or v.version < $2) order by v.version desc limit $3`,
      [courseId, before, limit + 1],
    );
    return { title: course.title, current: course.version, ...page(rows, limit, ({ version }) => [version]) };
  }

  /** What changed from one version to another, in either direction. */
  async compare(courseId: string, { from, to }: Compared): Promise<CourseDifferences> {
    const rows = await this.db.query<{ version: number; snapshot: Snapshot }>(
      'select version, snapshot from training.course_version where course_id = $1 and version = any($2)',
      [courseId, [from, to]],
    );
    const [before, after] = [from, to].map((wanted) => rows.find(({ version }) => version === wanted)?.snapshot);
    if (!before || !after) throw notFound('course_version');
    return { fields: differences(before, after) };
  }
}
