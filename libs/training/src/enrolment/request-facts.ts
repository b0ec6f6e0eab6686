import { Clock, Database, Together } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Chain, DEFAULT_CHAIN } from '../chain/chain.rules';
import { RANKS } from './precedents.sql';
import type { SessionStatus } from '../session/session.rules';

/** What a request is decided on: the session as it is now, who asks, and how their employer decides. */
export interface RequestFacts {
  session: {
    code: string; status: SessionStatus; startsAt: Date; enrolmentClosesAt: Date; timeZone: string; courseTitle: string; audience: string[]; regime: string; conditions: string;
    isSelective: boolean; scope: 'open' | 'regional'; organiserId: string; costCents: number;
  };
  agent: {
    employerId: string; employerKind: string; managedBy: string | null; delegationId: string | null; category: string; statut: string; isMediateur: boolean; supervisorId: string | null;
  } | null;
  chain: Chain;
  /** A place they have at the same hours. */
  clash: Clash | null;
  /** Rules of priority in force, by code: the smaller rank goes first. */
  ranks: Record<string, number>;
}

export interface Clash {
  code: string;
  courseTitle: string;
}

/** A place that agent `agent` has in another session at the hours of session `session`, both SQL expressions, as JSON. */
export const clashOf = (agent: string, session: string): string => `
  (select jsonb_build_object('code', cs.code, 'courseTitle', cc.title) from training.enrolment o join training.session cs on cs.id = o.session_id join training.course cc on cc.id = cs.course_id
    where o.agent_id = ${agent} and o.session_id <> ${session} and o.status in ('admitted', 'convoked')
      and o.periods && (select range_agg(t.period) from training.session_slot t where t.session_id = ${session}) order by cs.starts_at limit 1)`;

const CHAIN = `jsonb_build_object('online', h.online, 'opinion', h.opinion, 'opinionDays', h.opinion_days, 'validates', h.validates, 'validationDays', h.validation_days, 'visa', h.visa)`;
/** The chain of the employer that table `employer` (an SQL expression) names, as JSON; null when it takes the default. */
export const chainOf = (employer: string): string => `(select ${CHAIN} from training.employer_chain h where h.organisation_id = ${employer})`;

/** The delegation in whose region the département of `o`, an organisation, is. */
const DELEGATION = `(select d.id from identity.organisation d join identity.departement dd on dd.code = d.departement_code join identity.departement od on od.code = o.departement_code
  where d.kind = 'cnfpt' and d.parent_id is not null and dd.region_code = od.region_code and d.valid_to is null order by d.id limit 1)`;

/** The facts of each pair of $1, sessions, and $2, agents, at the instant $3; none when there is no such session for the public. */
const FACTS = `
  select x.index::int, jsonb_build_object('code', s.code, 'status', s.status, 'startsAt', s.starts_at, 'enrolmentClosesAt', s.enrolment_closes_at, 'timeZone', s.time_zone, 'courseTitle', c.title,
           'regime', c.financing_regime, 'conditions', c.financing_conditions, 'isSelective', c.is_selective, 'scope', s.scope, 'organiserId', s.organiser_id, 'costCents', c.employer_cents,
           'audience', array(select a.audience from training.course_audience a where a.course_id = s.course_id
                                and (s.starts_at at time zone s.time_zone)::date between a.valid_from and coalesce(a.valid_until, 'infinity'))) as session,
         (select jsonb_build_object('employerId', a.employer_id, 'employerKind', o.kind, 'managedBy', (select h.managed_by from training.employer_chain h where h.organisation_id = o.id), 'delegationId', ${DELEGATION}, 'category', a.category, 'statut', a.statut,
           'isMediateur', a.is_mediateur, 'supervisorId', a.supervisor_id)
            from identity.agent_profile a join identity.organisation o on o.id = a.employer_id where a.person_id = x.agent_id) as agent,
         ${chainOf('(select employer_id from identity.agent_profile where person_id = x.agent_id)')} as chain,
         ${clashOf('x.agent_id', 's.id')} as clash,
         ${RANKS('$3')} as ranks
    from unnest($1::uuid[], $2::uuid[]) with ordinality as x(session_id, agent_id, index)
    join training.session s on s.id = x.session_id and s.status <> 'draft' join training.course c on c.id = s.course_id`;

interface Pair {
  sessionId: string;
  agentId: string;
}
type Row = Omit<RequestFacts, 'chain'> & { index: number; chain: Chain | null };

@Injectable()
export class RequestFactsQueries {
  private readonly asked = new Together((pairs: Pair[]) => this.ofAll(pairs, (values) => this.db.prepared<Row>('training.request_facts', FACTS, values)), { together: 50, patience: 100 });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when there is no such session for the public. */
  async of(sessionId: string, agentId: string): Promise<RequestFacts | undefined> {
    const pair = { sessionId, agentId };
    if (!this.db.inTransaction) return this.asked.ask(pair);
    return (await this.ofAll([pair], (values) => this.db.query<Row>(FACTS, values)))[0];
  }

  private async ofAll(pairs: Pair[], read: (values: unknown[]) => Promise<Row[]>): Promise<(RequestFacts | undefined)[]> {
    const rows = await read([pairs.map(({ sessionId }) => sessionId), pairs.map(({ agentId }) => agentId), this.clock.now()]);
    const facts: (RequestFacts | undefined)[] = pairs.map(() => undefined);
    for (const { index, ...row } of rows) {
      const { session } = row;
      facts[index - 1] = {
        ...row, chain: row.chain ?? DEFAULT_CHAIN,
        session: { ...session, startsAt: new Date(session.startsAt), enrolmentClosesAt: new Date(session.enrolmentClosesAt) },
      };
    }
    return facts;
  }
}
