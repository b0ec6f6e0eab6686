import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from '../../../scripts/services/guard.mjs';
import { isAlive } from '../../../scripts/services/server.mjs';

const ended = async (pid) => {
  while (isAlive(pid)) await pause(10);
};

/**
 * Says where a server is, then does what each line of the input says, « kill » or « start » again as it was, and says so;
 * stops it once the input is closed. `family` are the processes that die with it; `command` and `options` are those it was started with.
 */
export async function takeOrders({ url, pid, stop }, { signal, answers, family = async () => [], command: [program, ...settings], options = {} }) {
  const orders = {
    async kill() {
      const all = [pid, ...(await family())];
      for (const each of all) if (isAlive(each)) process.kill(each, 'SIGKILL');
      await Promise.all(all.map(ended));
    },
    async start() {
      ({ pid } = spawn(program, settings, { ...options, stdio: 'ignore', detached: true }));
      watch(pid, signal);
      while (!(await answers())) await pause(20);
    },
  };
  process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  for await (const order of createInterface(process.stdin)) {
    await orders[order]();
    process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  }
  if (isAlive(pid)) process.kill(pid, signal);
  await ended(pid);
  await stop();
}
