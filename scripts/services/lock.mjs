import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './paths.mjs';
import { isAlive } from './server.mjs';

const FILE = join(ROOT, '.cache/lock');

/** Two commands of the same clone neither install nor build at the same time: the second waits. */
export async function exclusively(work) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  while (!take()) await pause(100);
  const release = () => rmSync(FILE, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!holderIsAlive()) rmSync(FILE, { force: true });
  return false;
}

function holderIsAlive() {
  try {
    return isAlive(Number(readFileSync(FILE, 'utf8')));
  } catch {
    return true;
  }
}
