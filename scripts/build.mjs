import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain } from './services/failure.mjs';
import { exclusively } from './services/lock.mjs';
import { ROOT } from './services/paths.mjs';
import { run } from './services/run.mjs';

const PROGRAMS = ['apps/api', 'apps/worker', 'apps/cli', 'apps/netpublic', 'libs'];
const isTest = (file) => /\.(spec|e2e-spec)\.tsx?$/.test(file);

const TARGETS = [
  {
    name: 'serveur',
    sources: [...PROGRAMS, 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    output: 'dist/apps/api/src/main.js',
    build: async () => {
      removeOrphans();
      if (!existsSync(join(ROOT, 'dist/apps/api/src/main.js')))
        rmSync(join(ROOT, 'dist/tsconfig.build.tsbuildinfo'), { force: true });
      // The tsconfig names the four programs: they are compiled in one pass, with Nest's plugins and path rewriting.
      await node('@nestjs/cli/bin/nest.js', 'build', 'api', '--path', 'tsconfig.build.json');
    },
  },
  {
    name: 'site',
    sources: ['apps/web', 'package-lock.json'],
    output: 'dist/web/index.html',
    build: () => node('vite/bin/vite.js', 'build', 'apps/web'),
  },
];

const node = (script, ...args) => run(process.execPath, [join(ROOT, 'node_modules', script), ...args]);

/** Builds what changed since the last build; answers the names of what was built. */
export async function build() {
  return TARGETS.every(isFresh) ? [] : exclusively(buildStale);
}

async function buildStale() {
  const stale = TARGETS.filter((target) => !isFresh(target));
  const done = await Promise.allSettled(stale.map(buildOne));
  const failed = done.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return stale.map(({ name }) => name);
}

async function buildOne(target) {
  const mark = fingerprint(target);
  await target.build();
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(markOf(target), mark);
}

const markOf = ({ name }) => join(ROOT, 'dist', `.${name}`);

const isFresh = (target) =>
  existsSync(join(ROOT, target.output)) &&
  existsSync(markOf(target)) &&
  readFileSync(markOf(target), 'utf8') === fingerprint(target);

function fingerprint({ sources }) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesOf(source))
      if (!isTest(file)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).filter((name) => name !== 'node_modules' && name !== 'dist');
  return names.sort().flatMap((name) => filesOf(`${path}/${name}`));
}

/** What was compiled from a source that no longer exists would still be loaded: a migration, an entity. */
function removeOrphans() {
  for (const file of PROGRAMS.flatMap((program) => filesOf(`dist/${program}`))) {
    const source = file.replace(/^dist\//, '').replace(/(\.d\.ts|\.js|\.js\.map)$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(join(ROOT, source))) rmSync(join(ROOT, file));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const built = await build();
    console.log(built.length ? `Construit : ${built.join(', ')}.` : 'Rien à construire : tout est à jour.');
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
