import type { OrganisationKind } from '../organisation/organisation.rules';
import type { Role } from '../permissions';

const KINDS: Record<Role, readonly OrganisationKind[]> = {
  agent: ['employer', 'cnfpt'],
  supervisor: ['employer', 'cnfpt'],
  training_officer: ['employer', 'cnfpt'],
  trainer: ['cnfpt'],
  venue_host: ['venue_operator', 'employer'],
  course_manager: ['cnfpt'],
  state_officer: ['state'],
  administrator: ['cnfpt', 'state'],
};

/** A commune cannot appoint a State officer: each role only makes sense in some kinds of organisation. */
export const roleFits = (role: Role, kind: OrganisationKind): boolean => KINDS[role].includes(kind);
