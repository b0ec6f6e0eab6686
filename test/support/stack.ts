import { ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Config, JobName, JobQueue } from '@app/platform';
import { Client } from 'pg';
import { filledTemplate, freshDatabase } from './database';

const ROOT = resolve(__dirname, '../..');
const program = (name: string) => join(ROOT, `dist/apps/${name}/src/main.js`);

export interface Stack {
  url: string;
  netpublicUrl: string;
  /** The only thing that no screen does: moving time. */
  sql: (text: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** What the clock starts by itself, started now. */
  run: (job: string) => Promise<void>;
  command: (...args: string[]) => Promise<{ code: number; stdout: string }>;
  stop: () => Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const until = async (ready: () => Promise<boolean>, within = 120_000): Promise<void> => {
  const end = performance.now() + within;
  while (!(await ready().catch(() => false))) {
    if (performance.now() > end) throw new Error('not ready in time');
    await new Promise((next) => setTimeout(next, 100));
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', () => done()));

/** A Redis database for each of Jest's workers: two stacks at once must not take each other's jobs. */
const redisOfThisFile = () => `${process.env.REDIS_URL}/${process.env.JEST_WORKER_ID ?? 1}`;

/** The demo year, written by the command that `npm start` runs. */
async function fillDemo(url: string): Promise<void> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: url, REDIS_URL: redisOfThisFile(), RELAIS_DEMO: 'true' };
  await promisify(execFile)(process.execPath, [program('cli'), 'db:prepare', '--demo', '--json'], { cwd: ROOT, env, maxBuffer: 1 << 24 });
}

/** A database of its own with the demo year. */
export const demoDatabase = async () => freshDatabase(await filledTemplate('relais_demo', fillDemo));

/** The real programs, built, on a database of their own with the demo year: what `npm start` runs. */
export async function startStack(settings: { MAIL_URL?: string } = {}): Promise<Stack> {
  const database = await demoDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'relais-stack-'));
  const [port, netpublicPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const netpublicUrl = `http://127.0.0.1:${netpublicPort}`;
  const token = 'jeton-des-parcours-netpublic';
  const env = {
    PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: database.url, REDIS_URL: redisOfThisFile(), PORT: String(port),
    PUBLIC_URL: url, RELAIS_DEMO: 'true', QUIET_HOURS: 'none', MAIL_URL: `file:${folder}/mail`, STORAGE_URL: `file:${folder}/storage`,
    NETPUBLIC_URL: netpublicUrl, NETPUBLIC_TOKEN: token, NETPUBLIC_PORT: String(netpublicPort), NETPUBLIC_STORE: `${folder}/netpublic`,
    ...settings,
  };
  const command: Stack['command'] = (...args) =>
    promisify(execFile)(process.execPath, [program('cli'), ...args], { cwd: ROOT, env, maxBuffer: 1 << 24 }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
  const children = ['netpublic', 'api', 'worker'].map((name) => spawn(process.execPath, [program(name)], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }));
  const answers = (address: string) => until(async () => (await fetch(address)).ok);
  const leave = async () => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(ended));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  await Promise.all([answers(`${url}/health/ready`), answers(`${netpublicUrl}/health`)]).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const client = new Client({ connectionString: database.url });
  await client.connect();

  return {
    url,
    netpublicUrl,
    command,
    run: async (job) => {
      const queue = new JobQueue({ REDIS_URL: env.REDIS_URL } as Config);
      await queue.add(job as JobName, {});
      await queue.onApplicationShutdown();
    },
    sql: async (text, params = []) => (await client.query<Record<string, unknown>>(text, params)).rows,
    stop: async () => {
      const audit = await command('audit:invariants', '--json');
      await client.end();
      await leave();
      expect(JSON.parse(audit.stdout)).toMatchObject({ ok: true });
    },
  };
}

/** Waits for something that happens by itself: a relay, a job, a portal. */
export const eventually = until;
