import { readFileSync } from 'node:fs';

/**
 * Calls back when the npm that runs this script is gone: a signal sent to npm does not reach its scripts. npm runs them
 * in a shell, so the shell's parent counts too.
 */
export function whenAbandoned(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parents = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atFirst = parents();
  setInterval(() => parents() !== atFirst && callback(), 500).unref();
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  } catch {
    return '';
  }
}
