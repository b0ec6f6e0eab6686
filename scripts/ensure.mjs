import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './services/failure.mjs';
import { exclusively } from './services/lock.mjs';
import { ROOT } from './services/paths.mjs';
import { run } from './services/run.mjs';

const OLDEST_NODE = [20, 19];

/** Refuses a Node.js too old for the dependencies, in one sentence. */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    throw new Failure(
      `Relais demande Node.js ${OLDEST_NODE.join('.')} ou plus récent (ici ${process.versions.node}).`,
    );
}

/** Installs what the lock file says, only when something is missing or in another version. */
export async function ensureDependencies() {
  return isInstalled() ? false : exclusively(install);
}

async function install() {
  if (isInstalled()) return false;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(lifecycle|package|command)/.test(key) && key !== 'NODE_ENV',
    ),
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--no-audit', '--no-fund', '--include=dev'], { env });
  return true;
}

/** npm keeps, next to the packages, the list of what it installed to the end. */
function isInstalled() {
  const list = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const installed = packagesOf(list);
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      !path.includes('node_modules/') ||
      optional ||
      link ||
      installed[path]?.version === version,
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
