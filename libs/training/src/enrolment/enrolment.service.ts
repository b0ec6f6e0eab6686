import { Actor, type Click, Clock, conflict, Database, hasConstraint, invalid, isContention, keyReused, notFound, Problem, problemOfDatabaseError, tryAgain } from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { type Chain, DEFAULT_CHAIN, dueFor, type Step, stepAfter, stepsOf } from '../chain/chain.rules';
import { beyond, type Budget } from '../chain/budget.rules';
import { budgetOf } from '../chain/budget.sql';
import { admission, offline, overlapping } from './admission';
import type { BatchInput, BatchOutcome, BatchReceipt } from './batch.dto';
import { NUMBER_LENGTH, shortCode } from './codes';
import { Entrance } from './entrance';
import type { EnrolmentDetail, EnrolmentInput, EnrolmentReceipt, OpinionInput, RefusalInput } from './enrolment.dto';
import { may, maySee, Parties } from './enrolment.policy';
import { EnrolmentQueries, PARTIES } from './enrolment.queries';
import { type EnrolmentAction, enrolmentLifecycle, type EnrolmentStatus } from './enrolment.rules';
import { PRECEDENTS, RANKS, STATUTORY } from './precedents.sql';
import { priorityOf } from './priority.rules';
import { commissionOf, needsCommission, type Precedents } from './statutory.rules';
import { chainOf, type Clash, clashOf, RequestFactsQueries } from './request-facts';
import { type Decision, SeatLedger } from './seat-ledger';

interface Known {
  id: string;
  version: number;
  status: EnrolmentStatus;
  step: Step | null;
  delegationId: string | null;
  offerUntil: Date | null;
  session: { id: string; code: string; startsAt: Date; courseTitle: string; isSelective: boolean; scope: 'open' | 'regional'; organiserId: string };
  chain: Chain;
  clash: Clash | null;
  ranks: Record<string, number>;
  parties: Parties;
  /** Attested by the employer already, when it enrolled the agent. */
  byLaw: boolean;
  statut: string;
  precedents: Precedents;
  /** Figures of the law in force, by code. */
  rules: Record<string, number>;
  /** Itself, and those of its group that stand where it does. */
  together: { id: string; version: number; costCents: number }[];
  /** Of its group, those on which a supervisor has not said what they think. */
  opinionsAwaited: number;
  /** Of the employer, this year. */
  budget: Budget | null;
}
interface Answered {
  receipt: EnrolmentReceipt;
  /** Whether it was answered before. */
  isReplay: boolean;
}
type Deciding = Pick<Decision, 'target'> & Partial<Decision>;

/** A group goes from one step to the next as one. */
const TOGETHER: readonly EnrolmentAction[] = ['validate', 'endorse', 'select'];
/** Someone else wrote the same request, budget or hours between the reading and the writing. */
const isPassing = (error: unknown) => hasConstraint(error, 'ck_enrolment_changed', 'ck_enrolment_budget', 'ex_enrolment_one_place_at_a_time');

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seats: SeatLedger,
    private readonly entrance: Entrance,
    private readonly facts: RequestFactsQueries,
    private readonly queries: EnrolmentQueries,
  ) {}

  /** An agent asks for a seat; their employer's chain says who decides. A second click with the same key gets the first answer. */
  request(actor: Actor, sessionId: string, input: EnrolmentInput, click: Click | null): Promise<Answered> {
    const attempt = async () => {
      try {
        return await this.ask(actor, sessionId, input, click);
      } catch (error) {
        const before = click && (await this.answered(actor, click));
        if (before) return before;
        throw error;
      }
    };
    // Another number is drawn when someone has this one; a key that has just been used is read.
    return tryAgain(attempt, (error) => isPassing(error) || isContention(error) || hasConstraint(error, 'uq_enrolment_number', 'pk_idempotency'));
  }

  /** What this click was answered, whatever has become of the session since: its first answer may have been lost on the way. */
  private async answered(actor: Actor, { key, fingerprint }: Click): Promise<Answered | null> {
    const row = await this.db.one<{ receipt: EnrolmentReceipt }>('select answer as receipt from platform.idempotency where person_id = $1 and key = $2 and fingerprint = $3', [actor.personId, key, fingerprint]);
    return row ? { receipt: row.receipt, isReplay: true } : null;
  }

  private async ask(actor: Actor, sessionId: string, input: EnrolmentInput, click: Click | null): Promise<Answered> {
    const now = this.clock.now();
    const facts = await this.facts.of(sessionId, actor.personId);
    if (!facts) throw notFound('session');
    const { agent, target, step, priority, payer } = admission(facts, input, now);
    if (!facts.chain.online) throw offline();
    const { answer: receipt, known } = await this.entrance.enter({
      person: actor.personId, key: click?.key ?? null, fingerprint: click?.fingerprint ?? null, session: sessionId, agent: actor.personId, employer: agent.employerId, delegation: agent.delegationId,
      number: shortCode('E', NUMBER_LENGTH), motivation: input.motivation ?? '', target, step, due: step && dueFor(step, facts.chain, now, facts.session.startsAt), priority: priority.rank, rule: priority.rule, payer, cost: facts.session.costCents, group: null, at: now,
    });
    if (known !== null && known !== click?.fingerprint) throw keyReused();
    return { receipt, isReplay: known !== null };
  }

  /** The supervisor says what they think, with their reasons. A decisive opinion that is unfavourable ends the request, unless the joint commission comes first: the training officer then decides. */
  opine(actor: Actor, id: string, { opinion, reason }: OpinionInput): Promise<EnrolmentDetail> {
    return this.decide(actor, id, 'opine', (known) => {
      const refuses = opinion === 'unfavourable' && known.chain.opinion === 'decisive';
      if (refuses && !needsCommission(known.precedents, known.rules)) return { target: 'refused', opinion, reason, decides: true };
      return { ...(refuses ? this.awaiting(known, 'validation') : this.onward(known, 'opinion')), opinion, reason };
    });
  }

  /** The employer agrees: the request goes on to the visa, or to a seat or a rank in the waiting list. */
  validate = (actor: Actor, id: string, byLaw = false): Promise<EnrolmentDetail> =>
    this.decide(actor, id, 'validate', (known) => {
      const over = beyond(known.budget, known.together.reduce((sum, { costCents }) => sum + costCents, 0));
      if (known.opinionsAwaited > 0) throw conflict('enrolment.group_awaits', 'Un agent du groupe attend encore l’avis de son supérieur\u202f: validez le groupe quand tous les avis sont donnés.');
      if (over) throw conflict('enrolment.over_budget', over);
      return { ...this.onward(known, 'validation'), decides: true, priority: priorityOf({ ...known.session, delegationId: known.delegationId, byLaw: byLaw || known.byLaw }, known.ranks) };
    });

  /** The territorial authority has signed. */
  endorse = (actor: Actor, id: string, reason: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'endorse', (known) => ({ ...this.onward(known, 'visa'), reason }));

  /** A refusal that follows another, for the same object, comes after the opinion of the joint commission. */
  refuse = (actor: Actor, id: string, { reason, commissionOn }: RefusalInput): Promise<EnrolmentDetail> =>
    this.decide(actor, id, 'refuse', ({ precedents, statut, rules }) => {
      if (needsCommission(precedents, rules) && !commissionOn)
        throw invalid('/commissionOn', 'enrolment.commission', `Cette formation lui a déjà été refusée\u202f: dites quand ${commissionOf(statut)} a donné son avis.`);
      if (commissionOn && commissionOn > dayOf(this.clock.now())) throw invalid('/commissionOn', 'enrolment.commission', 'L’avis de la commission précède la décision.');
      return { target: 'refused', reason, decides: true, commissionOn };
    });

  /** The organiser chooses among the requests for a course that selects. */
  select = (actor: Actor, id: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'select', (known) => this.placed(known));
  notSelect = (actor: Actor, id: string, reason: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'not_select', () => ({ target: 'not_selected', reason }));

  /** The seat offered from the waiting list is taken. */
  accept = (actor: Actor, id: string): Promise<EnrolmentDetail> =>
    this.decide(actor, id, 'accept', ({ clash, session, offerUntil }) => {
      if (offerUntil! <= this.clock.now()) throw conflict('offer.lapsed', 'Le délai pour répondre est passé\u202f: la place va à la personne suivante.');
      if (clash) throw overlapping(clash, session);
      return { target: 'admitted', told: 'training.enrolment_accepted' };
    });
  decline = (actor: Actor, id: string, reason?: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'decline', () => ({ target: 'withdrawn', reason, told: 'training.enrolment_declined' }));

  withdraw = (actor: Actor, id: string, reason?: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'withdraw', () => ({ target: 'withdrawn', reason }));

  /** Someone convoked cannot come: their seat goes to the next. */
  release = (actor: Actor, id: string, reason: string): Promise<EnrolmentDetail> => this.decide(actor, id, 'release', () => ({ target: 'withdrawn', reason }));

  /** Several requests, each decided apart: one that is refused holds back no other. */
  async decideAll(actor: Actor, { decisions }: BatchInput): Promise<BatchReceipt> {
    const items: BatchOutcome[] = [];
    for (const { id, action, reason = '', byLaw } of decisions) {
      const decided = action === 'validate' ? this.validate(actor, id, byLaw) : action === 'endorse' ? this.endorse(actor, id, reason) : this.refuse(actor, id, { reason });
      items.push(await decided.then(({ status }) => ({ id, status, code: null, detail: null }), (error) => refused(id, error)));
    }
    return { items };
  }

  private decide(actor: Actor, id: string, action: EnrolmentAction, deciding: (known: Known) => Deciding): Promise<EnrolmentDetail> {
    return tryAgain(async () => {
      const known = await this.known(id);
      if (!known || !maySee(actor, known.parties)) throw notFound('enrolment');
      enrolmentLifecycle.next(known.status, action);
      if (!may(actor, known.parties, action, known)) throw conflict('enrolment.own', notYours(action, known.step));
      const requests = TOGETHER.includes(action) ? known.together : [known];
      await this.seats.decide({ requests, session: known.session, action, actorId: actor.personId, ...deciding(known) });
      return this.queries.detail(actor, id);
    }, isPassing);
  }

  /** The next step of the chain after this one, or the end of it. */
  private onward(known: Known, done: Step): Deciding {
    const step = stepAfter(stepsOf(known.chain, true), done);
    if (step) return this.awaiting(known, step);
    return known.session.isSelective ? { target: 'transmitted' } : this.placed(known);
  }

  private awaiting = ({ chain, session }: Known, step: Step): Deciding => ({ target: 'submitted', step, dueAt: dueFor(step, chain, this.clock.now(), session.startsAt) });

  private placed({ clash, session }: Known): Deciding {
    if (clash) throw overlapping(clash, session);
    return { target: 'placed' };
  }

  private async known(id: string): Promise<Known | undefined> {
    const row = await this.db.one<Omit<Known, 'chain'> & { chain: Chain | null }>(
      `select e.id, e.version, e.status, e.step, e.delegation_id as "delegationId", e.offer_until as "offerUntil", ${PARTIES},
              jsonb_build_object('id', s.id, 'code', s.code, 'startsAt', s.starts_at, 'courseTitle', c.title, 'isSelective', c.is_selective, 'scope', s.scope, 'organiserId', s.organiser_id) as session,
              ${chainOf('e.employer_id')} as chain, ${clashOf('e.agent_id', 'e.session_id')} as clash, e.priority_rule is not distinct from 'law' as "byLaw", coalesce(a.statut, '') as statut, ${PRECEDENTS} as precedents, ${STATUTORY('$2')} as rules,
              (select jsonb_agg(jsonb_build_object('id', g.id, 'version', g.version, 'costCents', g.cost_cents) order by g.id) from training.enrolment g
                where g.id = e.id or (g.group_id = e.group_id and g.status = e.status and g.step is not distinct from e.step)) as together,
              (select count(*)::int from training.enrolment g where g.group_id = e.group_id and g.status = 'submitted' and g.step = 'opinion') as "opinionsAwaited",
              ${RANKS('$2')} as ranks, ${budgetOf('e.employer_id', '$2')} as budget
         from training.enrolment e join training.session s on s.id = e.session_id join training.course c on c.id = s.course_id
         left join identity.agent_profile a on a.person_id = e.agent_id
        where e.id = $1`,
      [id, this.clock.now()],
    );
    return row && { ...row, chain: row.chain ?? DEFAULT_CHAIN, session: { ...row.session, startsAt: new Date(row.session.startsAt) } };
  }
}

const WAITS_FOR: Record<Step, string> = {
  opinion: 'Cette demande attend l’avis du supérieur hiérarchique.',
  validation: 'Cette demande attend la décision du référent formation.',
  visa: 'Cette demande attend le visa de l’autorité territoriale.',
};
const notYours = (action: EnrolmentAction, step: Step | null): string =>
  step && ['opine', 'validate', 'endorse', 'refuse'].includes(action) ? `${WAITS_FOR[step]} Vous ne pouvez pas en décider maintenant.` : 'Vous ne pouvez pas décider de cette demande.';

function refused(id: string, error: unknown): BatchOutcome {
  const problem = error instanceof Problem ? error : problemOfDatabaseError(error);
  if (!problem) throw error;
  return { id, status: null, code: problem.extra.errors?.[0]?.code ?? problem.code, detail: problem.extra.errors?.[0]?.detail ?? problem.detail };
}
