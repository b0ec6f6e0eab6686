import type { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';

describe('my profile', () => {
  let t: TestApp;
  let agent: Someone;
  beforeAll(async () => {
    t = await testApp();
    await t.db
      .query(`insert into identity.cadre_emplois (id, edition, filiere, name, category, valid_from, valid_to) values
      ('essai-a-plus', 'essai', 'Technique', 'Ingénieurs en chef', 'A+', '2016-01-01', null),
      ('essai-b', 'essai', 'Technique', 'Techniciens', 'B', '2016-01-01', null),
      ('essai-abroge', 'essai', 'Technique', 'Abrogé', 'C', '2000-01-01', '2015-12-31')`);
    await t.db.query(
      `insert into identity.metier (code, edition, label, family, domain) values ('essai', 'essai', 'Essai', 'Essai', 'Essai')`,
    );
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    agent = await t.as('agent');
    await t.db.query(
      `update identity.agent_profile set statut = 'contractuel', category = 'C', cadre_emplois_id = null, version = 1 where person_id = $1`,
      [agent.id],
    );
  });
  const mine = async () => (await agent.get('/auth/me').expect(200)).body.profile as Record<string, unknown>;

  it('changes what is given and keeps the rest', async () => {
    const { body, headers } = await agent
      .patch('/me/profile', { metierCode: 'essai', isMediateur: true }, 1)
      .expect(200);
    expect(body).toMatchObject({
      metierCode: 'essai',
      metierLabel: 'Essai',
      isMediateur: true,
      category: 'C',
      version: 2,
    });
    expect(headers.etag).toBe('"2"');
    expect((await agent.patch('/me/profile', { metierCode: null }, 2).expect(200)).body).toMatchObject({
      metierCode: null,
      isMediateur: true,
      version: 3,
    });
  });

  it('takes the category from the cadre d’emplois', async () => {
    await agent.patch('/me/profile', { cadreEmploisId: 'essai-a-plus' }, 1).expect(200);
    expect(await mine()).toMatchObject({ cadreEmploisName: 'Ingénieurs en chef', category: 'A+' });
    await agent.patch('/me/profile', { cadreEmploisId: 'essai-b' }, 2).expect(200);
    expect(await mine()).toMatchObject({ category: 'B' });
    await agent.patch('/me/profile', { cadreEmploisId: null }, 3).expect(200);
    expect(await mine()).toMatchObject({ cadreEmploisId: null, category: 'B' });
  });

  it('leaves no civil servant without a cadre', async () => {
    await agent.patch('/me/profile', { cadreEmploisId: 'essai-b' }, 1).expect(200);
    await t.db.query(`update identity.agent_profile set statut = 'stagiaire_fp' where person_id = $1`, [
      agent.id,
    ]);
    const { body } = await agent.patch('/me/profile', { cadreEmploisId: null }, 2).expect(422);
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/cadreEmploisId', code: 'agent.cadre_required' }),
    ]);
  });

  it('asks for the version, and loses nobody’s change', async () => {
    await agent.patch('/me/profile', { isMediateur: true }).expect(428);
    const both = await Promise.all(
      [true, false].map((isMediateur) => agent.patch('/me/profile', { isMediateur }, 1)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    await agent.patch('/me/profile', { isMediateur: true }, 99).expect(412);
    expect(await mine()).toMatchObject({ version: 2 });
  });

  it.each<[object, number, string | null]>([
    [{ metierCode: 'inconnu' }, 422, '/metierCode'],
    [{ metierCode: 12 }, 422, '/metierCode'],
    [{ metierCode: 'a\u0000' }, 422, '/metierCode'],
    [{ metierCode: '\u202eessai' }, 422, '/metierCode'],
    [{ communeCode: '99999' }, 422, '/communeCode'],
    [{ communeCode: 'x'.repeat(10_000) }, 422, '/communeCode'],
    [{ cadreEmploisId: 'essai-abroge' }, 422, '/cadreEmploisId'],
    [{ cadreEmploisId: ['essai-b'] }, 422, '/cadreEmploisId'],
    [{ isMediateur: null }, 422, '/isMediateur'],
    [{ isMediateur: 'oui' }, 422, '/isMediateur'],
    [{ category: 'A+' }, 400, null],
    [{ employerId: '01900000-0000-7000-8000-000000000000' }, 400, null],
    [{ version: 9 }, 400, null],
    [{ supervisorId: null, isMediateur: true }, 400, null],
    [{ constructor: { prototype: {} } }, 400, null],
  ])('refuses %j and changes nothing', async (body, status, pointer) => {
    const before = await mine();
    const answer = await agent.patch('/me/profile', body, 1).expect(status);
    if (pointer) expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await mine()).toEqual(before);
  });

  it('is only for agents', async () => {
    await (await t.as('training_officer')).patch('/me/profile', { isMediateur: true }, 1).expect(403);
    await t.anyone.patch('/me/profile', { isMediateur: true }, 1).expect(401);
  });

  it('leaves a trace of which fields, not of what they hold', async () => {
    await agent.patch('/me/profile', { metierCode: 'essai' }, 1).expect(200);
    const [entry] = await t.db.query(
      `select actor_id, detail from platform.audit_entry where action = 'identity.profile.edited' and subject_id = $1`,
      [agent.id],
    );
    expect(entry).toEqual({ actor_id: agent.id, detail: { fields: ['metierCode'] } });
  });
});
