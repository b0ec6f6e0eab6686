import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/services/paths.mjs';
import { answering } from '../../../scripts/services/programs.mjs';
import { freePort } from '../../../scripts/services/server.mjs';

/** Runs a measure against the built API on a database; `work` is told its address. */
export async function withApi(context, databaseUrl, work) {
  const { redisUrl } = await context.services();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, NODE_ENV: 'development', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PORT: String(port), PUBLIC_URL: url };
  const api = spawn(process.execPath, [join(ROOT, 'dist/apps/api/src/main.js')], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise((resolve) => api.once('exit', resolve));
  const alive = () => api.exitCode === null && api.signalCode === null;
  try {
    await answering(`${url}/health/ready`, { alive });
    return await work(url);
  } finally {
    api.kill('SIGTERM');
    await gone;
  }
}
