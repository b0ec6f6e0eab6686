import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/services/paths.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

/** A database of its own for a measure, migrated, then filled by `fill`, which is given a client; answers its address. */
export async function benchDatabase(context, name, fill) {
  const { databaseUrl } = await context.services();
  const url = new URL(databaseUrl);
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`create database relais_bench_${name}`);
  await admin.end();
  url.pathname = `/relais_bench_${name}`;
  await require(join(ROOT, 'dist/apps/api/src/database/migrate.js')).migrate(url.href);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await fill(client);
  } finally {
    await client.end();
  }
  return url.href;
}
