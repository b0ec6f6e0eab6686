import { createHash } from 'node:crypto';
import { Config, Database, notFound, secretHash } from '@app/platform';
import { Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { MatchQueries } from '../search/match.queries';
import type { CourseFilter } from '../search/search.dto';

interface FoundSession {
  id: string;
  code: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  version: number;
  changedAt: Date;
}

const MOST_EVENTS = 1000;
// A luxon value in UTC is written as such, whatever the clock of the process; a Date would not be.
const utc = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' });

/** The open sessions that a saved search finds, in other programs, at an address that only its owner knows and may change. */
@Injectable()
export class SearchCalendar {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly match: MatchQueries,
  ) {}

  async read(file: string): Promise<{ text: string; etag: string }> {
    const search = await this.db.one<{ name: string; filters: CourseFilter }>(
      `select s.name, s.filters from training.saved_search s join identity.person p on p.id = s.person_id and p.active where s.feed_hash = $1 and s.removed_at is null`,
      [secretHash(file.replace(/\.ics$/, ''))],
    );
    if (!search || !file.endsWith('.ics')) throw notFound('calendar');
    const found = await this.match.matched(search.filters);
    const sessions = await this.db.query<FoundSession>(
      `select s.id, s.code, c.title, s.starts_at as "startsAt", s.ends_at as "endsAt", concat_ws(', ', v.name, v.commune_name) as place, s.version,
              s.created_at as "changedAt"
         from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        where s.id = any($1) order by s.starts_at, s.id limit ${MOST_EVENTS}`,
      [found.flatMap(({ sessionIds }) => sessionIds)],
    );
    const text = this.written(search.name, sessions);
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }

  private written(name: string, sessions: FoundSession[]): string {
    const calendar = ical({ name, prodId: { company: 'Relais', product: 'recherches', language: 'FR' }, method: ICalCalendarMethod.PUBLISH });
    for (const { id, code, title, startsAt, endsAt, place, version, changedAt } of sessions)
      calendar.createEvent({
        id: `${id}@relais`,
        sequence: version - 1,
        start: utc(startsAt),
        end: utc(endsAt),
        stamp: utc(changedAt),
        summary: title,
        description: `Session ${code}`,
        location: place,
        url: `${this.config.PUBLIC_URL}/sessions/${code}`,
      });
    return calendar.toString();
  }
}
