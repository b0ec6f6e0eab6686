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

/** What it takes to register an organisation, from the command line or a builder. */
export interface NewOrganisation {
  kind: OrganisationKind;
  name: string;
  siret?: string | null;
  communeCode?: string | null;
}
