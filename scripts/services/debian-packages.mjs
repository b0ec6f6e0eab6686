import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, which } from './paths.mjs';
import { run } from './run.mjs';

/** Unpacks Debian packages and what they need into `destination`; false when this machine or network cannot. */
export async function fetchDebianPackages(destination, packages) {
  if (!which('apt-get') || !which('dpkg-deb')) return false;
  mkdirSync(dirname(destination), { recursive: true });
  const script = join(ROOT, 'scripts/services/debian-packages.sh');
  return run('sh', [script, destination, ...packages]).then(
    () => true,
    () => false,
  );
}

/** The LD_LIBRARY_PATH that makes programs unpacked in `directory` find their libraries, those in private folders too. */
export function libraryPath(directory) {
  const folders = (path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name));
  return ['usr/lib', 'lib']
    .map((name) => join(directory, name))
    .filter((path) => existsSync(path))
    .flatMap(folders)
    .filter((path) => path.endsWith('-linux-gnu'))
    .flatMap((path) => [path, join(path, 'pulseaudio')])
    .join(':');
}
