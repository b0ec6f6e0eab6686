import { Clock, Database, OnEvent, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { NewsKind } from './saved-search.rules';

/** Longer than the longest rhythm, twice. */
const NEWS_KEPT = '30 days';
/** As long as someone may open an old mail to stop the next ones. */
const DIGESTS_KEPT = '2 years';
const REMOVED_KEPT = '1 day';

/** Notes what is new in the catalogue, each fact once. */
@Injectable()
export class NewsHandlers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @OnEvent('training.course_published')
  async onPublished({ courseId }: { courseId: string }): Promise<void> {
    await this.db.query(`insert into training.news (kind, course_id, noted_at) select 'course_published', id, $2 from training.course where id = $1`, [courseId, this.clock.now()]);
  }

  @OnEvent('training.session_opened')
  onOpened({ sessionId }: { sessionId: string }): Promise<void> {
    return this.ofSession('session_opened', sessionId);
  }

  @OnEvent('training.seat_freed')
  onSeatFreed({ sessionId }: { sessionId: string }): Promise<void> {
    return this.ofSession('seat_freed', sessionId);
  }

  /** What has served: news, old digests, and searches that nobody has put back. */
  @OnJob('training.forget_news')
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.db.query(`delete from training.news where noted_at < $1::timestamptz - interval '${NEWS_KEPT}'`, [now]);
    await this.db.query(`delete from training.digest where day < ($1::timestamptz - interval '${DIGESTS_KEPT}')::date`, [now]);
    await this.db.query(`delete from training.saved_search where removed_at < $1::timestamptz - interval '${REMOVED_KEPT}'`, [now]);
  }

  private async ofSession(kind: NewsKind, sessionId: string): Promise<void> {
    await this.db.query(
      `insert into training.news (kind, course_id, session_id, noted_at) select $1, course_id, id, $3 from training.session where id = $2`,
      [kind, sessionId, this.clock.now()],
    );
  }
}
