import { Actor, Audit, Clock, Database, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NewOrganisation, OrganisationDetail } from './organisation.dto';
import { Organisation } from './organisation.entity';
import { mayReadOrganisation } from './organisation.policy';
import { siretFault } from './organisation.rules';
import { dayOf } from './validity.rules';

const DETAIL = `select o.id, o.kind, o.name, o.siret, o.commune_code as "communeCode", c.name as "communeName",
    o.departement_code as "departementCode", o.parent_id as "parentId",
    o.valid_from::text as "validFrom", o.valid_to::text as "validTo"
  from identity.organisation o left join identity.commune c on c.code = o.commune_code`;

const SIRET_FAULTS: Record<string, string> = {
  'organisation.siret_missing': 'Un employeur a un numéro SIRET.',
  'organisation.siret': 'Ce numéro SIRET n’est pas valable.',
};

@Injectable()
export class Organisations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async read(actor: Actor, id: string): Promise<OrganisationDetail> {
    const found = mayReadOrganisation(actor, id) ? await this.byId(id) : undefined;
    if (!found) throw notFound('organisation');
    return found;
  }

  /** For other contexts, which have already decided that it may be shown. */
  byId(id: string): Promise<OrganisationDetail | undefined> {
    return this.db.one<OrganisationDetail>(`${DETAIL} where o.id = $1`, [id]);
  }

  bySiret(siret: string): Promise<OrganisationDetail | undefined> {
    return this.db.one<OrganisationDetail>(`${DETAIL} where o.siret = $1 and o.valid_to is null`, [siret]);
  }

  create(asked: NewOrganisation): Promise<string> {
    const siret = asked.siret ?? null;
    const fault = siretFault(asked.kind, siret);
    if (fault) throw invalid('/siret', fault, SIRET_FAULTS[fault]!);
    return this.db.tx(async () => {
      const created = await this.db.em.insert(Organisation, {
        ...asked,
        siret,
        validFrom: asked.validFrom ?? dayOf(this.clock.now()),
      });
      const id = (created.identifiers[0] as { id: string }).id;
      await this.audit.record({
        actor: null,
        action: 'identity.organisation.created',
        subjectType: 'organisation',
        subjectId: id,
      });
      return id;
    });
  }
}
