import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { TestApp, testApp } from '../../../../test/support/app';
import { demoDatabase } from '../../../../test/support/stack';

const ROOT = resolve(__dirname, '../../../..');

/** The program itself, built, as an operator runs it. */
describe('relais seats:audit [--json]', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const auditOf = (url: string, ...options: string[]): Promise<{ code: number; stdout: string }> => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: url, REDIS_URL: t.config.REDIS_URL };
    return new Promise((done) =>
      execFile(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'seats:audit', ...options], { cwd: ROOT, env }, (error, stdout) => done({ code: Number(error?.code ?? 0), stdout })),
    );
  };
  const audit = (...options: string[]) => auditOf(t.config.DATABASE_URL, ...options);

  it('answers what it read, and fails when a line is not what happened', async () => {
    const officer = await t.as('training_officer');
    const session = await t.a.session({ capacity: 1 });
    for (let n = 0; n < 2; n += 1) {
      const { id } = await t.a.enrolment(await t.as('agent', { organisationId: officer.organisationId }), session.id);
      await officer.post(`/enrolments/${id}/validate`).expect(200);
    }
    const right = { sessions: 1, events: 3, oversold: 0, overtaken: 0, unoffered: 0 };
    const { code, stdout } = await audit('--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, right]);
    expect((await audit()).stdout).toMatch(/3 lignes du registre relues, de 1 sessions : aucune place survendue/);

    // The ledger is only added to: what would have happened to it is seeded behind its back, and taken back.
    await expect(t.db.query('update training.seat_entry set taken = 0')).rejects.toThrow('only added to');
    const behind = async (sql: string) => {
      const runner = t.db.source.createQueryRunner();
      await runner.query("set session_replication_role = 'replica'");
      await runner.query(sql);
      await runner.query("set session_replication_role = 'origin'");
      await runner.release();
    };
    await behind('update training.seat_entry set taken = 0 where seq = 1');
    const wrong = await audit('--json');
    expect([wrong.code, JSON.parse(wrong.stdout)]).toEqual([1, { ...right, oversold: 1 }]);
    expect((await audit()).stdout).toMatch(new RegExp(`✗ session ${session.id}, ligne 1 .*le compteur dit 0, les lignes disent 1`));
    await behind('update training.seat_entry set taken = 1 where seq = 1');
  });

  it('finds nothing wrong with the demo year, which is written whole', async () => {
    const { url, drop } = await demoDatabase();
    const { code, stdout } = await auditOf(url, '--json');
    await drop();
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ oversold: 0, overtaken: 0, unoffered: 0 })]);
  }, 180_000);
});
