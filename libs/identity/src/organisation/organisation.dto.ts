import { IsCleanText } from '@app/platform';
import type { OrganisationKind } from './organisation.rules';

export class OrganisationDetail {
  id: string;
  kind: OrganisationKind;
  name: string;
  siret: string | null;
  communeCode: string | null;
  communeName: string | null;
  departementCode: string | null;
  parentId: string | null;
  validFrom: string;
  /** First day it no longer exists. */
  validTo: string | null;
}

export class OrganisationsQuery {
  /** Part of the name (accents, case and punctuation do not matter), or a whole SIRET. */
  @IsCleanText({ min: 2, max: 100 })
  q: string;
}

export class OrganisationCard {
  id: string;
  name: string;
  communeName: string | null;
}

export class OrganisationList {
  items: OrganisationCard[];
}

/** What it takes to register an organisation, from the command line or a builder. */
export interface NewOrganisation {
  kind: OrganisationKind;
  name: string;
  siret?: string | null;
  communeCode?: string | null;
}
