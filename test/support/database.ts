import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const TEMPLATE = 'relais_template';

/** DATABASE_URL of the run points at the migrated template's server. */
const server = (): string => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is set by the global setup');
  return url;
};

async function admin(sql: string): Promise<void> {
  const url = new URL(server());
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of its own for one test file, cloned from the migrated template in a few milliseconds. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await admin(`create database ${name} template ${TEMPLATE}`);
  const url = new URL(server());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}
