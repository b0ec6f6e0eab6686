import { Actor, Audit, Clock, conflict, Database, notFound, Outbox } from '@app/platform';
import { AgentProfiles } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { closedTo } from '../session/session.rules';
import type { SessionStatus } from '../session/session.rules';
import { shortCode } from './codes';
import type { EnrolmentDetail } from './enrolment.dto';
import { mayDecide, maySee, mayWithdraw, Parties } from './enrolment.policy';
import { EnrolmentQueries, PARTIES } from './enrolment.queries';
import { enrolmentLifecycle, SEATED } from './enrolment.rules';
import type { EnrolmentStatus } from './enrolment.rules';
import { inAudience } from './audience.rules';
import { SeatLedger } from './seat-ledger';

interface Locked {
  id: string;
  sessionId: string;
  status: EnrolmentStatus;
  sessionStatus: SessionStatus;
  parties: Parties;
}

interface Change {
  action: string;
  status: EnrolmentStatus;
  waitingRank?: number | null;
  reason?: string;
  /** The employer's decision, with its date and author. */
  decides?: boolean;
}

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly seats: SeatLedger,
    private readonly profiles: AgentProfiles,
    private readonly queries: EnrolmentQueries,
  ) {}

  /** An agent asks for a seat; their employer will decide. */
  request(actor: Actor, sessionId: string, motivation: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const session = await this.db.one<{ status: SessionStatus; enrolmentClosesAt: Date; audience: string[] }>(
        `select s.status, s.enrolment_closes_at as "enrolmentClosesAt",
                array(select a.audience from training.course_audience a
                       where a.course_id = s.course_id
                         and (s.starts_at at time zone s.time_zone)::date between a.valid_from and coalesce(a.valid_until, 'infinity')) as audience
           from training.session s where s.id = $1 and s.status <> 'draft' for share of s`,
        [sessionId],
      );
      if (!session) throw notFound('session');
      const closed = closedTo(session, this.clock.now());
      if (closed) throw conflict('session.closed', closed);
      const profile = await this.profiles.of(actor.personId);
      if (!profile) throw conflict('agent.profile_missing', 'Votre employeur et votre cadre d’emplois doivent être connus avant de demander une place.');
      if (!inAudience(profile, session.audience)) throw conflict('enrolment.not_in_audience', 'Le jour de cette session, la formation ne s’adresse pas à votre catégorie.');
      const created = await this.db.one<{ id: string }>(
        `with created as (
           insert into training.enrolment (number, session_id, agent_id, employer_id, motivation, submitted_at)
           values ($1, $2, $3, $4, $5, $6) returning id, agent_id, submitted_at)
         insert into training.enrolment_event (enrolment_id, action, to_status, actor_id, at)
         select id, 'submit', 'submitted', agent_id, submitted_at from created returning enrolment_id as id`,
        [shortCode('E', 6), sessionId, actor.personId, profile.employerId, motivation, this.clock.now()],
      );
      const { id } = created!;
      await this.record(actor, id, 'submit', 'submitted');
      await this.outbox.publish('training.enrolment_submitted', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  /** The employer agrees: the request takes a seat, or a rank in the waiting list. */
  validate(actor: Actor, id: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayDecide);
      enrolmentLifecycle.next(request.status, 'validate');
      if (!['open', 'confirmed'].includes(request.sessionStatus)) throw conflict('session.closed', 'Cette session n’accueille plus de nouveaux participants.');
      const rank = await this.seats.take(request.sessionId);
      const status = rank === null ? 'admitted' : 'waiting';
      await this.change(actor, request, { action: 'validate', status, waitingRank: rank, decides: true });
      await this.outbox.publish(rank === null ? 'training.enrolment_admitted' : 'training.enrolment_waiting', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  refuse(actor: Actor, id: string, reason: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayDecide);
      const status = enrolmentLifecycle.next(request.status, 'refuse');
      await this.change(actor, request, { action: 'refuse', status, reason, decides: true });
      await this.outbox.publish('training.enrolment_refused', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  withdraw(actor: Actor, id: string, reason?: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayWithdraw);
      const status = enrolmentLifecycle.next(request.status, 'withdraw');
      await this.change(actor, request, { action: 'withdraw', status, reason });
      if (SEATED.includes(request.status)) await this.seats.release(request.sessionId);
      await this.outbox.publish('training.enrolment_withdrawn', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  /** Locks the session, then the request: the same order everywhere. What the actor may not see is absent. */
  private async lock(actor: Actor, id: string, may: (actor: Actor, parties: Parties) => boolean): Promise<Locked> {
    const session = await this.db.one<{ status: SessionStatus }>(
      'select status from training.session where id = (select session_id from training.enrolment where id = $1) for no key update',
      [id],
    );
    const row = await this.db.one<Omit<Locked, 'sessionStatus'>>(
      `select e.id, e.session_id as "sessionId", e.status, ${PARTIES}
         from training.enrolment e join training.session s on s.id = e.session_id
         left join identity.agent_profile a on a.person_id = e.agent_id
        where e.id = $1 for no key update of e`,
      [id],
    );
    if (!row || !session || !maySee(actor, row.parties)) throw notFound('enrolment');
    if (!may(actor, row.parties)) throw conflict('enrolment.own', 'Vous ne pouvez pas décider de cette demande.');
    return { ...row, sessionStatus: session.status };
  }

  /** The request and its history change in one statement. */
  private async change(actor: Actor, { id, status: before }: Locked, { action, status, waitingRank = null, reason, decides = false }: Change): Promise<void> {
    await this.db.query(
      `with changed as (
         update training.enrolment set status = $2, waiting_rank = $3, reason = $4, version = version + 1,
                decided_at = case when $5 then $6 else decided_at end, decided_by = case when $5 then $7 else decided_by end
          where id = $1 returning id)
       insert into training.enrolment_event (enrolment_id, action, from_status, to_status, actor_id, reason, at)
       select id, $8, $9, $2, $7, $4, $6 from changed`,
      [id, status, waitingRank, reason ?? null, decides, this.clock.now(), actor.personId, action, before],
    );
    await this.record(actor, id, action, status);
  }

  private record = (actor: Actor, id: string, action: string, toStatus: string): Promise<void> =>
    this.audit.record({ actor, action: `enrolment.${action}`, subjectType: 'enrolment', subjectId: id, detail: { toStatus } });
}
