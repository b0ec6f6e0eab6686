import type { Actor } from '@app/platform';

/** Who asked for it, and the managers of the organisation it is for. */
export const mayFollowBooking = (actor: Actor, { requestedBy, organisationId }: { requestedBy: string; organisationId: string | null }): boolean =>
  actor.personId === requestedBy || (organisationId !== null && actor.organisationIds('course_manager').includes(organisationId));

/** The same as SQL on alias `b`; `$1` is the person, `$2` their organisations. */
export const FOLLOWED = '(b.requested_by = $1 or b.organisation_id = any($2::uuid[]))';
