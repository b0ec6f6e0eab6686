import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, run } from '../support/child';

interface Violation {
  rule: { name: string };
  from: string;
}

async function violations(folder: string): Promise<string[]> {
  const { stdout } = await run(
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'],
    { cwd: folder },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(5);
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
}

/** A tree of the same shape, where each file breaks one rule of the table. */
const BREACHES: Record<string, string> = {
  'platform-imports: libs/platform/src/index.ts': `import '@app/identity';`,
  'venues-imports: libs/venues/src/venue.ts': `import '@app/training';`,
  'readers-are-not-imported: libs/identity/src/reader.ts': `import '@app/reporting';`,
  'only-the-door: libs/training/src/inside.ts': `import '../../identity/src/inside';`,
  'programs-use-the-door: apps/api/src/main.ts': `import '../../../libs/identity/src/inside';`,
  'libs-know-no-program: libs/trainers/src/program.ts': `import '../../../apps/api/src/main';`,
  'apart: apps/netpublic/src/main.ts': `import '@app/platform';`,
  'no-cycle: libs/resources/src/a.ts': `import './b';`,
  'resolvable: libs/learning/src/lost.ts': `import './nowhere';`,
};

describe('table of imports', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'relais-imports-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('holds in the whole tree', async () => {
    expect(await violations(ROOT)).toEqual([]);
  }, 120_000);

  it('reports each breach', async () => {
    const files = {
      ...Object.fromEntries(Object.entries(BREACHES).map(([breach, code]) => [breach.split(': ')[1]!, code])),
      'libs/resources/src/b.ts': `import './a';`,
      'libs/identity/src/index.ts': 'export const identity = 1;',
      'libs/identity/src/inside.ts': 'export const inside = 1;',
      'libs/training/src/index.ts': 'export const training = 1;',
      'libs/reporting/src/index.ts': 'export const reporting = 1;',
      'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@app/*': ['./libs/*/src'] } } }),
      'package.json': '{}',
    };
    for (const [path, code] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), code);
    }
    expect(await violations(folder)).toEqual(expect.arrayContaining(Object.keys(BREACHES)));
  }, 60_000);
});
