import { dayOf } from '@app/identity';
import { Actor, Clock, conflict, conflictAt, Database, dateInWords, invalid, noonOf, notFound, Problem } from '@app/platform';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { beyond, type Budget } from '../chain/budget.rules';
import { budgetOf } from '../chain/budget.sql';
import { dueFor, type Step, stepAfter, stepsOf } from '../chain/chain.rules';
import { admission } from './admission';
import { NUMBER_LENGTH, shortCode } from './codes';
import { LIVE } from './enrolment.entity';
import { type Asking, Entrance } from './entrance';
import type { OfflineAgents, OnBehalfInput, OnBehalfReceipt } from './on-behalf.dto';
import { type RequestFacts, RequestFactsQueries } from './request-facts';
import { SeatLedger } from './seat-ledger';

interface Named {
  agentId: string;
  facts: RequestFacts;
  asked: ReturnType<typeof admission>;
  /** What the request waits for once it is made; null when its employer has said all. */
  step: Step | null;
  /** Whether whoever asks agrees to it by asking: nobody's opinion comes first. */
  isAgreed: boolean;
}

/** Requests made in the name of agents: by their training officer, or by the delegation from a signed form. All of them, or none. */
@Injectable()
export class OnBehalfService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: RequestFactsQueries,
    private readonly entrance: Entrance,
    private readonly seats: SeatLedger,
  ) {}

  request(actor: Actor, sessionId: string, input: OnBehalfInput): Promise<OnBehalfReceipt> {
    return this.db.tx(async () => {
      const now = this.clock.now();
      const named: Named[] = [];
      for (const [index, agentId] of input.agentIds.entries()) named.push(await this.named(actor, sessionId, agentId, index, input, now));
      await this.checkUnasked(sessionId, input.agentIds);
      const [first] = named as [Named, ...Named[]];
      const { together = false } = input;
      if (together) asGroup(named, first);
      await this.checkBudgets(named.filter(({ isAgreed }) => isAgreed), first.facts.session.costCents, now);
      const groupId = together && named.length > 1 ? randomUUID() : null;
      const made = await this.entrance.enterWithin(named.map((one) => this.asking(actor, sessionId, one, groupId, input.motivation ?? '', now)));
      const session = { id: sessionId, startsAt: first.facts.session.startsAt };
      const units = groupId ? [made] : made.map((receipt) => [receipt]);
      for (const [index, unit] of units.entries()) {
        const { step, facts, isAgreed } = named[index]!;
        if (!isAgreed) continue;
        const status = await this.seats.decide({
          requests: unit.map(({ id }) => ({ id, version: 1 })), session, action: 'validate', actorId: actor.personId, decides: true, reason: signatureOf(input),
          ...(step ? { target: 'submitted', step, dueAt: dueFor(step, facts.chain, now, session.startsAt) } : { target: facts.session.isSelective ? 'transmitted' : 'placed' }),
        });
        for (const receipt of unit) receipt.status = status;
      }
      return { items: made };
    });
  }

  /** Agents of employers that are not on line, in the region of the actor's delegation. */
  async offlineAgents(actor: Actor, q: string): Promise<OfflineAgents> {
    const items = await this.db.query<OfflineAgents['items'][number]>(
      `select p.id, p.given_name || ' ' || p.family_name as "displayName", o.name as "employerName", a.category
         from training.employer_chain h join identity.agent_profile a on a.employer_id = h.organisation_id join identity.person p on p.id = a.person_id and p.active
         join identity.organisation o on o.id = a.employer_id join identity.departement od on od.code = o.departement_code
        where not h.online and position(platform.fold($2) in platform.fold(p.given_name || ' ' || p.family_name)) > 0
          and exists (select from identity.organisation d join identity.departement dd on dd.code = d.departement_code where d.id = any($1) and dd.region_code = od.region_code)
        order by p.family_name, p.given_name, p.id limit 20`,
      [actor.organisationIds('course_manager'), q],
    );
    return { items };
  }

  private async named(actor: Actor, sessionId: string, agentId: string, index: number, input: OnBehalfInput, now: Date): Promise<Named> {
    const facts = await this.facts.of(sessionId, agentId);
    if (!facts) throw notFound('session');
    const isOfficer = facts.agent && actor.organisationIds('training_officer').some((id) => id === facts.agent!.employerId || id === facts.agent!.managedBy);
    const isDelegation = facts.agent && !facts.chain.online && actor.organisationIds('course_manager').includes(facts.session.organiserId) && facts.agent.delegationId === facts.session.organiserId;
    const pointer = `/agentIds/${index}`;
    if (!isOfficer && !isDelegation) throw invalid(pointer, 'agent.not_found', 'Vous ne pouvez pas inscrire cette personne.');
    if (agentId === actor.personId) throw invalid(pointer, 'enrolment.own', 'Faites votre propre demande depuis la page de la session\u202f: personne ne décide de la sienne.');
    if (!isOfficer) checkSignature(input, now);
    let asked;
    try {
      asked = admission(facts, { ...input, byLaw: isOfficer ? input.byLaw : false }, now);
    } catch (error) {
      // Which of them, and why.
      throw error instanceof Problem && error.status === 409 && input.agentIds.length > 1 ? conflictAt(pointer, error.code, error.detail) : error;
    }
    const steps = isOfficer ? stepsOf(facts.chain, ![null, actor.personId].includes(facts.agent!.supervisorId)) : [];
    const isAgreed = !steps.includes('opinion');
    return { agentId, facts, asked, step: isAgreed ? stepAfter(steps, 'validation') : 'opinion', isAgreed };
  }

  /** Which of several has a request already; the database holds to it whatever happens meanwhile. */
  private async checkUnasked(sessionId: string, agentIds: readonly string[]): Promise<void> {
    const [has] = await this.db.query<{ id: string }>(
      `select agent_id as id from training.enrolment where session_id = $1 and agent_id = any($2) and ${LIVE} limit 1`,
      [sessionId, agentIds],
    );
    if (has) throw conflictAt(`/agentIds/${agentIds.indexOf(has.id)}`, 'enrolment.already_requested', 'Une demande existe déjà pour cette session.');
  }

  /** All of them within what each employer has left, or why not, in figures. The database holds to it whatever happens meanwhile. */
  private async checkBudgets(agreed: Named[], costCents: number, now: Date): Promise<void> {
    if (costCents === 0) return;
    const employers = agreed.map(({ asked }) => asked.agent.employerId);
    const budgets = await this.db.query<{ id: string; budget: Budget | null }>(`select o.id, ${budgetOf('o.id', '$2')} as budget from unnest($1::uuid[]) o (id)`, [[...new Set(employers)], now]);
    for (const { id, budget } of budgets) {
      const over = beyond(budget, employers.filter((one) => one === id).length * costCents);
      if (over) throw conflict('enrolment.over_budget', over);
    }
  }

  private asking(actor: Actor, session: string, { agentId, facts, asked, step }: Named, group: string | null, motivation: string, now: Date): Asking {
    const first = step ?? 'validation';
    return {
      person: actor.personId, key: null, fingerprint: null, session, agent: agentId, employer: asked.agent.employerId, delegation: asked.agent.delegationId, group,
      number: shortCode('E', NUMBER_LENGTH), motivation, target: 'submitted', step: first, due: dueFor(first, facts.chain, now, facts.session.startsAt), priority: asked.priority.rank, rule: asked.priority.rule,
      payer: asked.payer, cost: facts.session.costCents, at: now,
    };
  }
}

/** A group goes on as one: those of it whose supervisor has nothing to say wait for the opinions on the others, and all are validated together. */
function asGroup(named: Named[], first: Named): void {
  if (named.some(({ facts }) => facts.agent!.employerId !== first.facts.agent!.employerId)) throw invalid('/together', 'enrolment.group', 'Un groupe réunit des agents d’un même employeur.');
  if (named.every(({ isAgreed }) => isAgreed)) return;
  if (!first.facts.chain.validates) throw invalid('/together', 'enrolment.group', 'Des avis sont attendus, et votre circuit ne prévoit pas de validation ensuite\u202f: inscrivez ces agents séparément.');
  for (const one of named.filter(({ isAgreed }) => isAgreed)) Object.assign(one, { isAgreed: false, step: 'validation' });
}

function checkSignature({ signedBy, signedOn }: OnBehalfInput, now: Date): void {
  if (!signedBy) throw invalid('/signedBy', 'enrolment.unsigned', 'Dites qui a signé le bulletin\u202f: le CNFPT ne prend pas en compte une inscription que l’autorité territoriale n’a pas signée.');
  if (!signedOn || signedOn > dayOf(now)) throw invalid('/signedOn', 'enrolment.unsigned', 'Dites quel jour le bulletin a été signé.');
}

const signatureOf = ({ signedBy, signedOn }: OnBehalfInput): string | null =>
  signedBy && signedOn ? `Bulletin signé par ${signedBy} le ${dateInWords(noonOf(signedOn), 'UTC')}` : null;
