import type { Actor } from '@app/platform';
import type { Step } from '../chain/chain.rules';
import { type EnrolmentAction, enrolmentLifecycle } from './enrolment.rules';
import type { EnrolmentStatus } from './enrolment.rules';

export interface Parties {
  agentId: string;
  /** The employer, and the centre de gestion that decides for it. */
  employerIds: string[];
  organiserId: string;
  supervisorId: string | null;
  /** Who stands in for the supervisor today. */
  deputyId: string | null;
}

export interface Situation {
  status: EnrolmentStatus;
  step: Step | null;
}

const isAgent = (actor: Actor, { agentId }: Parties) => actor.personId === agentId;
const employs = (actor: Actor, { employerIds }: Parties) => actor.organisationIds('training_officer').some((id) => employerIds.includes(id));
const organises = (actor: Actor, { organiserId }: Parties) => actor.organisationIds('course_manager').includes(organiserId);
const supervises = (actor: Actor, { supervisorId }: Parties) => actor.hasRole('supervisor') && actor.personId === supervisorId;
const standsIn = (actor: Actor, { deputyId }: Parties) => actor.personId === deputyId;

export const maySee = (actor: Actor, parties: Parties): boolean =>
  [isAgent, employs, organises, supervises, standsIn].some((is) => is(actor, parties));

/** Whose turn each action is. Nobody decides on their own request. */
export function may(actor: Actor, parties: Parties, action: EnrolmentAction, { step }: Situation): boolean {
  switch (action) {
    case 'withdraw':
      return isAgent(actor, parties) || employs(actor, parties);
    case 'accept':
    case 'decline':
      return isAgent(actor, parties);
    case 'select':
    case 'not_select':
    case 'convoke':
    case 'release':
      return organises(actor, parties) && !isAgent(actor, parties);
    case 'opine':
      return step === 'opinion' && (supervises(actor, parties) || standsIn(actor, parties)) && !isAgent(actor, parties);
    case 'validate':
      return step === 'validation' && employs(actor, parties) && !isAgent(actor, parties);
    case 'endorse':
      return step === 'visa' && employs(actor, parties) && !isAgent(actor, parties);
    case 'refuse':
      return (step === 'validation' || step === 'visa') && employs(actor, parties) && !isAgent(actor, parties);
    case 'lapse':
      return false;
  }
}

/** What the actor may do now, as the buttons of a screen. */
export const actionsFor = (actor: Actor, parties: Parties, situation: Situation): EnrolmentAction[] =>
  enrolmentLifecycle.available(situation.status).filter((action) => may(actor, parties, action, situation));
