import { TODAY } from '@app/identity';
import { Actor, Audit, Clock, cursorKey, Database, notFound, page, type Page } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EnrolmentCard, type EnrolmentDetail, EnrolmentList, type EnrolmentPage, type FollowedList, type InboxList } from './enrolment.dto';
import { budgetOf } from '../chain/budget.sql';
import { actionsFor, maySee, Parties } from './enrolment.policy';
import type { EnrolmentStatus } from './enrolment.rules';
import { PRECEDENTS, STATUTORY } from './precedents.sql';
import { alertsOf, type Precedents } from './statutory.rules';

/** The parties a policy asks about, of request `e`, its session `s` and the profile `a` of its agent. */
export const PARTIES = `jsonb_build_object('agentId', e.agent_id, 'organiserId', s.organiser_id, 'supervisorId', a.supervisor_id,
  'employerIds', array_remove(array[e.employer_id, (select h.managed_by from training.employer_chain h where h.organisation_id = e.employer_id)], null),
  'deputyId', (select d.deputy_id from training.deputy d where d.absent_id = a.supervisor_id and d.days @> ${TODAY})) as parties`;

/** Where request `e` stands among those who wait: a group is one, and its rank is that of its first. */
export const WAITING_RANK = `case when e.status = 'waiting' then (
  select count(distinct coalesce(o.group_id, o.id))::int + 1 from training.enrolment o
   where o.session_id = e.session_id and o.status = 'waiting' and coalesce(o.group_id, o.id) <> coalesce(e.group_id, e.id) and (o.priority, o.queue_number) < (
       select f.priority, f.queue_number from training.enrolment f
        where f.session_id = e.session_id and f.status = 'waiting' and (f.id = e.id or f.group_id = e.group_id) order by f.priority, f.queue_number limit 1)) end`;

/** The same for all who wait for session $1: one reading of its queue. */
const QUEUE = `left join (
  select coalesce(w.group_id, w.id) as unit, row_number() over (order by min(array[w.priority::int, w.queue_number]))::int as rank
    from training.enrolment w where w.session_id = $1 and w.status = 'waiting' group by 1) q on q.unit = coalesce(e.group_id, e.id) and e.status = 'waiting'`;

/** What a list says of request `e`. What lies in other tables is looked up for each request of the page, and for no other. */
const cardOf = (rank: string): string => `
  e.id, e.number, e.status, ${rank} as "waitingRank", e.step, e.due_at as "dueAt", e.offer_until as "offerUntil", e.opinion, e.payer,
  (select r.label from training.priority_rule r where r.code = e.priority_rule) as "priorityLabel", e.submitted_at as "submittedAt", e.motivation,
  (select jsonb_build_object('id', s.id, 'code', s.code, 'courseTitle', c.title, 'courseSlug', c.slug, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
    'timeZone', s.time_zone, 'venueName', v.name, 'communeName', v.commune_name, 'seatsLeft', s.capacity - s.seats_taken, 'status', s.status)
     from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id where s.id = e.session_id) as session,
  (select jsonb_build_object('id', p.id, 'displayName', p.given_name || ' ' || p.family_name) from identity.person p where p.id = e.agent_id) as agent,
  (select jsonb_build_object('id', o.id, 'name', o.name) from identity.organisation o where o.id = e.employer_id) as employer`;

/** A page of the requests `e` for which `where` holds; `after` is what follows the cursor. Each reads an index in order, and stops. */
type PageOf = (after: string, order: string) => string;
const pageWhere = (where: string): PageOf => (after, order) => `select * from training.enrolment e where ${where} ${after} ${order}`;
/** Each of `of` (one `id` a row) has its own order: theirs are read apart, then put together. */
const pageByEach = (of: string, where: string): PageOf => (after, order) =>
  `select e.* from (${of}) m cross join lateral (select * from training.enrolment e where ${where} ${after} ${order}) e ${order}`;

/** Columns that a list adds to its cards of requests `e`; their value is $2. */
export interface Added {
  columns: string;
  value: unknown;
}
interface ListOf {
  page: PageOf;
  order: 'asc' | 'desc';
  rank: string;
  queue?: string;
}
const officesOf = (offices: string): string => `select unnest(${offices}) as id union select h.organisation_id from training.employer_chain h where h.managed_by = any(${offices})`;
const teamOf = (supervisor: string): string => `select a.person_id as id from identity.agent_profile a where a.supervisor_id = ${supervisor}`;
/** Nobody waits for a seat before their employer has decided. */
const NO_RANK = 'null::int';
const LISTS = {
  mine: { page: pageWhere('e.agent_id = $1'), order: 'desc', rank: WAITING_RANK },
  /** What waits for the opinion of a supervisor, or of who stands in for them today, oldest first. */
  toOpine: {
    page: pageByEach(
      `${teamOf('$1')} union
       select a.person_id from training.deputy d join identity.agent_profile a on a.supervisor_id = d.absent_id where d.deputy_id = $1 and d.days @> ${TODAY}`,
      `e.agent_id = m.id and e.agent_id <> $1 and e.status = 'submitted' and e.step = 'opinion'`,
    ),
    order: 'asc', rank: NO_RANK,
  },
  ofSession: { page: pageWhere('e.session_id = $1'), order: 'asc', rank: 'q.rank', queue: QUEUE },
} satisfies Record<string, ListOf>;

const AT = { any: `<> 'opinion'`, validation: `= 'validation'`, visa: `= 'visa'` };
/** What waits for a training officer, oldest first. */
const toDecideAt = (step: keyof typeof AT): ListOf => ({
  page: pageByEach(officesOf('$1::uuid[]'), `e.employer_id = m.id and e.status = 'submitted' and e.step ${AT[step]}`),
  order: 'asc', rank: NO_RANK,
});

const FOLLOWED: Record<NonNullable<FollowedList['state']>, readonly EnrolmentStatus[]> = {
  pending: ['submitted', 'transmitted', 'waiting', 'offered'],
  placed: ['admitted', 'convoked'],
  over: ['present', 'partial', 'absent', 'attested', 'refused', 'withdrawn', 'not_selected', 'cancelled'],
};
/** The supervisor, or null, then the offices of the officer. */
const [SUPERVISOR, OFFICES] = ['($1::uuid[])[1]', '($1::uuid[])[2:]'];
function followedIn(state: keyof typeof FOLLOWED): ListOf {
  const isSo = `e.status in (${FOLLOWED[state].map((status) => `'${status}'`).join(', ')})`;
  const offices = pageByEach(officesOf(OFFICES), `e.employer_id = m.id and ${isSo}`);
  const team = pageByEach(teamOf(SUPERVISOR), `e.agent_id = m.id and ${isSo} and e.employer_id not in (${officesOf(OFFICES)})`);
  return { page: (after, order) => `select * from ((${offices(after, order)}) union all (${team(after, order)})) e ${order}`, order: 'desc', rank: WAITING_RANK };
}

@Injectable()
export class EnrolmentQueries {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  mine = (actor: Actor, list: EnrolmentList): Promise<EnrolmentPage> => this.list('mine', LISTS.mine, actor.personId, list);
  toDecide = <More extends object>(actor: Actor, { step, ...list }: InboxList, added: Added): Promise<Page<EnrolmentCard & More>> =>
    this.list<More>(`toDecide.${step ?? 'any'}`, toDecideAt(step ?? 'any'), actor.organisationIds('training_officer'), list, added);
  toOpine = (actor: Actor, list: EnrolmentList): Promise<EnrolmentPage> => this.list('toOpine', LISTS.toOpine, actor.personId, list);

  /** What has become of the requests of those whom a training officer answers for, and of the team of a supervisor, the latest first. */
  followed = (actor: Actor, { state = 'pending', ...list }: FollowedList): Promise<EnrolmentPage> =>
    this.list(`followed.${state}`, followedIn(state), [actor.hasRole('supervisor') ? actor.personId : null, ...actor.organisationIds('training_officer')], list);

  /** The requests for a session, for whoever organises it. */
  async ofSession(actor: Actor, sessionId: string, list: EnrolmentList): Promise<EnrolmentPage> {
    const session = await this.db.one('select 1 from training.session where id = $1 and organiser_id = any($2)', [
      sessionId,
      actor.organisationIds('course_manager'),
    ]);
    if (!session) throw notFound('session');
    return this.list('ofSession', LISTS.ofSession, sessionId, list);
  }

  /** Someone else than the agent reads the request: the trail keeps it. */
  async read(actor: Actor, id: string): Promise<EnrolmentDetail> {
    const detail = await this.detail(actor, id);
    if (actor.personId !== detail.agent.id) await this.audit.record({ actor, action: 'enrolment.read', subjectType: 'enrolment', subjectId: id });
    return detail;
  }

  async detail(actor: Actor, id: string): Promise<EnrolmentDetail> {
    const row = await this.db.one<Omit<EnrolmentDetail, 'actions' | 'alerts'> & { parties: Parties; statut: string; precedents: Precedents; rules: Record<string, number>; day: string }>(
      `select ${cardOf(WAITING_RANK)}, e.cost_cents as "costCents", ${budgetOf('e.employer_id', '$2')} as budget, e.reason, e.version, coalesce(a.statut, '') as statut, ${PRECEDENTS} as precedents, ${STATUTORY('$2')} as rules, (s.starts_at at time zone s.time_zone)::date::text as day,
              (select count(*)::int from training.enrolment g where g.id = e.id or g.group_id = e.group_id) as "groupSize",
              ${PARTIES},
              (select jsonb_agg(jsonb_build_object('action', h.action, 'at', h.at, 'toStatus', h.to_status, 'reason', h.reason,
                'actorName', (select given_name || ' ' || family_name from identity.person where id = h.actor_id)) order by h.at, h.id)
                from training.enrolment_event h where h.enrolment_id = e.id) as timeline,
              (select jsonb_build_object('id', t.id, 'code', t.code) from training.attestation t where t.enrolment_id = e.id) as attestation
         from training.enrolment e join training.session s on s.id = e.session_id left join identity.agent_profile a on a.person_id = e.agent_id
        where e.id = $1`,
      [id, this.clock.now()],
    );
    if (!row || !maySee(actor, row.parties)) throw notFound('enrolment');
    const { parties, statut, precedents, rules, day, budget, ...detail } = row;
    const decides = actor.organisationIds('training_officer').some((office) => parties.employerIds.includes(office));
    return { ...detail, alerts: decides ? alertsOf(precedents, statut, rules, day) : [], budget: decides ? budget : null, timeline: detail.timeline ?? [], actions: actionsFor(actor, parties, detail) };
  }

  /** The text is the same for all who ask the same page of the same list: that of the screens is planned once. */
  private async list<More extends object = object>(
    name: string, { page: pageOf, order, rank, queue = '' }: ListOf, value: unknown, { cursor, limit }: EnrolmentList, added?: Added,
  ): Promise<Page<EnrolmentCard & More>> {
    const given = added ? [value, added.value] : [value];
    const key = cursorKey(cursor, 'instant', 'uuid');
    const after = key ? `and (e.submitted_at, e.id) ${order === 'asc' ? '>' : '<'} ($${given.length + 1}::timestamptz, $${given.length + 2}::uuid)` : '';
    const inOrder = `order by e.submitted_at ${order}, e.id ${order}`;
    const text = `select ${cardOf(rank)}${added ? `, ${added.columns}` : ''} from (${pageOf(after, `${inOrder} limit ${limit + 1}`)}) e ${queue} ${inOrder}`;
    const values = [...given, ...(key ?? [])];
    const isUsual = limit === new EnrolmentList().limit;
    const rows = isUsual ? await this.db.prepared<EnrolmentCard & More>(`training.enrolments.${name}.${key ? 'next' : 'first'}`, text, values) : await this.db.query<EnrolmentCard & More>(text, values);
    return page(rows, limit, (row) => [new Date(row.submittedAt).toISOString(), row.id]);
  }
}
