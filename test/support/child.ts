import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

interface Options {
  cwd?: string;
  input?: string;
  env?: Record<string, string | undefined>;
}

/** Runs a Node program to its end: the tools are modules that Jest cannot load in itself. */
export const run = (script: string, args: string[] = [], { cwd = ROOT, input = '', env }: Options = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(ROOT, script), ...args], { cwd, env: env ?? process.env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin!.end(input);
  });
