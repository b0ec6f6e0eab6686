import { Audit } from '@app/platform';
import { TestApp, testApp } from '../support/app';

describe('audit trail', () => {
  let t: TestApp;
  let audit: Audit;
  beforeAll(async () => {
    t = await testApp();
    audit = t.app.get(Audit);
  });
  afterAll(() => t.close());

  /** As someone who holds the database would: without its triggers. */
  const tamper = (sql: string, ...params: unknown[]) =>
    t.db.tx(async () => {
      await t.db.query("set local session_replication_role = 'replica'");
      await t.db.query(sql, params);
    });
  const entryOf = async (block: number) =>
    (await t.db.one<{ id: string; action: string }>('select id, action from platform.audit_entry where block_seq = $1 order by id limit 1', [block]))!;
  const seal = async () => {
    await t.a.room(await t.as('venue_host'));
    await audit.chain();
  };

  it('is sealed block after block, and verified', async () => {
    await seal();
    await seal();
    await audit.chain();
    await t.a.venue(await t.as('venue_host'));
    expect(await audit.verify()).toMatchObject({ ok: true, blocks: 2, unchained: 1, brokenAt: null });
    await audit.chain();
    expect(await audit.verify()).toMatchObject({ ok: true, blocks: 3, unchained: 0 });
  });

  it('is sealed once by several at a time', async () => {
    await t.a.room(await t.as('venue_host'));
    await Promise.all([audit.chain(), audit.chain(), audit.chain()]);
    expect(await audit.verify()).toMatchObject({ ok: true, blocks: 4, unchained: 0 });
  });

  it.each([
    ['changed', "update platform.audit_entry set action = 'rien'"],
    ['moved to another block', 'update platform.audit_entry set block_seq = 1 where block_seq = 2'],
    ['removed', 'delete from platform.audit_entry'],
    ['removed, blocks with them', 'delete from platform.audit_block'],
    ['emptied', 'truncate platform.audit_entry'],
    ['emptied, blocks with them', 'truncate platform.audit_block'],
  ])('refuses to be %s', async (_, sql) => {
    await expect(t.db.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('names the block where an entry was changed behind its triggers', async () => {
    const { id, action } = await entryOf(2);
    await tamper("update platform.audit_entry set action = 'rien' where id = $1", id);
    expect(await audit.verify()).toMatchObject({ ok: false, brokenAt: 2 });
    await tamper('update platform.audit_entry set action = $2 where id = $1', id, action);
    expect(await audit.verify()).toMatchObject({ ok: true });
  });

  it('names the block that lost an entry, or that was rewritten whole', async () => {
    const { id } = await entryOf(3);
    await tamper('update platform.audit_entry set block_seq = null where id = $1', id);
    expect(await audit.verify()).toMatchObject({ ok: false, brokenAt: 3 });
    await tamper('update platform.audit_entry set block_seq = 3 where id = $1', id);

    const { hash } = (await t.db.one<{ hash: string }>('select hash from platform.audit_block where seq = 1'))!;
    await tamper('update platform.audit_block set hash = $1 where seq = 1', 'f'.repeat(64));
    expect(await audit.verify()).toMatchObject({ ok: false, brokenAt: 1 });
    await tamper('update platform.audit_block set hash = $1 where seq = 1', hash);
    expect(await audit.verify()).toMatchObject({ ok: true });
  });
});
