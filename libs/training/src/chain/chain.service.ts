import { Actor, Audit, Clock, Database, ifMatch, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/identity';
import { budgetOf } from './budget.sql';
import type { ChainInput, ChainList, ChainView } from './chain.dto';
import { DEFAULT_CHAIN } from './chain.rules';

const VIEW = `
  select o.id as "organisationId", o.name as "organisationName", coalesce(h.online, $2) as online, coalesce(h.opinion, $3) as opinion, coalesce(h.opinion_days, $4) as "opinionDays",
         coalesce(h.validates, $5) as validates, coalesce(h.validation_days, $6) as "validationDays", coalesce(h.visa, $7) as visa, coalesce(h.version, 0) as version,
         (select jsonb_build_object('id', c.id, 'name', c.name) from identity.organisation c where c.id = h.managed_by) as "managedBy", o.id = any($1) as "isOwn",
         h.budget_cents as "budgetCents", coalesce(h.budget_blocks, false) as "budgetBlocks", ${budgetOf('o.id', '$8')} as budget
    from identity.organisation o left join training.employer_chain h on h.organisation_id = o.id
   where (o.id = any($1) or h.managed_by = any($1))`;
const { online, opinion, opinionDays, validates, validationDays, visa } = DEFAULT_CHAIN;
const DEFAULTS = [online, opinion, opinionDays, validates, validationDays, visa];

/** How employers decide, as their training officers set it. */
@Injectable()
export class ChainService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Of the employers that the actor answers for, and of those that leave it to their centre de gestion. */
  async list(actor: Actor): Promise<ChainList> {
    return { items: await this.db.query<ChainView>(`${VIEW} order by o.name, o.id limit 500`, [actor.organisationIds('training_officer'), ...DEFAULTS, this.clock.now()]) };
  }

  change(actor: Actor, organisationId: string, asked: number, { managedBy = null, budgetCents = null, budgetBlocks = false, ...input }: ChainInput): Promise<ChainView> {
    return this.db.tx(async () => {
      await this.db.query('select 1 from identity.organisation where id = $1 for no key update', [organisationId]);
      const known = await this.of(actor, organisationId);
      ifMatch(asked, known.version);
      if (managedBy !== (known.managedBy?.id ?? null)) await this.checkCentre(known, managedBy);
      await this.db.query(
        `insert into training.employer_chain (organisation_id, online, opinion, opinion_days, validates, validation_days, visa, managed_by, budget_cents, budget_blocks) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (organisation_id) do update set online = excluded.online, opinion = excluded.opinion, opinion_days = excluded.opinion_days, validates = excluded.validates,
           validation_days = excluded.validation_days, visa = excluded.visa, managed_by = excluded.managed_by, budget_cents = excluded.budget_cents, budget_blocks = excluded.budget_blocks, version = employer_chain.version + 1`,
        [organisationId, input.online, input.opinion, input.opinionDays, input.validates, input.validationDays, input.visa, managedBy, budgetCents, budgetBlocks],
      );
      await this.audit.record({ actor, action: 'chain.change', subjectType: 'organisation', subjectId: organisationId, detail: { ...input, managedBy, budgetCents, budgetBlocks } });
      return this.of(actor, organisationId);
    });
  }

  /** An employer alone says who decides for it: its centre de gestion may not keep it. */
  private async checkCentre({ isOwn }: ChainView, managedBy: string | null): Promise<void> {
    if (!isOwn) throw invalid('/managedBy', 'chain.managed_by', 'Seul l’employeur choisit le centre de gestion qui décide pour lui.');
    const centre = managedBy && (await this.db.one(`select 1 from identity.organisation where id = $1 and kind = 'employer' and (valid_to is null or valid_to > $2)`, [managedBy, dayOf(this.clock.now())]));
    if (managedBy && !centre) throw invalid('/managedBy', 'chain.managed_by', 'Ce centre de gestion n’existe pas.');
  }

  private async of(actor: Actor, organisationId: string): Promise<ChainView> {
    const chain = await this.db.one<ChainView>(`${VIEW} and o.id = $9`, [actor.organisationIds('training_officer'), ...DEFAULTS, this.clock.now(), organisationId]);
    if (!chain) throw notFound('organisation');
    return chain;
  }
}
