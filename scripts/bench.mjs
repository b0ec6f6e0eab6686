import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchContext } from '../test/bench/support/context.mjs';
import { build } from './build.mjs';
import { ensureDependencies, ensureNode } from './ensure.mjs';
import { explain } from './services/failure.mjs';
import { ROOT } from './services/paths.mjs';

const FOLDER = join(ROOT, 'test/bench');
const COLUMNS = ['mesure', 'valeur', 'limite', 'rapport', 'objectif', ''];

/** Each `*.bench.mjs` exports `{ name, run(context) }`; `run` answers one result or several. */
async function benches(only) {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.bench.mjs'));
  const all = await Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(join(FOLDER, file)).href)).default),
  );
  const chosen = all.filter(({ name }) => !only || name === only);
  if (!chosen.length)
    throw new Error(`usage : npm run bench -- --only ${all.map(({ name }) => name).join('|')}`);
  return chosen;
}

const number = (value) => value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
const row = ({ name, value, unit, limit, limitName, ratio, goal, ok }) => [
  name,
  `${number(value)} ${unit}`,
  `${number(limit)} ${unit} (${limitName})`,
  number(ratio),
  goal,
  ok ? 'tenu' : 'MANQUÉ',
];

function table(rows) {
  const widths = COLUMNS.map((_, column) =>
    Math.max(...[COLUMNS, ...rows].map((cells) => cells[column].length)),
  );
  return [COLUMNS, ...rows]
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column])).join('  '))
    .join('\n');
}

async function main() {
  ensureNode();
  const [flag, only] = process.argv.slice(2);
  const chosen = await benches(flag === '--only' ? only : undefined);
  await ensureDependencies();
  await build();
  const context = benchContext();
  const results = [];
  try {
    for (const { name, run } of chosen) {
      console.log(`… ${name}`);
      results.push(...[await run(context)].flat());
    }
  } finally {
    await context.close();
  }
  if (!only) writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${table(results.map(row))}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});
