import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DigestFacts, DigestNews } from './facts';

type Row = DigestNews & { personId: string; searchId: string; name: string };

/** What a digest tells, search by search. */
@Injectable()
export class DigestQueries {
  constructor(private readonly db: Database) {}

  async digest(id: string): Promise<DigestFacts | undefined> {
    const rows = await this.db.query<Row>(
      `select t.person_id as "personId", t.search_id as "searchId", q.name, n.kind, c.title as "courseTitle", s.starts_at as "startsAt", s.ends_at as "endsAt",
              s.time_zone as "timeZone", concat_ws(', ', v.name, v.commune_name) as place
         from training.told_news t join training.saved_search q on q.id = t.search_id and q.removed_at is null join training.news n on n.id = t.news_id
         join training.course c on c.id = n.course_id left join training.session s on s.id = n.session_id left join venues.venue v on v.id = s.venue_id
        where t.digest_id = $1 order by q.name, q.id, s.starts_at nulls first, n.id`,
      [id],
    );
    const searches = new Map<string, DigestFacts['searches'][number]>();
    for (const { searchId, name, ...news } of rows) searches.set(searchId, { name, news: [...(searches.get(searchId)?.news ?? []), news] });
    return rows[0] && { personId: rows[0].personId, searches: [...searches.values()] };
  }
}
