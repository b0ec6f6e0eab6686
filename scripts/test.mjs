import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies, ensureNode } from './ensure.mjs';
import { chromium } from './services/chromium.mjs';
import { explain } from './services/failure.mjs';
import { ROOT } from './services/paths.mjs';
import { run } from './services/run.mjs';

const PROJECTS = ['unit', 'e2e', 'architecture', 'security', 'journeys'];
const REPORT = join(ROOT, '.cache/jest.json');
const tool = (script, ...args) => run(process.execPath, [join(ROOT, 'node_modules', script), ...args]);

/** A step that cannot run here: the reason is shown and the step counts as skipped. */
class Skipped extends Error {}

const CHECKS = {
  install: { title: 'Dépendances', work: ensureDependencies },
  browser: { title: 'Navigateur', work: findBrowser },
  build: { title: 'Construction', work: build },
  types: {
    title: 'Types',
    work: async () => {
      for (const project of ['tsconfig.json', 'test/journeys/tsconfig.json', 'apps/web/tsconfig.json'])
        await tool('typescript/bin/tsc', '--noEmit', '-p', project);
    },
  },
  lint: { title: 'Règles d’écriture', work: () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  imports: {
    title: 'Table des imports',
    work: () => tool('dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs', 'test'),
  },
  knip: { title: 'Code mort', work: () => tool('knip/bin/knip.js', '--no-progress') },
};

async function findBrowser() {
  try {
    process.env.CHROMIUM = await chromium();
  } catch (error) {
    throw new Skipped(`${explain(error)} Les parcours au navigateur ne seront pas joués.`);
  }
}

const count = { passed: 0, failed: 0, skipped: 0 };

async function check({ title, work }) {
  const began = performance.now();
  const end = (mark, outcome, reason = '') => {
    count[outcome] += 1;
    console.log(
      `${mark} ${title} (${((performance.now() - began) / 1000).toFixed(1).replace('.', ',')} s)${reason && `\n${reason}`}`,
    );
  };
  try {
    await work();
    end('✓', 'passed');
  } catch (error) {
    if (error instanceof Skipped) end('–', 'skipped', error.message);
    else end('✗', 'failed', error.output ?? explain(error));
  }
}

/** Each of these keeps one processor busy and needs nothing of the others: two go at a time, the longest first. */
const READING = ['lint', 'types', 'knip', 'imports'];

async function readSources() {
  const left = [...READING];
  const lane = async () => {
    while (left.length) await check(CHECKS[left.shift()]);
  };
  await Promise.all([lane(), lane()]);
}

/** Runs the projects of Jest and adds their tests to the count; a file that cannot even load is a failed test. */
function jest(projects, options) {
  console.log(`\nTests : ${projects.join(', ')}`);
  rmSync(REPORT, { force: true });
  spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${REPORT}`,
      '--passWithNoTests',
      '--forceExit', // a test that failed to stop its programs must not hold the command

      '--selectProjects',
      ...projects,
      ...options,
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(REPORT)) {
    count.failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  count.skipped += report.numPendingTests + report.numTodoTests;
}

/** `--only STEP` runs one step, or one project of Jest; what follows goes to Jest. */
async function main() {
  ensureNode();
  const [flag, only, ...rest] = process.argv.slice(2);
  const known = [...Object.keys(CHECKS), ...PROJECTS];
  if (flag && (flag !== '--only' || !known.includes(only)))
    throw new Error(`usage : npm test -- --only ${known.join('|')}`);
  const needed =
    only in CHECKS
      ? [only]
      : only
        ? only === 'journeys'
          ? ['install', 'browser', 'build']
          : ['install', 'build']
        : ['install', 'browser', 'build'];
  for (const name of needed) await check(CHECKS[name]);
  if (!only) await readSources();
  const projects = PROJECTS.filter((name) => (only ? name === only : true)).filter(
    (name) => name !== 'journeys' || process.env.CHROMIUM,
  );
  if (projects.length) jest(projects, rest);
  console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  process.exitCode = count.failed ? 1 : 0;
}

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});
