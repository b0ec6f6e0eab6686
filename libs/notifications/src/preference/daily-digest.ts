import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MessageWriter } from '../message/message.writer';
import { dailyDigest } from '../templates/digest.templates';
import { PreferenceStore, QUIET, ZONE } from './preference.store';
import { leavesAt, type Quiet } from './quiet.rules';

/** From this hour on, where they work. */
const HOUR = '07:30';
const AT_ONCE = 500;

interface Due {
  personId: string;
  email: string | null;
  /** Of the day where they work: one digest a day. */
  eventId: string;
  timeZone: string;
  quiet: Quiet | null;
}

/** One mail a day with what was kept for it; none when nothing was. */
@Injectable()
export class DailyDigest {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly preferences: PreferenceStore,
    private readonly messages: MessageWriter,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const { personId, email, eventId, timeZone, quiet } of await this.due(now))
      if (leavesAt(now, this.preferences.quietOr(quiet), timeZone).getTime() === now.getTime()) await this.write({ personId, email, eventId });
  }

  private due(now: Date): Promise<Due[]> {
    return this.db.query<Due>(
      `select p.id as "personId", p.email, d.event as "eventId", z.zone as "timeZone", ${QUIET} as quiet
         from identity.person p cross join lateral (select ${ZONE} as zone) z
         cross join lateral (select md5('digest:' || p.id || ':' || ($1::timestamptz at time zone z.zone)::date)::uuid as event) d
        where p.active and p.id in (select person_id from notifications.message where for_digest)
          and ($1::timestamptz at time zone z.zone)::time >= $2::time
          and not exists (select from notifications.message m where m.event_id = d.event and m.person_id = p.id and m.template = 'daily_digest')
        order by p.id limit ${AT_ONCE}`,
      [now, HOUR],
    );
  }

  private write({ personId, email, eventId }: Pick<Due, 'personId' | 'email' | 'eventId'>): Promise<void> {
    return this.db.tx(async () => {
      const kept = await this.db.query<{ subject: string; body: string }>(
        `with taken as (update notifications.message set for_digest = false where person_id = $1 and for_digest returning id, subject, body)
         select subject, body from taken order by id`,
        [personId],
      );
      if (kept.length) await this.messages.write([{ personId, email }], { eventId, template: 'daily_digest', letter: dailyDigest(kept) });
    });
  }
}
