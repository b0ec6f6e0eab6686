import type { Actor } from '@app/platform';

interface Owned {
  operatorId: string | null;
  mergedInto?: string | null;
}

export const hostOrganisations = (actor: Actor): string[] => actor.organisationIds('venue_host');
export const isAdministrator = (actor: Actor): boolean => actor.can('venues.venue.administer');

/** The hosts of its operator, and administrators; nobody once it was made one with another place. */
export const mayManageVenue = (actor: Actor | null, { operatorId, mergedInto = null }: Owned): boolean =>
  actor !== null &&
  mergedInto === null &&
  (isAdministrator(actor) || (operatorId !== null && hostOrganisations(actor).includes(operatorId)));

/** Anyone once published; before and after, only who manages it. */
export const maySeeVenue = (actor: Actor | null, venue: Owned & { status: string }): boolean =>
  venue.status === 'published' || mayManageVenue(actor, venue);

/** A place nobody holds may be asked for by a host. */
export const mayClaimVenue = (actor: Actor | null, { operatorId }: Owned): boolean =>
  actor !== null &&
  operatorId === null &&
  actor.can('venues.venue.claim') &&
  hostOrganisations(actor).length > 0;

/** The venues an actor manages, as SQL on alias `v`; `$1` is {@link managedParam}. */
export const MANAGED = '($1::uuid[] is null or v.operator_id = any($1::uuid[])) and v.merged_into is null';
export const managedParam = (actor: Actor): string[] | null =>
  isAdministrator(actor) ? null : hostOrganisations(actor);
