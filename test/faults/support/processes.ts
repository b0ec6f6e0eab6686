import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../support/child';

export interface PrivateRedis {
  url: string;
  /** Holds it where it is, as a machine that no longer answers. */
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
}

export async function privateRedis(): Promise<PrivateRedis> {
  const child = spawn(process.execPath, [join(__dirname, 'redis.mjs')], { env: { ...process.env, REDIS_URL: undefined }, stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, pid } = JSON.parse(line) as { url: string; pid: number };
  const gone = once(child, 'exit');
  const thaw = () => void process.kill(pid, 'SIGCONT');
  const stop = async () => {
    thaw();
    child.stdin.end();
    await gone;
  };
  return { url, freeze: () => void process.kill(pid, 'SIGSTOP'), thaw, stop };
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

  kill(): void {
    this.child.kill('SIGKILL');
  }
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

  /** With -9: it has no say in the matter. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
