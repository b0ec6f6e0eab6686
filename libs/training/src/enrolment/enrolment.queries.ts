import { Actor, Audit, cursorKey, Database, notFound, page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EnrolmentCard, EnrolmentDetail, EnrolmentList, EnrolmentPage } from './enrolment.dto';
import { actionsFor, maySee, Parties } from './enrolment.policy';

/** The parties a policy asks about, of request `e`, its session `s` and the profile `a` of its agent. */
export const PARTIES = `jsonb_build_object('agentId', e.agent_id, 'employerId', e.employer_id, 'organiserId', s.organiser_id, 'supervisorId', a.supervisor_id) as parties`;

const CARD = `
  e.id, e.number, e.status, e.waiting_rank as "waitingRank", e.submitted_at as "submittedAt", e.motivation,
  jsonb_build_object('id', s.id, 'code', s.code, 'courseTitle', c.title, 'courseSlug', c.slug, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
    'timeZone', s.time_zone, 'venueName', v.name, 'communeName', v.commune_name, 'seatsLeft', s.capacity - s.seats_taken, 'status', s.status) as session,
  jsonb_build_object('id', p.id, 'displayName', p.given_name || ' ' || p.family_name) as agent,
  jsonb_build_object('id', o.id, 'name', o.name) as employer`;
const FROM = `
  from training.enrolment e
  join training.session s on s.id = e.session_id
  join training.course c on c.id = s.course_id
  join venues.venue v on v.id = s.venue_id
  join identity.person p on p.id = e.agent_id
  join identity.organisation o on o.id = e.employer_id`;

@Injectable()
export class EnrolmentQueries {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  mine = (actor: Actor, list: EnrolmentList): Promise<EnrolmentPage> => this.list('e.agent_id = $1', actor.personId, list, 'desc');

  /** What waits for a training officer, oldest first. */
  toDecide = (actor: Actor, list: EnrolmentList): Promise<EnrolmentPage> =>
    this.list("e.employer_id = any($1) and e.status = 'submitted'", actor.organisationIds('training_officer'), list, 'asc');

  /** The requests for a session, for whoever organises it. */
  async ofSession(actor: Actor, sessionId: string, list: EnrolmentList): Promise<EnrolmentPage> {
    const session = await this.db.one('select 1 from training.session where id = $1 and organiser_id = any($2)', [
      sessionId,
      actor.organisationIds('course_manager'),
    ]);
    if (!session) throw notFound('session');
    return this.list('e.session_id = $1', sessionId, list, 'asc');
  }

  /** Someone else than the agent reads the request: the trail keeps it. */
  async read(actor: Actor, id: string): Promise<EnrolmentDetail> {
    const detail = await this.detail(actor, id);
    if (actor.personId !== detail.agent.id) await this.audit.record({ actor, action: 'enrolment.read', subjectType: 'enrolment', subjectId: id });
    return detail;
  }

  async detail(actor: Actor, id: string): Promise<EnrolmentDetail> {
    const row = await this.db.one<Omit<EnrolmentDetail, 'actions'> & { parties: Parties }>(
      `select ${CARD}, e.reason, e.version,
              ${PARTIES},
              (select jsonb_agg(jsonb_build_object('action', h.action, 'at', h.at, 'reason', h.reason,
                'actorName', (select given_name || ' ' || family_name from identity.person where id = h.actor_id)) order by h.at, h.id)
                from training.enrolment_event h where h.enrolment_id = e.id) as timeline,
              (select jsonb_build_object('id', t.id, 'code', t.code) from training.attestation t where t.enrolment_id = e.id) as attestation
         ${FROM} left join identity.agent_profile a on a.person_id = e.agent_id
        where e.id = $1`,
      [id],
    );
    if (!row || !maySee(actor, row.parties)) throw notFound('enrolment');
    const { parties, ...detail } = row;
    return { ...detail, timeline: detail.timeline ?? [], actions: actionsFor(actor, parties, detail.status) };
  }

  private async list(where: string, value: unknown, { cursor, limit }: EnrolmentList, order: 'asc' | 'desc'): Promise<EnrolmentPage> {
    const [submittedAt, id] = cursorKey(cursor, 'instant', 'uuid') ?? [null, null];
    const rows = await this.db.query<EnrolmentCard>(
      `select ${CARD} ${FROM}
        where ${where} and ($2::timestamptz is null or (e.submitted_at, e.id) ${order === 'asc' ? '>' : '<'} ($2::timestamptz, $3::uuid))
        order by e.submitted_at ${order}, e.id ${order} limit $4`,
      [value, submittedAt, id, limit + 1],
    );
    return page(rows, limit, (row) => [new Date(row.submittedAt).toISOString(), row.id]);
  }
}
