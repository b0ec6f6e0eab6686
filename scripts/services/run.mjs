import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';

/** Runs a command; its output is shown only when it fails, save the lines of its progress given to `onProgress`. */
export function run(command, args, { onProgress, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const abandon = () => child.kill();
    process.once('exit', abandon);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    if (onProgress) createInterface({ input: child.stderr }).on('line', onProgress);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', abandon);
      if (code === 0) resolve(output);
      else reject(new CommandError([command, ...args].join(' '), output));
    });
  });
}

/** A command that failed: `message` names it, `output` is all that it said. */
export class CommandError extends Error {
  constructor(command, output) {
    super(`${command}\n${output}`);
    this.output = output;
  }
}
