import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory } from './paths.mjs';
import { redisBinary } from './redis-binary.mjs';
import { runningServer, startServer } from './server.mjs';

/** Redis for this clone, or a throwaway one for tests. `REDIS_URL` wins over both. */
export async function startRedis({ test = false, announce } = {}) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const directory = test ? mkdtempSync(join(tmpdir(), 'relais-redis-')) : join(dataDirectory(), 'redis');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const password = passwordOf(directory);
  const kind = { directory, signal: 'SIGTERM', ping: (port) => answers(port, password) };
  const server = (await runningServer(kind)) ?? (await start(kind, password, test, announce));
  return {
    url: `redis://default:${password}@127.0.0.1:${server.port}`,
    port: server.port,
    pid: server.pid,
    stop: server.stop,
  };
}

async function start(kind, password, test, announce) {
  const { command, env } = await redisBinary(announce);
  const configuration = join(kind.directory, 'redis.conf');
  return startServer({
    ...kind,
    command,
    temporary: test,
    argumentsFor: (port) => {
      writeFileSync(configuration, settings(kind.directory, port, password, test), { mode: 0o600 });
      return [configuration];
    },
    options: { env, cwd: kind.directory },
  });
}

/** In a file rather than on the command line, which everyone on the machine can read. */
const settings = (directory, port, password, test) => `
bind 127.0.0.1
port ${port}
dir ${JSON.stringify(directory)}
requirepass ${password}
maxmemory-policy noeviction
save ""
appendonly ${test ? 'no' : 'yes'}
daemonize no
`;

function passwordOf(directory) {
  const secret = join(directory, 'password');
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(secret, 'utf8').trim();
}

/** True once the server has loaded its data and accepts commands. */
const answers = (port, password) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let received = '';
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => resolve(false));
    socket.on('data', (chunk) => {
      received += chunk;
      if (received.includes('+PONG')) finish(true);
      else if (received.includes('-')) finish(false);
    });
  });
