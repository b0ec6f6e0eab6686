import { type Calendar, calendarHash, Clock, Config, Database, notFound } from '@app/platform';
import type { AskStatus } from '@app/trainers';
import { Injectable } from '@nestjs/common';
import type { EnrolmentStatus } from '../enrolment/enrolment.rules';
import type { SessionStatus } from '../session/session.rules';
import { type CalendarSession, halfDayEvents, toldOfSession } from './half-day-events';
import { asAgent, asTrainer, type FeedKind, OVER } from './person-calendar.rules';

const MOST_SESSIONS = 1000;
const BEHIND_MS = 90 * 86_400_000;
const FROM = 'join training.session s on s.id = mine.session_id join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id';

interface Known extends CalendarSession {
  sessionStatus: SessionStatus;
}
interface Attended extends Known {
  status: EnrolmentStatus;
}
interface Given extends Known {
  /** Of each half-day, in order. */
  answers: (AskStatus | null)[];
}

/** What one person attends or gives, in their agenda: to come and of the last three months. What they gave up stays, as cancelled. */
@Injectable()
export class PersonCalendar {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async read(file: string): Promise<Calendar> {
    const feed = await this.db.one<{ personId: string; kind: FeedKind }>(
      `select f.person_id as "personId", f.kind from training.person_feed f join identity.person p on p.id = f.person_id and p.active where f.token_hash = $1`,
      [calendarHash(file)],
    );
    if (!feed) throw notFound('calendar');
    return feed.kind === 'person' ? this.attended(feed.personId) : this.given(feed.personId);
  }

  /** The versions of all their requests for a session are summed: one made again goes on where the first one stopped. */
  private async attended(personId: string): Promise<Calendar> {
    const sessions = await this.db.query<Attended>(
      `select ${toldOfSession('mine.changed_at')}, s.status as "sessionStatus", mine.status, s.version + mine.versions - 2 as sequence
         from (select e.session_id, sum(e.version)::int as versions, max((select max(h.at) from training.enrolment_event h where h.enrolment_id = e.id)) as changed_at,
                      (array_agg(e.status order by e.status = any($3), e.submitted_at desc, e.id desc))[1] as status
                 from training.enrolment e where e.agent_id = $1 and e.status <> 'draft' group by e.session_id) mine ${FROM}
        where s.ends_at > $2 order by s.starts_at, s.id limit ${MOST_SESSIONS}`,
      [personId, this.since(), OVER],
    );
    return { name: 'Mes formations', product: 'formations', events: sessions.flatMap((session) => halfDayEvents(session, () => asAgent(session.status, session), this.page(session))) };
  }

  private async given(personId: string): Promise<Calendar> {
    const sessions = await this.db.query<Given>(
      `select ${toldOfSession('mine.changed_at')}, s.status as "sessionStatus", s.version + mine.versions - 2 as sequence,
              (select jsonb_agg((select k.status from trainers.assignment a join trainers.ask k on k.id = a.ask_id
                  where a.session_id = s.id and a.trainer_id = $1 and a.active and a.period = t.period limit 1) order by t.period)
                 from training.session_slot t where t.session_id = s.id) as answers
         from (select k.session_id, sum(k.version)::int as versions, max(greatest(k.asked_at, k.answered_at)) as changed_at
                 from trainers.ask k where k.trainer_id = $1 group by k.session_id) mine ${FROM}
        where s.ends_at > $2 order by s.starts_at, s.id limit ${MOST_SESSIONS}`,
      [personId, this.since()],
    );
    return { name: 'Mes sessions de formateur', product: 'formateur', events: sessions.flatMap((session) => halfDayEvents(session, (index) => asTrainer(session.answers[index] ?? null, session), this.page(session))) };
  }

  private since = (): Date => new Date(this.clock.now().getTime() - BEHIND_MS);

  /** One in preparation has no page yet. */
  private page = ({ code, sessionStatus }: Known): string | null => (sessionStatus === 'draft' ? null : `${this.config.PUBLIC_URL}/sessions/${code}`);
}
