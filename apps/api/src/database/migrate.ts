import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataSource } from '@app/platform';

/** Applies what is missing to the database, in order; answers the names applied. A lock keeps two deployments apart. */
export async function migrate(url: string): Promise<string[]> {
  // The guard says nothing while the others work.
  const source = await dataSource({ url, pool: 2, migrations: migrationFiles(), silenceMs: 0 }).initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('set lock_timeout = 0');
    await guard.query('select pg_advisory_lock(20151001)');
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await guard.query('select pg_advisory_unlock(20151001)').catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}

export const migrationFiles = (): string[] =>
  readdirSync(join(__dirname, 'migrations'))
    .filter((file) => /^\d+-\w+\.(js|ts)$/.test(file))
    .map((file) => join(__dirname, 'migrations', file));
