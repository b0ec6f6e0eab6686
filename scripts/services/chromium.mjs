import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchDebianPackages, libraryPath } from './debian-packages.mjs';
import { Failure } from './failure.mjs';
import { ROOT, isRoot, which } from './paths.mjs';
import { run } from './run.mjs';

const CACHE = join(ROOT, '.cache/chromium');
const LAUNCHER = join(CACHE, 'launch.sh');
/** By preference: the one without windows is three times smaller, but only Debian ships it. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** A Chromium to test with: the machine's own, else Debian's unpacked into the clone, else installed when we may. */
export async function chromium() {
  return find() ?? (await fetchOne()) ?? (await install()) ?? missing();
}

function find() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const candidates = [process.env.CHROMIUM, ...names.map(which), existsSync(LAUNCHER) && LAUNCHER];
  return candidates
    .filter(Boolean)
    .find((command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0);
}

async function fetchOne() {
  let name;
  for (const candidate of PACKAGES)
    if (!name && (await fetchDebianPackages(CACHE, [candidate, 'fonts-dejavu-core']))) name = candidate;
  if (!name) return undefined;
  writeLauncher(join(CACHE, 'usr/lib/chromium', name));
  return find();
}

/** Chromium as it is unpacked needs to be told where its libraries and its fonts are. */
function writeLauncher(program) {
  const fonts = join(CACHE, 'fonts.conf');
  writeFileSync(fonts, fontSettings());
  writeFileSync(
    LAUNCHER,
    `#!/bin/sh
export LD_LIBRARY_PATH='${libraryPath(CACHE)}' FONTCONFIG_FILE='${fonts}'
exec '${program}' "$@"
`,
  );
  chmodSync(LAUNCHER, 0o755);
}

/** A machine without fonts still shows text: those unpacked beside the browser are declared by their full path. */
const fontSettings = () => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(CACHE, 'usr/share/fonts')}</dir>
  <cachedir>${join(CACHE, 'font-cache')}</cachedir>
</fontconfig>
`;

async function install() {
  if (!isRoot || !which('apt-get')) return undefined;
  const script =
    'apt-get -qq update; apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core';
  await run('sh', ['-c', script], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).catch(
    () => {},
  );
  return find();
}

function missing() {
  throw new Failure(
    'Aucun navigateur n’a pu être obtenu : vérifiez le réseau, ou installez le paquet chromium.',
  );
}
