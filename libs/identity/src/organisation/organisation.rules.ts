import { isSiret } from '@app/platform';

export const ORGANISATION_KINDS = ['employer', 'cnfpt', 'state', 'venue_operator'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Why a SIRET does not suit, or null. Every employer has one; a small venue operator may have none. */
export function siretFault(kind: OrganisationKind, siret: string | null): string | null {
  if (siret === null) return kind === 'employer' ? 'organisation.siret_missing' : null;
  return isSiret(siret) ? null : 'organisation.siret';
}
