import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Recipient } from '../facts/facts';
import { COMING } from '../invitation/invitation.rules';
import type { Reminder } from './reminder.rules';

export interface DueReminder {
  sessionId: string;
  /** Of the session on its first day: another day is another reminder. */
  eventId: string;
  people: Recipient[];
}

const AT_ONCE = 200;

@Injectable()
export class ReminderQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The soonest sessions, with those who have a seat and were not reminded. Who was told of the session since the reminder was due,
   * with a seat or with other dates, needs none.
   */
  due({ template, days, untilDays }: Reminder): Promise<DueReminder[]> {
    return this.db.query<DueReminder>(
      `select s.id as "sessionId", d.event as "eventId", jsonb_agg(jsonb_build_object('personId', p.id, 'email', p.email) order by p.id) as people
         from training.session s
         cross join lateral (select md5(s.id || ':' || (s.starts_at at time zone s.time_zone)::date)::uuid as event, s.starts_at - make_interval(days => $2) as since) d
         join training.enrolment e on e.session_id = s.id and e.status = any($5) join identity.person p on p.id = e.agent_id and p.active
        where s.status in ('open', 'confirmed') and s.starts_at > $1::timestamptz + make_interval(days => $3) and s.starts_at <= $1::timestamptz + make_interval(days => $2)
          and not exists (select from notifications.message m where m.event_id = d.event and m.person_id = e.agent_id and m.template = $4)
          and not exists (select from training.enrolment_event h where h.enrolment_id = e.id and h.to_status = any($5) and h.at > d.since)
          and not exists (select from training.session_change c where c.session_id = s.id and c.changed_at > d.since)
        group by s.id, d.event order by s.starts_at, s.id limit ${AT_ONCE}`,
      [this.clock.now(), days, untilDays, template, COMING],
    );
  }
}
