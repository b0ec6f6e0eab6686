import { Clock, Database, OnJob, Outbox, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MatchQueries } from '../search/match.queries';
import type { CourseFilter } from '../search/search.dto';
import { digestDay, dueSince, newsFor, type Noted } from './saved-search.rules';

interface DueSearch {
  id: string;
  filters: CourseFilter;
  toldAt: Date;
}
type News = Noted & { notedAt: Date };

const AT_ONCE = 500;
/** A fact noted while others are being told may be seen late: what was told is known, and is not told again. */
const OVERLAP = '1 hour';

const DUE = `removed_at is null and ((rhythm = 'daily' and told_at < $1) or (rhythm = 'weekly' and told_at < $2))`;

/** Tells each person, in one mail a day at most, what is new in the searches they keep. */
@Injectable()
export class DigestService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly match: MatchQueries,
  ) {}

  @OnJob('training.write_digests')
  async run(): Promise<void> {
    const now = this.clock.now();
    const { daily, weekly } = dueSince(now);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const people = await this.db.query<{ personId: string }>(
        `select distinct s.person_id as "personId" from training.saved_search s join identity.person p on p.id = s.person_id and p.active
          where ${DUE} and s.person_id > $3 and not exists (select from training.digest d where d.person_id = s.person_id and d.day = $4)
          order by 1 limit ${AT_ONCE}`,
        [daily, weekly, after, digestDay(now)],
      );
      for (const { personId } of people) await this.tell(personId);
      if (people.length < AT_ONCE) return;
      after = people.at(-1)!.personId;
    }
  }

  /** Locks the searches that are due: a second worker waits, then finds that they no longer are. */
  private tell(personId: string): Promise<void> {
    return this.db.tx(async () => {
      const now = this.clock.now();
      const { daily, weekly } = dueSince(now);
      const due = await this.db.query<DueSearch>(
        `select id, filters, told_at as "toldAt" from training.saved_search where ${DUE} and person_id = $3 order by id for no key update`,
        [daily, weekly, personId],
      );
      if (!due.length) return;
      await this.db.query('update training.saved_search set told_at = $2 where id = any($1)', [due.map(({ id }) => id), now]);
      const found = await this.found(personId, due, now);
      if (!found.length) return;
      const digest = await this.db.one<{ id: string }>(
        'insert into training.digest (person_id, day) values ($1, $2) on conflict do nothing returning id',
        [personId, digestDay(now)],
      );
      if (!digest) return;
      await this.db.query(
        `insert into training.told_news (person_id, news_id, digest_id, search_id)
         select $1, n.id, $2, n.search from unnest($3::uuid[], $4::uuid[]) as n(id, search)`,
        [personId, digest.id, found.map(({ newsId }) => newsId), found.map(({ searchId }) => searchId)],
      );
      await this.outbox.publish('training.digest_written', { digestId: digest.id });
    });
  }

  /** Each news once, under the first of the searches that find it. */
  private async found(personId: string, due: DueSearch[], now: Date): Promise<{ newsId: string; searchId: string }[]> {
    const since = new Date(Math.min(...due.map(({ toldAt }) => toldAt.getTime())));
    const news = await this.db.query<News>(
      `select n.id, n.course_id as "courseId", n.session_id as "sessionId", n.noted_at as "notedAt"
         from training.news n left join training.session s on s.id = n.session_id
        where n.noted_at > $2::timestamptz - interval '${OVERLAP}' and n.noted_at <= $3
          and (n.kind <> 'seat_freed' or s.seats_taken < s.capacity)
          and not exists (select from training.told_news t where t.person_id = $1 and t.news_id = n.id)
        order by n.id`,
      [personId, since, now],
    );
    const found = new Map<string, string>();
    for (const { id, filters, toldAt } of due) {
      const fresh = news.filter(({ id: newsId, notedAt }) => !found.has(newsId) && notedAt.getTime() > toldAt.getTime() - 3_600_000);
      for (const { id: newsId } of newsFor(fresh, await this.matched(filters, fresh))) found.set(newsId, id);
    }
    return [...found].map(([newsId, searchId]) => ({ newsId, searchId }));
  }

  private async matched(filters: CourseFilter, news: News[]) {
    if (!news.length) return [];
    try {
      return await this.match.matched(filters, [...new Set(news.map(({ courseId }) => courseId))]);
    } catch (error) {
      // Its commune or its place has gone since: it finds nothing, and others must be told all the same.
      if (error instanceof Problem) return [];
      throw error;
    }
  }
}
