import type { Actor } from '@app/platform';

interface AgentFile {
  employerId: string;
  supervisorId: string | null;
}

/**
 * A training officer reads the agents of their employer; a supervisor reads their team, as long as both are still
 * with the same employer. Nobody else opens another person's file.
 */
export const mayReadAgent = (actor: Actor, file: AgentFile): boolean =>
  actor.can('identity.agent.read') &&
  (actor.organisationIds('training_officer').includes(file.employerId) ||
    (file.supervisorId === actor.personId && actor.organisationIds('supervisor').includes(file.employerId)));

/** The same, as a WHERE fragment over `identity.agent_profile a`, taking the first three parameters. */
export const agentScope = (actor: Actor): { where: string; params: [string[], string[], string] } => ({
  where:
    '(a.employer_id = any($1::uuid[]) or (a.employer_id = any($2::uuid[]) and a.supervisor_id = $3::uuid))',
  params: [actor.organisationIds('training_officer'), actor.organisationIds('supervisor'), actor.personId],
});
