import type { Actor } from '@app/platform';
import { VISIBLE } from './session.rules';
import type { SessionStatus } from './session.rules';

interface Owned {
  organiserId: string;
  status: SessionStatus;
}

/** A manager runs the sessions of their own CNFPT entity. */
export const manages = (actor: Actor | null, { organiserId }: Pick<Owned, 'organiserId'>): boolean =>
  actor !== null && actor.organisationIds('course_manager').includes(organiserId);

/** Drafts are for those who prepare them. */
export const sees = (actor: Actor | null, session: Owned): boolean =>
  VISIBLE.includes(session.status) || manages(actor, session);
