import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * A tiny process that outlives this one just long enough to stop what it started, even after a SIGKILL.
 * `temporary` is a directory to remove then.
 */
export function startGuard(temporary = []) {
  const child = spawn('sh', [join(ROOT, 'scripts/services/guard.sh'), ...temporary], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  child.unref();
  child.stdin.unref?.();
  child.stdin.on('error', () => {});
  child.on('error', () => {});
  return {
    watch: (pid, signal) => child.stdin.write(`${signal.replace('SIG', '')} ${pid}\n`),
    dismiss: () => child.kill('SIGKILL'),
  };
}
