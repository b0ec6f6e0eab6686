import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dayOf } from '../organisation/validity.rules';
import { CadreEmploisItem, CommuneItem, DepartementItem, MetierItem } from './reference.dto';
import { searchName } from './territory';

const COMMUNES = 10;
const METIERS = 20;

/** Lists to choose from in forms. */
@Injectable()
export class Reference {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Communes whose name begins so, or of that INSEE code; the exact name first, then the largest. */
  async communes(q = ''): Promise<{ items: CommuneItem[] }> {
    const prefix = searchName(q);
    if (!prefix) return { items: [] };
    const items = await this.db.query<CommuneItem>(
      `select code, name, departement_code as "departementCode", postal_codes as "postalCodes"
         from identity.commune where search_name like $1 || '%' or code = upper($1)
        order by search_name = $1 desc, population desc nulls last, code limit ${COMMUNES}`,
      [prefix],
    );
    return { items };
  }

  async departements(): Promise<{ items: DepartementItem[] }> {
    const items = await this.db.query<DepartementItem>(
      `select code, name, region_code as "regionCode", time_zone as "timeZone" from identity.departement order by code collate "C"`,
    );
    return { items };
  }

  /** Métiers whose label holds every word, or whose code begins so. */
  async metiers(q = ''): Promise<{ items: MetierItem[] }> {
    const words = searchName(q).split(' ').filter(Boolean);
    const items = await this.db.query<MetierItem>(
      `select code, label, family, domain from identity.metier
        where (select coalesce(bool_and(position(word in platform.fold(label)) > 0), true) from unnest($1::text[]) as word)
           or ($2 <> '' and starts_with(upper(code), upper($2)))
        order by label, code limit ${METIERS}`,
      [words, q],
    );
    return { items };
  }

  /** The cadres d'emplois in force today. */
  async cadresEmplois(): Promise<{ items: CadreEmploisItem[] }> {
    const items = await this.db.query<CadreEmploisItem>(
      `select id, name, filiere, category from identity.cadre_emplois
        where valid_from <= $1::date and (valid_to is null or $1::date <= valid_to) order by filiere, name, id`,
      [dayOf(this.clock.now())],
    );
    return { items };
  }
}
