import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

let guard;

/** A tiny process that outlives this one just long enough to stop what it left, even after a SIGKILL. */
function tell(line) {
  if (!guard) {
    guard = spawn('sh', [join(ROOT, 'scripts/services/guard.sh')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    guard.unref();
    guard.stdin.unref();
    guard.on('error', () => {});
    guard.stdin.on('error', () => {});
  }
  guard.stdin.write(`${line}\n`);
}

/** What is watched last is stopped first. */
export const watch = (pid, signal) => tell(`${signal.replace('SIG', '')} ${pid}`);
export const removeAtEnd = (directory) => tell(`remove ${directory}`);
