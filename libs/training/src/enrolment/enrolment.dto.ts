import { IsCleanText, PageQuery } from '@app/platform';
import { IsBoolean, IsDateString, IsIn, IsOptional } from 'class-validator';
import { BudgetView } from '../chain/budget.dto';
import type { Step } from '../chain/chain.rules';
import type { SessionStatus } from '../session/session.rules';
import type { EnrolmentAction, EnrolmentStatus } from './enrolment.rules';

export class EnrolmentInput {
  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  motivation?: string;

  /** The conditions of the project sheet, for an agent whom the CNFPT does not pay for. */
  @IsOptional()
  @IsBoolean()
  acceptsConditions?: boolean;
}

/** What a request has become as soon as it is made. */
export class EnrolmentReceipt {
  id: string;
  number: string;
  status: EnrolmentStatus;
}

const OPINIONS = ['favourable', 'unfavourable'] as const;

export class OpinionInput {
  @IsIn(OPINIONS, { message: 'L’avis est favorable ou défavorable.' })
  opinion: (typeof OPINIONS)[number];

  /** A reasoned opinion: always. */
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason: string;
}

export class RefusalInput {
  @IsCleanText({ min: 3, max: 500, multiline: true })
  reason: string;

  /** When the joint commission gave its opinion, for a refusal that follows another. */
  @IsOptional()
  @IsDateString({ strict: true }, { message: 'Écrivez la date ainsi\u202f: 2027-03-31.' })
  commissionOn?: string;
}

export class ValidateInput {
  /** The employer attests that the agent is among those to whom the law gives priority (L. 422-3), and keeps the reason to itself. */
  @IsOptional()
  @IsBoolean()
  byLaw?: boolean;
}

export class WithdrawInput {
  @IsOptional()
  @IsCleanText({ max: 500, multiline: true })
  reason?: string;
}

export class EnrolmentList extends PageQuery {}

/** What an officer does themselves: they decide, then record the signature. */
const DECIDED = ['validation', 'visa'] as const;

export class InboxList extends PageQuery {
  @IsOptional()
  @IsIn(DECIDED, { message: 'Demandes à valider ou à faire signer.' })
  step?: (typeof DECIDED)[number];
}

/** Requests under way, those that have a seat, and those that are over. */
const FOLLOWED = ['pending', 'placed', 'over'] as const;

export class FollowedList extends PageQuery {
  @IsOptional()
  @IsIn(FOLLOWED, { message: 'Demandes en cours, placées ou terminées.' })
  state?: (typeof FOLLOWED)[number];
}

export class EnrolmentCard {
  id: string;
  number: string;
  status: EnrolmentStatus;
  /** Their place in the waiting list, from 1. */
  waitingRank: number | null;
  /** Whom it waits for at the employer's, and by when. */
  step: Step | null;
  dueAt: Date | null;
  /** Until when the seat offered may be taken. */
  offerUntil: Date | null;
  opinion: 'favourable' | 'unfavourable' | null;
  /** Who pays, under article 4. */
  payer: string;
  /** The rule by which it goes before others in the waiting list. */
  priorityLabel: string | null;
  submittedAt: Date;
  session: {
    id: string; code: string; courseTitle: string; courseSlug: string; startsAt: Date; endsAt: Date; timeZone: string; venueName: string; communeName: string | null;
    seatsLeft: number; status: SessionStatus;
  };
  agent: { id: string; displayName: string };
  employer: { id: string; name: string };
  motivation: string;
}

export class EnrolmentPage {
  items: EnrolmentCard[];
  nextCursor: string | null;
}

export class StatutoryAlertView {
  code: 'commission' | 'same_object';
  text: string;
}

/** What waits for a training officer, with what they weigh. */
export class InboxCard extends EnrolmentCard {
  /** Left to the employer, in cents. */
  costCents: number;
  alerts: StatutoryAlertView[];
}

export class EmployerBudget extends BudgetView {
  employerId: string;
  employerName: string;
}

export class InboxPage {
  items: InboxCard[];
  /** Of the employers of these requests that have one. */
  budgets: EmployerBudget[];
  nextCursor: string | null;
}

export class TimelineStep {
  action: string;
  toStatus: EnrolmentStatus;
  at: Date;
  actorName: string | null;
  reason: string | null;
}

export class EnrolmentAttestation {
  id: string;
  code: string;
}

export class EnrolmentDetail extends EnrolmentCard {
  reason: string | null;
  timeline: TimelineStep[];
  attestation: EnrolmentAttestation | null;
  actions: EnrolmentAction[];
  /** What the law asks the employer to weigh; for whoever decides there. */
  alerts: StatutoryAlertView[];
  /** Left to the employer, in cents. */
  costCents: number;
  /** Of the employer, for whoever decides there; null without one. */
  budget: BudgetView | null;
  /** Requests seated together: how many, itself included; 1 for a request alone. */
  groupSize: number;
  version: number;
}
