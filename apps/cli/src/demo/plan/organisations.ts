import { EMPLOYERS } from '../content/employers';
import { PARTNERS } from '../content/partners';
import { fictionalSiret } from '../identifiers';
import type { World } from '../world';

export interface OrganisationRow {
  id: string;
  kind: 'employer' | 'cnfpt' | 'state' | 'venue_operator';
  name: string;
  siret: string | null;
  commune_code: string | null;
  departement_code: string;
  parent_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

/** Partners first, parents before children. */
export function planOrganisations(world: World): OrganisationRow[] {
  const partners = PARTNERS.map(
    ({ key, kind, name, departementCode, parent, validFrom, validTo }): OrganisationRow => ({
      id: world.id('organisation', key),
      kind,
      name,
      siret: null,
      commune_code: null,
      departement_code: departementCode,
      parent_id: parent && world.id('organisation', parent),
      valid_from: validFrom,
      valid_to: validTo,
    }),
  );
  const employers = EMPLOYERS.map(
    ({ key, name, form, communeCode, departementCode }, rank): OrganisationRow => ({
      id: world.id('organisation', key),
      kind: 'employer',
      name,
      siret: fictionalSiret(form, rank + 1),
      commune_code: communeCode,
      departement_code: departementCode,
      parent_id: null,
      valid_from: '2010-01-01',
      valid_to: null,
    }),
  );
  return [...partners, ...employers];
}
