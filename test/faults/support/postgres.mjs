// A migrated PostgreSQL of one's own, which keeps what it has answered when it is killed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pg from 'pg';
import { serviceAccount } from '../../../scripts/services/paths.mjs';
import { startPostgres } from '../../../scripts/services.mjs';
import { takeOrders } from './killable.mjs';

const { migrate } = createRequire(import.meta.url)('../../../dist/apps/api/src/database/migrate.js');
const postgres = await startPostgres({ test: true, name: 'relais', settings: ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'] });
await migrate(postgres.url);

async function pids() {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('select pid from pg_stat_activity where pid <> pg_backend_pid()')).rows.map(({ pid }) => pid);
  } finally {
    await client.end().catch(() => undefined);
  }
}
await takeOrders(postgres, {
  signal: 'SIGINT',
  answers: () => pids().then(() => true, () => false),
  family: pids, // would otherwise finish what they were asked
  command: readFileSync(`/proc/${postgres.pid}/cmdline`, 'utf8').split('\0').filter(Boolean),
  options: { ...serviceAccount(), cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } },
});
