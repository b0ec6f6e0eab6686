import { dayOf } from '@app/identity';
import { Clock, Database, declareJobs, OnJob, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';

declare module '@app/platform' {
  interface Jobs {
    'training.refresh_audiences': Record<string, never>;
  }
}
declareJobs('training.refresh_audiences');

const BATCH = 500;

/** A dated rule begins or ends by itself: the audiences of today, kept on the course for lists, follow. */
@Injectable()
export class CourseAudienceHandlers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  @OnJob('training.refresh_audiences')
  async refresh(): Promise<void> {
    while ((await this.refreshSome()) === BATCH);
  }

  private refreshSome(): Promise<number> {
    return this.db.tx(async () => {
      const changed = await this.db.query<{ id: string; status: string }>(
        `with stale as (
           select c.id, now.audiences from training.course c,
                  lateral (select array(select a.audience from training.course_audience a
                                   where a.course_id = c.id and $1::date between a.valid_from and coalesce(a.valid_until, 'infinity')
                                   order by array_position(array['A+', 'A', 'B', 'C'], a.audience), a.audience) as audiences) now
            where not (c.audience_categories <@ now.audiences and c.audience_categories @> now.audiences) order by c.id limit ${BATCH} for update of c)
         update training.course c set audience_categories = stale.audiences from stale where c.id = stale.id returning c.id, c.status`,
        [dayOf(this.clock.now())],
      );
      await this.outbox.publish('training.course_changed', ...changed.filter(({ status }) => status === 'published').map(({ id }) => ({ courseId: id })));
      return changed.length;
    });
  }
}
