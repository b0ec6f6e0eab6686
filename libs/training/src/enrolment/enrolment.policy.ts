import type { Actor } from '@app/platform';
import { enrolmentLifecycle } from './enrolment.rules';
import type { EnrolmentStatus } from './enrolment.rules';

export interface Parties {
  agentId: string;
  employerId: string;
  organiserId: string;
  supervisorId: string | null;
}

const isAgent = (actor: Actor, { agentId }: Parties) => actor.personId === agentId;
const employs = (actor: Actor, { employerId }: Parties) => actor.organisationIds('training_officer').includes(employerId);
const organises = (actor: Actor, { organiserId }: Parties) => actor.organisationIds('course_manager').includes(organiserId);
const supervises = (actor: Actor, { supervisorId }: Parties) => actor.hasRole('supervisor') && actor.personId === supervisorId;

export const maySee = (actor: Actor, parties: Parties): boolean =>
  [isAgent, employs, organises, supervises].some((is) => is(actor, parties));

/** Nobody decides on their own request. */
export const mayDecide = (actor: Actor, parties: Parties): boolean => employs(actor, parties) && !isAgent(actor, parties);
export const mayWithdraw = (actor: Actor, parties: Parties): boolean => isAgent(actor, parties) || employs(actor, parties);

/** What the actor may do now, as the buttons of a screen. */
export const actionsFor = (actor: Actor, parties: Parties, status: EnrolmentStatus): string[] =>
  enrolmentLifecycle.available(status).filter((action) => (action === 'withdraw' ? mayWithdraw : mayDecide)(actor, parties));
