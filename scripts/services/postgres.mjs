import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory, isRoot, serviceAccount } from './paths.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { run } from './run.mjs';
import { runningServer, startServer } from './server.mjs';

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
];
const LOCALE = ['--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C'];
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB'];

const IN_MEMORY = '/dev/shm';
const ROOM = 3 * 1024 ** 3;

/** PostgreSQL for this clone, or a throwaway one for tests, with further settings. `DATABASE_URL` wins over both. */
export async function startPostgres({ test = false, inMemory = false, name = 'relais', settings = [] } = {}) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const directory = test
    ? mkdtempSync(join(inMemory && hasRoom() ? IN_MEMORY : isRoot ? '/var/tmp' : tmpdir(), 'relais-pg-'))
    : join(dataDirectory(), 'pg');
  const password = await prepare(directory, test);
  const urlOn = (port, database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const kind = { directory, signal: 'SIGINT', ping: (port) => answers(urlOn(port, 'postgres')) };
  const server =
    (await runningServer(kind)) ??
    (await startServer({
      ...kind,
      temporary: test,
      command: join(postgresBinaries(), 'bin/postgres'),
      argumentsFor: (port) => [
        '-D',
        join(directory, 'data'),
        '-p',
        String(port),
        ...[...SETTINGS, ...(test ? THROWAWAY : []), ...settings].flatMap((setting) => ['-c', setting]),
      ],
      options: { ...serviceAccount(), cwd: directory, env: environment() },
    }));
  await createDatabase(urlOn(server.port, 'postgres'), name);
  return { url: urlOn(server.port, name), port: server.port, pid: server.pid, stop: server.stop };
}

/** A database is a thousand files: those of a hundred test files cost some disks minutes, and memory nothing. */
function hasRoom() {
  if (!existsSync(IN_MEMORY) || freemem() < 2 * ROOM) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ROOM;
}

/** Creates the cluster once. It is built aside then renamed: an interrupted creation leaves nothing half made. */
async function prepare(directory, test) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const account = serviceAccount();
  const data = join(directory, 'data');
  const secret = join(directory, 'password');
  if (!existsSync(data)) {
    const partial = join(directory, 'data.partial');
    rmSync(partial, { recursive: true, force: true });
    writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (isRoot) for (const path of [directory, secret]) chownSync(path, account.uid, account.gid);
    const options = [
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      ...LOCALE,
    ];
    if (test) options.push('--no-sync');
    await run(join(postgresBinaries(), 'bin/initdb'), ['-D', partial, ...options], {
      ...account,
      cwd: directory,
      env: environment(),
    });
    renameSync(partial, data);
  }
  return readFileSync(secret, 'utf8').trim();
}

/** PostgreSQL must not be led elsewhere by the caller's own PG* variables. */
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('PG'))),
  LC_ALL: 'C',
  TZ: 'UTC',
});

async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const answers = (url) =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

const createDatabase = (url, name) =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
