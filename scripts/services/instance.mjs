import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectory } from './paths.mjs';
import { isAlive } from './server.mjs';

const file = () => join(dataDirectory(), 'instance.json');

/** The Relais already running from this clone, if any: its process, its addresses. */
export function runningInstance() {
  if (!existsSync(file())) return undefined;
  const instance = JSON.parse(readFileSync(file(), 'utf8'));
  return isAlive(instance.pid) ? instance : undefined;
}

export const recordInstance = (instance) =>
  writeFileSync(file(), JSON.stringify({ pid: process.pid, ...instance }), { mode: 0o600 });
export const forgetInstance = () => rmSync(file(), { force: true });

/** What the processes of a local Relais are told. What the caller's environment already says wins. */
export function settings({ databaseUrl, redisUrl, publicUrl = 'http://localhost:3000', netpublicUrl }) {
  const data = dataDirectory();
  return {
    NODE_ENV: 'development',
    RELAIS_DEMO: 'true',
    LOG_LEVEL: 'info',
    PUBLIC_URL: publicUrl,
    MAIL_URL: `file:${join(data, 'mail')}`,
    STORAGE_URL: `file:${join(data, 'storage')}`,
    ...(netpublicUrl && { NETPUBLIC_URL: netpublicUrl }),
    NETPUBLIC_TOKEN: netpublicToken(data),
    ...process.env,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  };
}

function netpublicToken(data) {
  const directory = join(data, 'netpublic');
  const secret = join(directory, 'token');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(secret, 'utf8');
}
