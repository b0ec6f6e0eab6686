import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TestApp, testApp } from '../../../../test/support/app';

const ROOT = resolve(__dirname, '../../../..');
const AURA = join(ROOT, 'data/lieux-aura-lo2/lieux-aura.csv');
const PRODUCERS = join(ROOT, 'data/lieux-mednum-mit/lieux-multi-producteurs.csv');

interface Told {
  rows: number;
  accepted: number;
  changed: number;
  unchanged: number;
  refused: { row: number; field: string | null; value: string; code: string; message: string }[];
  duplicates: number;
  applied: boolean;
  codes: Record<string, number>;
}

/** The program itself, built, as an operator runs it; what it prints is the document and nothing else. */
describe('relais venues:import FILE --json, on the real lists', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const relais = async (path: string, ...options: string[]): Promise<Told> => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: t.config.DATABASE_URL, REDIS_URL: t.config.REDIS_URL };
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'venues:import', path, '--json', ...options], { cwd: ROOT, env, maxBuffer: 1 << 24 });
    return JSON.parse(stdout) as Told;
  };
  const stored = async () => (await t.db.one<{ n: number }>('select count(*)::int as n from venues.venue', []))!.n;
  const places = () => t.db.query('select id, slug, version, content_hash from venues.venue order by id');

  it.each([
    ['Auvergne-Rhône-Alpes', AURA, 687, []],
    ['eight producers', PRODUCERS, 1343, [{ row: expect.any(Number) as number, field: 'adresse', value: '', code: 'row.required', message: 'Cette colonne est obligatoire' }]],
  ])('%s: tells what it would do, does it, and does nothing the second time', async (_, path, rows, refused) => {
    const before = await stored();
    const accepted = rows - refused.length;
    const counted = { rows, accepted, changed: 0, unchanged: 0, refused };
    const trial = await relais(path);
    expect(trial).toMatchObject({ ...counted, applied: false });
    expect(Object.keys(trial)).toEqual(expect.arrayContaining(['rows', 'accepted', 'changed', 'unchanged', 'refused', 'duplicates']));
    expect(trial.codes['label.schema_refuses'] ?? 0).toBe(path === PRODUCERS ? 95 : 0);
    expect(await stored()).toBe(before);

    expect(await relais(path, '--apply')).toEqual({ ...trial, applied: true });
    expect(await stored()).toBe(before + accepted);

    const applied = await places();
    expect(await relais(path, '--apply')).toMatchObject({ rows, accepted: 0, changed: 0, unchanged: accepted, refused, duplicates: 0 });
    expect(await places()).toEqual(applied);
  });
});
