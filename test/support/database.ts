import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const TEMPLATE = 'relais_template';

/** DATABASE_URL of the run points at the migrated template's server. */
const server = (): string => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is set by the global setup');
  return url;
};

const urlOf = (name: string): string => {
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.href;
};

async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own for one test file, cloned from a template, the migrated one unless told. */
export async function freshDatabase(template = TEMPLATE): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin((client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return { url: urlOf(name), drop: () => asAdmin(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))) };
}

/** A template filled once in a run, by the first file that asks for it; the others wait for it. */
export async function filledTemplate(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  return asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return name;
    const { url, drop } = await freshDatabase();
    await fill(url).catch(async (error: unknown) => {
      await drop();
      throw error;
    });
    await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
    return name;
  });
}
