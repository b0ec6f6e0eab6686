import { Actor, Audit, cleanText, Clock, Database, invalid, isCleanText, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NewOrganisation, OrganisationCard, OrganisationDetail, OrganisationList } from './organisation.dto';
import { Organisation } from './organisation.entity';
import { mayReadOrganisation } from './organisation.policy';
import { ORGANISATION_KINDS, siretFault } from './organisation.rules';
import { dayOf } from './validity.rules';

const DETAIL = `select o.id, o.kind, o.name, o.siret, o.commune_code as "communeCode", c.name as "communeName",
    o.departement_code as "departementCode", o.parent_id as "parentId",
    o.valid_from::text as "validFrom", o.valid_to::text as "validTo"
  from identity.organisation o left join identity.commune c on c.code = o.commune_code`;

const NAMED_AT_MOST = 20;
const NAMED = `from identity.organisation o where o.kind in ('employer', 'cnfpt') and (o.valid_to is null or o.valid_to > $2)`;
/** As a range, which an index answers whatever is asked. */
const BEGINS = 'o.search_name ~>=~ platform.fold($1) and o.search_name ~<~ (platform.fold($1) || chr(1114111))';

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

  /** The twenty that this names best: those whose name begins so come first, and are read from the index in order. */
  async search(q: string): Promise<OrganisationList> {
    const items = await this.db.query<OrganisationCard>(
      `select o.id, o.name, c.name as "communeName" from (
         (select o.*, 0 as place ${NAMED} and o.siret = $1)
         union all (select o.*, 1 ${NAMED} and o.siret is distinct from $1 and ${BEGINS}
           order by o.search_name using ~<~, o.id limit ${NAMED_AT_MOST})
         union all (select o.*, position(platform.fold($1) in o.search_name) as place ${NAMED} and o.siret is distinct from $1 and o.search_name like '_%' || platform.fold($3) || '%'
           and not (${BEGINS}) order by place, o.search_name, o.id limit ${NAMED_AT_MOST})
         limit ${NAMED_AT_MOST}) o
       left join identity.commune c on c.code = o.commune_code order by o.place, o.search_name, o.id`,
      [q, dayOf(this.clock.now()), q.replace(/[\\%_]/g, '\\$&')],
    );
    return { items };
  }

  /** Registers an organisation from today; its département is that of its commune. */
  create({ kind, name: said, siret = null, communeCode = null }: NewOrganisation): Promise<string> {
    return this.db.tx(async () => {
      const fault = siretFault(kind, siret);
      const name = cleanText(said);
      if (!ORGANISATION_KINDS.includes(kind))
        throw invalid('/kind', 'organisation.unknown_kind', 'Ce genre d’organisation n’existe pas.');
      if (!name || name.length > 200 || !isCleanText(name))
        throw invalid('/name', 'organisation.name', 'Indiquez un nom de 1 à 200 caractères.');
      if (fault) throw invalid('/siret', fault, SIRET_FAULTS[fault]!);
      const departementCode = communeCode === null ? null : await this.departementOf(communeCode);
      const validFrom = dayOf(this.clock.now());
      const row = { kind, name, siret, communeCode, departementCode, validFrom };
      const { id } = (await this.db.em.insert(Organisation, row)).identifiers[0] as { id: string };
      const action = 'identity.organisation.created';
      await this.audit.record({ actor: null, action, subjectType: 'organisation', subjectId: id });
      return id;
    });
  }

  private async departementOf(communeCode: string): Promise<string> {
    const commune = await this.db.one<{ code: string }>(
      'select departement_code as code from identity.commune where code = $1',
      [communeCode],
    );
    if (!commune)
      throw invalid('/communeCode', 'organisation.unknown_commune', 'Cette commune n’existe pas.');
    return commune.code;
  }
}
