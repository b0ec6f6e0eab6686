import { Actor, Audit, CalendarFeedView, Clock, Config, Database, newCalendarAddress } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FeedKind } from './person-calendar.rules';
import { PersonFeed } from './person-feed.entity';

/** The secret addresses of one's own agenda: drawn, changed, stopped. */
@Injectable()
export class PersonFeeds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async feed({ personId }: Actor, kind: FeedKind): Promise<CalendarFeedView> {
    const feed = await this.db.em.findOneBy(PersonFeed, { personId, kind });
    return { createdAt: feed?.createdAt ?? null, url: null };
  }

  /** Draws a new address; the old one answers nothing from now on. */
  renew(actor: Actor, kind: FeedKind): Promise<CalendarFeedView> {
    return this.db.tx(async () => {
      const { url, hash } = newCalendarAddress(`${this.config.PUBLIC_URL}/api/v1/person-calendars`);
      const createdAt = this.clock.now();
      await this.db.query(
        `insert into training.person_feed (person_id, kind, token_hash, created_at) values ($1, $2, $3, $4)
         on conflict (person_id, kind) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [actor.personId, kind, hash, createdAt],
      );
      await this.record(actor, `training.${kind}_calendar.renewed`);
      return { createdAt, url };
    });
  }

  stop(actor: Actor, kind: FeedKind): Promise<void> {
    return this.db.tx(async () => {
      await this.db.em.delete(PersonFeed, { personId: actor.personId, kind });
      await this.record(actor, `training.${kind}_calendar.stopped`);
    });
  }

  private record(actor: Actor, action: string): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'person', subjectId: actor.personId });
  }
}
