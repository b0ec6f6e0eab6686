import { Actor, Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { budgetOf } from '../chain/budget.sql';
import type { EmployerBudget, InboxList, InboxPage } from './enrolment.dto';
import { EnrolmentQueries } from './enrolment.queries';
import { PRECEDENTS, STATUTORY } from './precedents.sql';
import { alertsOf, type Precedents } from './statutory.rules';

interface Weighed {
  costCents: number;
  statut: string;
  precedents: Precedents;
  /** First day of the session, `YYYY-MM-DD`. */
  day: string;
  rules: Record<string, number>;
  hasBudget: boolean;
}
const WEIGHED = `e.cost_cents as "costCents", coalesce((select a.statut from identity.agent_profile a where a.person_id = e.agent_id), '') as statut,
  (select ${PRECEDENTS} from training.session s where s.id = e.session_id) as precedents, ${STATUTORY('$2')} as rules,
  (select (s.starts_at at time zone s.time_zone)::date::text from training.session s where s.id = e.session_id) as day,
  exists (select from training.employer_chain h where h.organisation_id = e.employer_id and h.budget_cents is not null) as "hasBudget"`;

/** What waits for a training officer: the requests of a page with what the law asks of each, then the budgets of their employers that have one. */
@Injectable()
export class InboxQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentQueries,
  ) {}

  async toDecide(actor: Actor, list: InboxList): Promise<InboxPage> {
    const { items, nextCursor } = await this.enrolments.toDecide<Weighed>(actor, list, { columns: WEIGHED, value: this.clock.now() });
    const budgeted = [...new Set(items.filter(({ hasBudget }) => hasBudget).map(({ employer }) => employer.id))];
    return {
      items: items.map(({ statut, precedents, rules, day, hasBudget: _, ...card }) => ({ ...card, alerts: alertsOf(precedents, statut, rules, day) })),
      budgets: budgeted.length > 0 ? await this.budgets(budgeted) : [],
      nextCursor,
    };
  }

  private budgets(employerIds: string[]): Promise<EmployerBudget[]> {
    return this.db.prepared<EmployerBudget>(
      'training.inbox.budgets',
      `select o.id as "employerId", o.name as "employerName", b.* from identity.organisation o
        cross join lateral jsonb_to_record(${budgetOf('o.id', '$2')}) as b("year" int, "budgetCents" int, "engagedCents" float8, "remainingCents" float8, blocks boolean)
        where o.id = any($1) and b.year is not null order by o.name, o.id`,
      [employerIds, this.clock.now()],
    );
  }
}
