import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { cadresEmplois, metiers } from './careers.rows';
import { dataset, Dataset, declaredDatasets } from './datasets';
import { communes, departements, publicHolidays, regions } from './places.rows';

/** To be raised when the columns or the meaning of the rows change while the sources do not. */
const FORMAT = 2;
const BATCH = 1000;

dataset('identity.region', ['code'], regions);
dataset('identity.departement', ['code'], departements);
dataset('identity.commune', ['code'], communes);
dataset('identity.public_holiday', ['date', 'territory'], publicHolidays);
dataset('identity.metier', ['code'], metiers);
dataset('identity.cadre_emplois', ['id'], cadresEmplois);

/** Loads the shipped reference data. Rows are added or changed, never removed: others may point at them. */
@Injectable()
export class ReferenceLoader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers the number of rows written by table; 0 where the source has not changed since the last load. */
  async load(): Promise<Record<string, number>> {
    const written: Record<string, number> = {};
    for (const declared of declaredDatasets) written[nameOf(declared)] = await this.loadDataset(declared);
    return written;
  }

  private async loadDataset(declared: Dataset): Promise<number> {
    const { table, key, read } = declared;
    const name = nameOf(declared);
    const source = read();
    const hash = `${FORMAT}:${source.hash}`;
    return this.db.tx(async () => {
      const [known] = await this.db.query<{ hash: string }>(
        'select hash from identity.reference_load where name = $1',
        [name],
      );
      if (known?.hash === hash) return 0;
      const sql = upsert(table, Object.keys(source.rows[0]!), key);
      for (let at = 0; at < source.rows.length; at += BATCH) {
        await this.db.query(sql, [JSON.stringify(source.rows.slice(at, at + BATCH))]);
      }
      await this.db.query(
        `insert into identity.reference_load (name, hash, loaded_at) values ($1, $2, $3)
         on conflict (name) do update set hash = excluded.hash, loaded_at = excluded.loaded_at`,
        [name, hash, this.clock.now()],
      );
      return source.rows.length;
    });
  }
}

/** Those of this context were recorded without its name. */
const nameOf = ({ table }: Dataset): string => table.replace(/^identity\./, '');

function upsert(table: string, columns: string[], key: string[]): string {
  const changed = columns.filter((column) => !key.includes(column));
  return `insert into ${table} (${columns.join(', ')})
    select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${key.join(', ')}) do ${changed.length ? `update set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}` : 'nothing'}`;
}
