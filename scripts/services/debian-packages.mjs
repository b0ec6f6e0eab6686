import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, which } from './paths.mjs';

/** Unpacks Debian packages and what they need into `destination`; false when this machine or network cannot. */
export function fetchDebianPackages(destination, packages) {
  if (!which('apt-get') || !which('dpkg-deb')) return false;
  mkdirSync(dirname(destination), { recursive: true });
  const script = join(ROOT, 'scripts/services/debian-packages.sh');
  return spawnSync('sh', [script, destination, ...packages], { stdio: 'ignore' }).status === 0;
}

/** The LD_LIBRARY_PATH that makes programs unpacked in `directory` find their libraries. */
export function libraryPath(directory) {
  const roots = ['usr/lib', 'lib'].map((name) => join(directory, name)).filter((path) => existsSync(path));
  return roots.flatMap((root) => readdirSync(root).filter((name) => name.endsWith('-linux-gnu')).map((name) => join(root, name))).join(':');
}
