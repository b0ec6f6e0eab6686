import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeAtEnd, watch } from './guard.mjs';

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A process that ended but that nobody has collected yet counts as gone. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** Long enough for a database that repairs itself after a power cut. */
const PATIENCE = 120_000;

const recordOf = (directory) => join(directory, 'server.json');

/** The server already running on this directory, if it answers. Its launcher stops it; without launcher, we do. */
export async function runningServer({ directory, ping, signal }) {
  let record;
  try {
    record = JSON.parse(readFileSync(recordOf(directory), 'utf8'));
  } catch {
    return undefined;
  }
  if (!isAlive(record.pid) || !(await ping(record.port))) return undefined;
  if (isAlive(record.launcher)) return { ...record, stop: async () => {} };
  return adopt({ directory, signal, pid: record.pid, port: record.port, temporary: false });
}

/** Starts a server on a free port of the loopback, waits until it answers. Its output goes to `server.log`. */
export async function startServer({ directory, command, argumentsFor, options, ping, signal, temporary }) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const output = openSync(join(directory, 'server.log'), 'w', 0o600);
    const child = spawn(command, argumentsFor(port), {
      ...options,
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    let gone = false;
    child.once('error', () => {
      gone = true;
    });
    child.once('exit', () => {
      gone = true;
    });
    child.unref();
    const deadline = Date.now() + PATIENCE;
    while (!gone && !(await ping(port)) && Date.now() < deadline) await pause(40);
    if (!gone && Date.now() < deadline) return adopt({ directory, signal, pid: child.pid, port, temporary });
    if (!gone) child.kill('SIGKILL');
    const log = readFileSync(join(directory, 'server.log'), 'utf8').slice(-2000);
    if (attempt === 3 || !/address already in use/i.test(log)) throw new Error(`${command}\n${log}`);
  }
}

function adopt({ directory, signal, pid, port, temporary }) {
  writeFileSync(recordOf(directory), JSON.stringify({ pid, port, launcher: process.pid }), { mode: 0o600 });
  watch(pid, signal);
  if (temporary) removeAtEnd(directory);
  return { pid, port, stop: () => stopServer({ directory, signal, pid, temporary }) };
}

async function stopServer({ directory, signal, pid, temporary }) {
  const deadline = Date.now() + 15_000;
  if (isAlive(pid)) process.kill(pid, signal);
  while (isAlive(pid) && Date.now() < deadline) await pause(20);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(temporary ? directory : recordOf(directory), { recursive: true, force: true });
}
