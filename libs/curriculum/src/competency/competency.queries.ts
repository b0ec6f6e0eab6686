import { searchName } from '@app/identity';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CompetencyItem } from './competency.dto';

const OFFERED = 20;

@Injectable()
export class Competencies {
  constructor(private readonly db: Database) {}

  /** Competencies whose label or domain holds every word, or whose code begins so; national frameworks first. */
  async search(q = ''): Promise<{ items: CompetencyItem[] }> {
    const words = searchName(q).split(' ').filter(Boolean);
    const items = await this.db.query<CompetencyItem>(
      `select c.id, f.code || ' ' || c.code as code, c.label, c.domain, f.label || ' (' || f.edition || ')' as framework, f.language, c.levels
         from curriculum.competency c join curriculum.framework f on f.code = c.framework_code
        where (select coalesce(bool_and(position(word in platform.fold(c.label || ' ' || c.domain)) > 0), true) from unnest($1::text[]) as word)
           or ($2 <> '' and (starts_with(upper(c.code), upper($2)) or starts_with(upper(f.code || ' ' || c.code), upper($2))))
        order by f.language desc, f.edition desc, f.code, c.code collate "C" limit ${OFFERED}`,
      [words, q],
    );
    return { items };
  }
}
