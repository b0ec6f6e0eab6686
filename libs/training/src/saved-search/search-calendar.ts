import { type Calendar, calendarHash, Config, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type CalendarSession, halfDayEvents, toldOfSession } from '../calendar/half-day-events';
import { MatchQueries } from '../search/match.queries';
import type { CourseFilter } from '../search/search.dto';

const MOST_SESSIONS = 1000;

/** The open sessions that a saved search finds, in other programs, at an address that only its owner knows and may change. */
@Injectable()
export class SearchCalendar {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly match: MatchQueries,
  ) {}

  async read(file: string): Promise<Calendar> {
    const search = await this.db.one<{ name: string; filters: CourseFilter }>(
      `select s.name, s.filters from training.saved_search s join identity.person p on p.id = s.person_id and p.active where s.feed_hash = $1 and s.removed_at is null`,
      [calendarHash(file)],
    );
    if (!search) throw notFound('calendar');
    const found = await this.match.matched(search.filters);
    const sessions = await this.db.query<CalendarSession>(
      `select ${toldOfSession()}, s.version - 1 as sequence
         from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        where s.id = any($1) order by s.starts_at, s.id limit ${MOST_SESSIONS}`,
      [found.flatMap(({ sessionIds }) => sessionIds)],
    );
    const events = sessions.flatMap((session) =>
      halfDayEvents(session, () => ({ status: 'confirmed', summary: session.title }), `${this.config.PUBLIC_URL}/sessions/${session.code}`));
    return { name: search.name, product: 'recherches', events };
  }
}
