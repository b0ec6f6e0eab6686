import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, run } from '../support/child';

/** A small tree of our shape: one file nobody imports, one export nobody uses. */
const TREE: Record<string, string> = {
  'package.json': '{"name":"small"}',
  'apps/api/src/main.ts': `import { used } from '../../../libs/platform/src';\nconsole.log(used);`,
  'libs/platform/src/index.ts': `export * from './kept';`,
  'libs/platform/src/kept.ts': 'export const used = 1;\nexport const unused = 2;',
  'libs/platform/src/lost.ts': 'export const lost = 1;',
};

describe('dead code', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-dead-'));
    for (const name of ['knip.json', 'tsconfig.json']) await cp(join(ROOT, name), join(folder, name));
    for (const [path, code] of Object.entries(TREE)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), code);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('a file nobody imports and an export nobody uses are found', async () => {
    const { stdout } = await run('node_modules/knip/bin/knip.js', ['--no-progress', '--reporter', 'json'], { cwd: folder });
    const { files, issues } = JSON.parse(stdout) as { files: string[]; issues: { file: string; exports: { name: string }[] }[] };
    expect(files).toEqual(['libs/platform/src/lost.ts']);
    expect(issues.map(({ file, exports }) => [file, exports.map(({ name }) => name)])).toEqual([['libs/platform/src/kept.ts', ['unused']]]);
  }, 60_000);
});
