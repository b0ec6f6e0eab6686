import { Actor, Audit, Clock, conflict, Database, notFound, Outbox } from '@app/platform';
import { AgentProfiles } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { closedTo } from '../session/session.rules';
import type { SessionStatus } from '../session/session.rules';
import { shortCode } from './codes';
import type { EnrolmentDetail } from './enrolment.dto';
import { Enrolment, EnrolmentEvent } from './enrolment.entity';
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
  version: number;
  parties: Parties;
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
        `select s.status, s.enrolment_closes_at as "enrolmentClosesAt", c.audience_categories as audience
           from training.session s join training.course c on c.id = s.course_id where s.id = $1 and s.status <> 'draft' for share of s`,
        [sessionId],
      );
      if (!session) throw notFound('session');
      const closed = closedTo(session, this.clock.now());
      if (closed) throw conflict('session.closed', closed);
      const profile = await this.profiles.of(actor.personId);
      if (!profile) throw conflict('agent.profile_missing', 'Votre employeur et votre cadre d’emplois doivent être connus avant de demander une place.');
      if (!inAudience(profile, session.audience)) throw conflict('enrolment.not_in_audience', 'Cette formation ne s’adresse pas à votre catégorie.');
      const { identifiers } = await this.db.em.insert(Enrolment, {
        number: shortCode('E', 6), sessionId, agentId: actor.personId, employerId: profile.employerId, motivation, submittedAt: this.clock.now(),
      });
      const id = String(identifiers[0]!.id);
      await this.remember(actor, id, 'submit', null, 'submitted');
      await this.outbox.publish('training.enrolment_submitted', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  /** The employer agrees: the request takes a seat, or a rank in the waiting list. */
  validate(actor: Actor, id: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayDecide);
      enrolmentLifecycle.next(request.status, 'validate');
      const session = await this.db.one<{ status: SessionStatus }>('select status from training.session where id = $1', [request.sessionId]);
      if (!['open', 'confirmed'].includes(session!.status)) throw conflict('session.closed', 'Cette session n’accueille plus de nouveaux participants.');
      const rank = await this.seats.take(request.sessionId);
      const status = rank === null ? 'admitted' : 'waiting';
      await this.change(request, { status, waitingRank: rank, decidedAt: this.clock.now(), decidedBy: actor.personId });
      await this.remember(actor, id, 'validate', request.status, status);
      await this.outbox.publish(rank === null ? 'training.enrolment_admitted' : 'training.enrolment_waiting', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  refuse(actor: Actor, id: string, reason: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayDecide);
      const status = enrolmentLifecycle.next(request.status, 'refuse');
      await this.change(request, { status, reason, decidedAt: this.clock.now(), decidedBy: actor.personId });
      await this.remember(actor, id, 'refuse', request.status, status, reason);
      await this.outbox.publish('training.enrolment_refused', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  withdraw(actor: Actor, id: string, reason?: string): Promise<EnrolmentDetail> {
    return this.db.tx(async () => {
      const request = await this.lock(actor, id, mayWithdraw);
      const status = enrolmentLifecycle.next(request.status, 'withdraw');
      await this.change(request, { status, waitingRank: null, reason: reason ?? null });
      await this.remember(actor, id, 'withdraw', request.status, status, reason);
      if (SEATED.includes(request.status)) await this.seats.release(request.sessionId);
      await this.outbox.publish('training.enrolment_withdrawn', { enrolmentId: id });
      return this.queries.detail(actor, id);
    });
  }

  /** Locks the session, then the request: the same order everywhere. What the actor may not see is absent. */
  private async lock(actor: Actor, id: string, may: (actor: Actor, parties: Parties) => boolean): Promise<Locked> {
    await this.db.query(
      'select 1 from training.session where id = (select session_id from training.enrolment where id = $1) for no key update',
      [id],
    );
    const row = await this.db.one<Locked>(
      `select e.id, e.session_id as "sessionId", e.status, e.version,
              ${PARTIES}
         from training.enrolment e join training.session s on s.id = e.session_id
         left join identity.agent_profile a on a.person_id = e.agent_id
        where e.id = $1 for no key update of e`,
      [id],
    );
    if (!row || !maySee(actor, row.parties)) throw notFound('enrolment');
    if (!may(actor, row.parties)) throw conflict('enrolment.own', 'Vous ne pouvez pas décider de cette demande.');
    return row;
  }

  private async change({ id, version }: Locked, change: Partial<Enrolment>): Promise<void> {
    await this.db.em.update(Enrolment, id, { ...change, version: version + 1 });
  }

  private async remember(actor: Actor, enrolmentId: string, action: string, fromStatus: string | null, toStatus: string, reason?: string): Promise<void> {
    await this.db.em.insert(EnrolmentEvent, { enrolmentId, action, fromStatus, toStatus, actorId: actor.personId, reason: reason ?? null, at: this.clock.now() });
    await this.audit.record({ actor, action: `enrolment.${action}`, subjectType: 'enrolment', subjectId: enrolmentId, detail: { toStatus } });
  }
}
