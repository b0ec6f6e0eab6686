import { Actor, Audit, Clock, conflict, Database, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AttestationService } from '../attestation/attestation.service';
import { outcomeOf } from '../enrolment/enrolment.rules';
import type { SessionStatus } from '../session/session.rules';
import type { MarkInput, Roll, RollRow } from './roll.dto';
import { hoursFollowed, ROLL_STATUSES, rollActions } from './roll.rules';

interface SessionRow {
  id: string;
  code: string;
  status: SessionStatus;
  courseTitle: string;
  courseHours: number;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venueName: string;
  enrolmentClosesAt: Date;
}

@Injectable()
export class RollService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly attestations: AttestationService,
  ) {}

  async read(actor: Actor, sessionId: string): Promise<Roll> {
    const { courseHours: _, ...session } = await this.session(actor, sessionId);
    const slots = await this.db.query<Roll['slots'][number]>(
      `select id, local_date::text as date, to_char(starts_local, 'HH24:MI') as start, to_char(ends_local, 'HH24:MI') as end, half_day as "halfDay"
         from training.session_slot where session_id = $1 order by period`,
      [sessionId],
    );
    return { session, slots, rows: await this.rows(sessionId), actions: this.trains(actor) ? rollActions(session, this.clock.now()) : [] };
  }

  /** Keeps the marks given; a mark is for a half-day of this session and for someone who has a seat in it. */
  mark(actor: Actor, sessionId: string, marks: readonly MarkInput[]): Promise<Roll> {
    return this.db.tx(async () => {
      await this.openRoll(actor, sessionId);
      const kept = await this.db.query(
        `insert into training.attendance (slot_id, enrolment_id, present, recorded_by, at)
         select t.id, e.id, bool_and(m.present), $3, $4
           from jsonb_to_recordset($2) as m("slotId" uuid, "enrolmentId" uuid, present boolean)
           join training.session_slot t on t.id = m."slotId" and t.session_id = $1
           join training.enrolment e on e.id = m."enrolmentId" and e.session_id = $1 and e.status = any($5)
          group by t.id, e.id
         on conflict (slot_id, enrolment_id) do update set present = excluded.present, recorded_by = excluded.recorded_by, at = excluded.at
         returning 1`,
        [sessionId, JSON.stringify(marks), actor.personId, this.clock.now(), ROLL_STATUSES],
      );
      const asked = new Set(marks.map(({ slotId, enrolmentId }) => `${slotId} ${enrolmentId}`.toLowerCase())).size;
      if (kept.length !== asked) throw conflict('roll.unknown_mark', 'Une présence concerne une personne ou une demi-journée qui n’est pas de cette session.');
      await this.audit.record({ actor, action: 'roll.mark', subjectType: 'session', subjectId: sessionId, detail: { marks: asked } });
      return this.read(actor, sessionId);
    });
  }

  /** Closes the session: each person gets their outcome, and an attestation of the hours they followed. */
  close(actor: Actor, sessionId: string): Promise<Roll> {
    return this.db.tx(async () => {
      const session = await this.openRoll(actor, sessionId);
      const rows = await this.rows(sessionId);
      const missing = rows.filter(({ marks }) => Object.values(marks).includes(null));
      if (missing.length)
        throw conflict('roll.incomplete', `Il manque des présences pour ${missing.length} ${missing.length > 1 ? 'personnes' : 'personne'}.`, {
          missing: missing.map(({ enrolmentId }) => enrolmentId),
        });
      const outcomes = rows.map(({ enrolmentId, marks }) => {
        const present = Object.values(marks) as boolean[];
        return {
          enrolmentId,
          status: outcomeOf(present),
          hours: hoursFollowed(session.courseHours, present.filter(Boolean).length, present.length),
        };
      });
      await this.db.query(
        `with o as (select * from jsonb_to_recordset($2) as o("enrolmentId" uuid, status text)),
              done as (update training.enrolment e set status = o.status, version = version + 1
                         from o where e.id = o."enrolmentId" and e.session_id = $1 returning e.id, e.status)
         insert into training.enrolment_event (enrolment_id, action, from_status, to_status, actor_id, at)
         select id, 'roll', 'admitted', status, $3, $4 from done`,
        [sessionId, JSON.stringify(outcomes), actor.personId, this.clock.now()],
      );
      await this.db.query("update training.session set status = 'closed', version = version + 1 where id = $1", [sessionId]);
      await this.closeRequests(sessionId);
      await this.attestations.issue(outcomes.filter(({ status, hours }) => status !== 'absent' && hours > 0));
      await this.audit.record({ actor, action: 'roll.close', subjectType: 'session', subjectId: sessionId });
      await this.outbox.publish('training.session_closed', { sessionId });
      return this.read(actor, sessionId);
    });
  }

  /** Those who still waited when the session ended were not selected. */
  private async closeRequests(sessionId: string): Promise<void> {
    await this.db.query(
      `with ended as (update training.enrolment set status = 'not_selected', step = null, due_at = null, queue_number = null, offer_until = null, version = version + 1,
                             reason = 'La session a eu lieu avant qu’une place se libère.'
                       where session_id = $1 and status in ('submitted', 'transmitted', 'waiting', 'offered') returning id, reason)
       insert into training.enrolment_event (enrolment_id, action, to_status, reason) select id, 'not_select', 'not_selected', reason from ended`,
      [sessionId],
    );
  }

  private async openRoll(actor: Actor, sessionId: string): Promise<SessionRow> {
    const session = await this.session(actor, sessionId, true);
    if (!this.trains(actor) || !rollActions(session, this.clock.now()).length)
      throw conflict('roll.not_open', 'L’appel se fait à partir du début de la session, et jusqu’à sa clôture.');
    return session;
  }

  private trains = (actor: Actor): boolean => actor.can('training.roll.mark');

  /** The session, for its trainers and its organiser; absent for anyone else. */
  private async session(actor: Actor, sessionId: string, lock = false): Promise<SessionRow> {
    const session = await this.db.one<SessionRow>(
      `select s.id, s.code, s.status, c.title as "courseTitle", c.duration_hours::float8 as "courseHours", s.starts_at as "startsAt",
              s.ends_at as "endsAt", s.time_zone as "timeZone", v.name as "venueName", s.enrolment_closes_at as "enrolmentClosesAt"
         from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        where s.id = $1 and s.status <> 'draft'
          and (exists (select 1 from trainers.assignment a where a.session_id = s.id and a.trainer_id = $2 and a.active) or s.organiser_id = any($3))
        ${lock ? 'for no key update of s' : ''}`,
      [sessionId, actor.personId, actor.organisationIds('course_manager')],
    );
    if (!session) throw notFound('session');
    return session;
  }

  private rows = (sessionId: string): Promise<RollRow[]> =>
    this.db.query(
      `select e.id as "enrolmentId", p.family_name || ' ' || p.given_name as "agentName", o.name as "employerName", e.status,
              (select jsonb_object_agg(t.id, a.present) from training.session_slot t
                 left join training.attendance a on a.slot_id = t.id and a.enrolment_id = e.id where t.session_id = $1) as marks
         from training.enrolment e join identity.person p on p.id = e.agent_id join identity.organisation o on o.id = e.employer_id
        where e.session_id = $1 and e.status = any($2)
        order by platform.fold(p.family_name), platform.fold(p.given_name), e.id`,
      [sessionId, ROLL_STATUSES],
    );
}
