import type { TestApp } from './app';

interface Protections {
  /** Names of constraints or of unique indexes. */
  drop?: string[];
  /** Functions of the database, with what is written in the place of what. */
  rewrite?: Record<string, readonly (readonly [string, string])[]>;
}

/** Takes protections away from a test's own database. A name or a text that is not there is a mistake of the test. */
export async function unprotect({ db }: TestApp, { drop = [], rewrite = {} }: Protections): Promise<void> {
  for (const name of drop) {
    const found = await db.one<{ sql: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint where conname = $1
       union all select format('drop index %s', indexrelid::regclass) from pg_index where indexrelid::regclass::text like '%.' || $1 and not exists (select from pg_constraint where conname = $1)`,
      [name],
    );
    if (!found) throw new Error(`no protection is named ${name}`);
    await db.query(found.sql);
  }
  for (const [name, changes] of Object.entries(rewrite)) {
    let { source } = (await db.one<{ source: string }>('select pg_get_functiondef($1::regproc) as source', [name]))!;
    for (const [from, to] of changes) {
      if (!source.includes(from)) throw new Error(`${name} does not say « ${from} »`);
      source = source.replace(from, to);
    }
    await db.query(source);
  }
}
