import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { watch } from './guard.mjs';
import { ROOT, dataDirectory } from './paths.mjs';

const entryOf = (name) => join(ROOT, `dist/apps/${name}/src/main.js`);

/** How Node runs a program. Commands read long lists: left alone, V8 lets their rubbish grow to three times what they hold. */
export const nodeArguments = (name) => [
  '--enable-source-maps',
  ...(name === 'cli' ? ['--max-old-space-size=160'] : []),
  entryOf(name),
];

/** Runs the programs of dist/apps. The last started is stopped first, each before the next. */
export function programs({ onCrash }) {
  const logs = join(dataDirectory(), 'logs');
  const running = [];
  let stopping = false;
  mkdirSync(logs, { recursive: true });
  return {
    logs,
    start(name, env) {
      const log = join(logs, `${name}.log`);
      const output = openSync(log, 'w');
      const child = spawn(process.execPath, nodeArguments(name), {
        cwd: ROOT,
        env,
        stdio: ['ignore', output, output],
        detached: true,
      });
      closeSync(output);
      watch(child.pid, 'SIGTERM');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      void gone.then(
        () => stopping || onCrash(new Failure(`Le programme « ${name} » s’est arrêté : ${lastLineOf(log)}`)),
      );
      running.unshift({ child, gone });
      return child.pid;
    },
    async stop() {
      stopping = true;
      for (const { child, gone } of running) {
        child.kill('SIGTERM');
        if (!(await Promise.race([gone.then(() => true), pause(20_000, false, { ref: false })])))
          child.kill('SIGKILL');
      }
    },
  };
}

const lastLineOf = (log) => readFileSync(log, 'utf8').trim().split('\n').pop() || 'sans rien dire.';

/** Waits until the address answers with success. */
export async function answering(url, { within = 120_000, alive = () => true } = {}) {
  const deadline = Date.now() + within;
  while (Date.now() < deadline && alive()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Failure(`${url} ne répond pas.`);
}
