import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../scripts/services/server.mjs';

/** Starts Relais in a clone as a person would, and waits until its first page answers. */
export async function startRelais(path) {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port) };
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'npm_lifecycle_event']) delete env[name];
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: path,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  const ready = new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      if (output.includes('Relais est prêt')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`Relais ne démarre pas :\n${output}`)));
  });
  await ready;
  const url = `http://127.0.0.1:${port}`;
  const page = await fetch(url);
  if (!page.ok) throw new Error(`La première page répond ${page.status}.`);
  return {
    url,
    pids: JSON.parse(readFileSync(join(path, '.data/instance.json'), 'utf8')).pids,
    seconds: (performance.now() - began) / 1000,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
