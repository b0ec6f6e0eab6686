import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Matched } from '../saved-search/saved-search.rules';
import { QuestionReader } from './question.queries';
import type { CourseFilter } from './search.dto';
import { SearchQueries } from './search.queries';
import { SearchSql } from './search.sql';

/**
 * Which courses and sessions a search finds, without page or facet: for its news and its calendar. The statement is made of the
 * parts of that of the screen, so that both find the same; a search loosened on screen for want of anything finds nothing here.
 */
@Injectable()
export class MatchQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reader: QuestionReader,
    private readonly search: SearchQueries,
  ) {}

  /** Refuses what the screen would. */
  async check(filters: CourseFilter): Promise<void> {
    await this.search.place(filters);
  }

  /** Courses that the search finds, of these or of all, each with its sessions that do. */
  async matched({ q, ...filters }: CourseFilter, courseIds: string[] | null = null): Promise<Matched[]> {
    const { units } = q ? await this.reader.read(q) : { units: [] };
    if (q && !units.length) return [];
    const centre = await this.search.place(filters);
    const sql = new SearchSql({ filters, units, weights: null, centre, now: this.clock.now(), sort: 'date', among: courseIds });
    return this.db.query<Matched>(
      `with hit as materialized (select * from (${sql.hits()}) h where h.miss = 0),
            offer as materialized (select course_id, session_id from (${sql.offers('hit')}) o where o.miss = 0)
       select h.course_id as "courseId", array(select session_id from offer o where o.course_id = h.course_id) as "sessionIds"
         from hit h ${sql.wantsOffer ? 'where exists (select from offer o where o.course_id = h.course_id)' : ''}`,
      sql.params,
    );
  }
}
