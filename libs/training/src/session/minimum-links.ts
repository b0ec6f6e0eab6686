import { dayOf, permissionsOf, validOn } from '@app/identity';
import { Actor, Audit, Clock, conflict, Database, notFound, Problem, SignedLinks } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MinimumAnswerInput, MinimumAnswerView } from './minimum.dto';
import { minimumOutcome, type Undecided } from './minimum.rules';
import { SessionQueries } from './session.queries';
import { SessionService } from './session.service';

const PURPOSE = 'training.minimum';
/** How long a link still tells what was decided, after the last day to decide. */
const READABLE_DAYS = 30;
const BY = (id: string) => `(select p.given_name || ' ' || p.family_name from identity.person p where p.id = ${id})`;

interface Opened {
  sessionId: string;
  /** Who decides, as they may today. */
  actor: Actor;
}
type Known = Undecided & Omit<MinimumAnswerView, 'outcome' | 'actions'>;

/** Links by which whoever organises a session decides, from the letter, whether it is held below its minimum. */
@Injectable()
export class MinimumLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: SignedLinks,
    private readonly sessions: SessionService,
    private readonly queries: SessionQueries,
  ) {}

  /** A new token for this session and this person; null when there is nothing to decide any more. */
  async issue(sessionId: string, recipientId: string): Promise<string | null> {
    const session = await this.known(sessionId);
    if (minimumOutcome(session, this.clock.now()) !== null) return null;
    const until = new Date(Date.parse(`${session.decideBy}T00:00:00Z`) + READABLE_DAYS * 86_400_000);
    return this.links.issue({ purpose: PURPOSE, subjectId: sessionId, recipientId, about: {}, until });
  }

  async read(token: string): Promise<MinimumAnswerView> {
    return this.view(await this.open(token));
  }

  /** Decides once. A second decision is told what the first one was. */
  decide({ token, decision, reason }: MinimumAnswerInput, version: number): Promise<MinimumAnswerView> {
    return this.db.tx(async () => {
      const link = await this.open(token);
      const { sessionId, actor } = link;
      await this.db.query('select 1 from training.session where id = $1 for no key update', [sessionId]);
      const session = await this.known(sessionId);
      const outcome = minimumOutcome(session, this.clock.now());
      if (outcome !== null) throw conflict('answer.already', outcome);
      if (session.version !== version) throw new Problem(412, 'answer.changed', 'Cette session a changé depuis que vous l’avez lue. Relisez-la, puis décidez.');
      if (decision === 'maintain') await this.sessions.confirm(actor, sessionId);
      else await this.sessions.cancel(actor, sessionId, reason!);
      await this.audit.record({ actor, action: 'session.minimum_decided', subjectType: 'session', subjectId: sessionId, detail: { by: 'mail', decision } });
      return this.view(link);
    });
  }

  /** The link, whose person still organises the session and may sign in; else it is as if it had never been. */
  private async open(token: string): Promise<Opened> {
    const { subjectId: sessionId, recipientId } = await this.links.open(PURPOSE, token);
    const manager = await this.db.one<{ displayName: string; organisationId: string }>(
      `select p.given_name || ' ' || p.family_name as "displayName", s.organiser_id as "organisationId"
         from training.session s join identity.membership m on m.organisation_id = s.organiser_id and m.role = 'course_manager' and ${validOn('m', '$3')}
         join identity.person p on p.id = m.person_id and p.active where s.id = $1 and p.id = $2 limit 1`,
      [sessionId, recipientId, dayOf(this.clock.now())],
    );
    if (!manager) throw notFound('answer_link');
    const { displayName, organisationId } = manager;
    return { sessionId, actor: new Actor(recipientId, displayName, [{ organisationId, role: 'course_manager' }], permissionsOf(['course_manager'])) };
  }

  private async view({ sessionId, actor }: Opened): Promise<MinimumAnswerView> {
    const known = await this.known(sessionId);
    const outcome = minimumOutcome(known, this.clock.now());
    const { status: _status, confirmed: _confirmed, changed: _changed, ...session } = known;
    const may = outcome === null ? (await this.queries.byId(sessionId, actor)).actions : [];
    const actions = [...(may.includes('confirm') ? ['maintain' as const] : []), ...(may.includes('cancel') ? ['cancel' as const] : [])];
    return { ...session, outcome, actions };
  }

  private async known(sessionId: string): Promise<Known> {
    const row = (await this.db.one<Known & { confirmedAt: Date | null; confirmedBy: string | null; changedAt: Date | null; changedBy: string | null }>(
      `select s.code as "sessionCode", c.title as "courseTitle", v.name as "venueName", v.commune_name as "communeName", s.time_zone as "timeZone",
              s.starts_at as "startsAt", s.ends_at as "endsAt", s.status, s.version, s.seats_taken as "seatsTaken", s.min_seats as "minSeats", s.decide_by::text as "decideBy",
              (select count(*)::int from training.enrolment e where e.session_id = s.id and e.status = 'submitted') as "submittedCount",
              s.confirmed_at as "confirmedAt", ${BY('s.confirmed_by')} as "confirmedBy", h.changed_at as "changedAt", ${BY('h.changed_by')} as "changedBy"
         from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
         left join lateral (select h.changed_at, h.changed_by from training.session_change h where h.session_id = s.id and h.what in ('cancelled', 'postponed') order by h.changed_at desc limit 1) h on true
        where s.id = $1`,
      [sessionId],
    ))!;
    const { confirmedAt, confirmedBy, changedAt, changedBy, ...session } = row;
    return { ...session, confirmed: confirmedAt && { at: confirmedAt, by: confirmedBy }, changed: changedAt && { at: changedAt, by: changedBy } };
  }
}
