import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchDebianPackages, libraryPath } from './debian-packages.mjs';
import { Failure } from './failure.mjs';
import { ROOT, isRoot, which } from './paths.mjs';
import { run } from './run.mjs';

const CACHE = join(ROOT, '.cache/redis');
const LOCAL = join(CACHE, 'usr/bin/redis-server');
const OLDEST = [6, 2];

/** A Redis or Valkey server: the machine's own, else Debian's fetched into the clone, else installed when we may. */
export async function redisBinary(announce = () => {}) {
  return find() ?? (await fetchOne(announce)) ?? missing();
}

function find() {
  const candidates = [
    { command: which('redis-server'), env: process.env },
    { command: which('valkey-server'), env: process.env },
    { command: existsSync(LOCAL) && LOCAL, env: { ...process.env, LD_LIBRARY_PATH: libraryPath(CACHE) } },
  ];
  return candidates.find(({ command, env }) => command && isRecent(command, env));
}

function isRecent(command, env) {
  const { stdout } = spawnSync(command, ['--version'], { env, encoding: 'utf8' });
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  return Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
}

async function fetchOne(announce) {
  announce('Redis est absent de cette machine : téléchargement dans le dossier du projet');
  await fetchDebianPackages(CACHE, ['redis-server']);
  return find() ?? installOne();
}

async function installOne() {
  const install = async (command, ...options) => {
    await run(command, options, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).catch(
      () => {},
    );
    return find();
  };
  if (which('brew')) return install('brew', 'install', 'valkey');
  if (!isRoot) return undefined;
  if (which('apt-get'))
    return install('apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'redis-server');
  if (which('dnf')) return install('dnf', '-qy', 'install', 'valkey');
  return undefined;
}

function missing() {
  throw new Failure(
    'Redis n’a pas pu être obtenu : vérifiez le réseau, ou installez redis-server, ou indiquez un serveur dans REDIS_URL.',
  );
}
