import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../support/child';

/** A server of one's own: see `killable.mjs`. */
interface PrivateServer {
  url: string;
  pid: () => number;
  /** With -9, and whatever it has started. */
  kill: () => Promise<void>;
  /** Again, at the same address. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

async function privateServer(script: string): Promise<PrivateServer> {
  const env = { ...process.env, REDIS_URL: undefined, DATABASE_URL: undefined };
  const child = spawn(process.execPath, [join(__dirname, script)], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const says = async () => JSON.parse(((await once(lines, 'line')) as [string])[0]) as { url: string; pid: number };
  const { url, ...first } = await says();
  let { pid } = first;
  const order = async (what: string) => {
    child.stdin.write(`${what}\n`);
    ({ pid } = await says());
  };
  const stop = async () => {
    child.stdin.end();
    await gone;
  };
  return { url, pid: () => pid, kill: () => order('kill'), start: () => order('start'), stop };
}

/** Migrated, and durable, unlike the one that the other tests share. */
export const privatePostgres = (): Promise<PrivateServer> => privateServer('postgres.mjs');
export type PrivatePostgres = PrivateServer;

export interface PrivateRedis extends PrivateServer {
  /** Holds it where it is, as a machine that no longer answers. */
  freeze: () => void;
  thaw: () => void;
}

/** Keeps nothing when it is killed. */
export async function privateRedis(): Promise<PrivateRedis> {
  const server = await privateServer('redis.mjs');
  const thaw = () => void process.kill(server.pid(), 'SIGCONT');
  const stop = () => (thaw(), server.stop());
  return { ...server, freeze: () => void process.kill(server.pid(), 'SIGSTOP'), thaw, stop };
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const ASK_AGAIN_MS = 50; // without a break, the asking itself would slow what is waited for

export async function until(what: string, ask: () => Promise<boolean>, within = 120_000): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await pause(ASK_AGAIN_MS);
  }
}

/** With -9: it has no say in the matter. */
async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** The built api as a process of its own, which can be stopped and started again at the same address. */
export class ApiProcess {
  private child: ChildProcess;

  private constructor(
    private readonly port: number,
    private readonly env: Record<string, string | undefined>,
  ) {}

  static async start(env: Record<string, string | undefined>): Promise<ApiProcess> {
    const api = new ApiProcess(await freePort(), env);
    await api.restart();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  ready = (): Promise<boolean> =>
    fetch(`${this.url}/health/ready`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2_000) }).then(
      async (answer) => (await answer.text(), answer.ok),
      () => false,
    );

  listens = (): Promise<boolean> =>
    fetch(`${this.url}/health/live`, { headers: { connection: 'close' } }).then(
      async (answer) => (await answer.text(), true),
      () => false,
    );

  async restart(): Promise<void> {
    this.child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/src/main.js')], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...this.env, PORT: String(this.port) }, stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until('ready', this.ready, 60_000);
  }

  /** Asks it to leave; answers its exit code once it has. */
  async leave(): Promise<number | null> {
    const gone = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill('SIGTERM');
    return (await gone)[0];
  }

  kill = (): Promise<void> => killed(this.child);
}

/** The built worker as a process of its own, which can be killed where it stands. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static start(env: Record<string, string | undefined>): WorkerProcess {
    return new WorkerProcess(
      spawn(process.execPath, [join(ROOT, 'dist/apps/worker/src/main.js')], {
        env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env }, stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
  }

  end = (): Promise<void> => killed(this.child);
}
