import type { Actor } from '@app/platform';

/** One's own organisations; an administrator reads them all. */
export const mayReadOrganisation = (actor: Actor, organisationId: string): boolean =>
  actor.can('identity.organisation.read') &&
  (actor.hasRole('administrator') || actor.organisationIds().includes(organisationId));
