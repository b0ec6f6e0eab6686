import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../../../../test/support/app';
import type { Someone } from '../../../../test/support/someone';
import type { HeldCompetencies } from './trainer-competency.dto';

describe('what trainers can teach', () => {
  let t: TestApp;
  let trainer: Someone;
  let manager: Someone;
  let ids: string[];
  beforeAll(async () => {
    t = await testApp();
    [trainer, manager] = [await t.as('trainer'), await t.as('course_manager')];
    await t.db.query(`insert into curriculum.framework (code, edition, label, licence) values ('ESSAI', '1', 'Essai', 'Essai') on conflict do nothing`);
    const made = await t.db.query<{ id: string }>(
      `insert into curriculum.competency (framework_code, code, label, levels) values ('ESSAI', '1', 'Partager', '{a,b,c}'), ('ESSAI', '2', 'Publier', '{}') returning id`,
    );
    ids = made.map(({ id }) => id);
  });
  afterAll(() => t.close());

  const read = async (path: string, by: Someone) => (await by.get(path).expect(200)).body as HeldCompetencies;

  it('is said by them, then by those who manage the pool, and never over what was not read', async () => {
    const before = await read('/me/trainer-competencies', trainer);
    expect(before).toEqual({ displayName: trainer.displayName, items: [], version: 1 });
    const said = await trainer.put('/me/trainer-competencies', { items: [{ id: ids[0], level: 2 }, { id: ids[1], level: null }] }, 1).expect(200);
    expect(said.body).toMatchObject({ version: 2, items: [{ code: 'ESSAI 1', label: 'Partager', level: 2, levels: ['a', 'b', 'c'] }, { code: 'ESSAI 2', level: null }] });
    const path = `/trainers/${trainer.id}/competencies`;
    expect(await read(path, manager)).toEqual(said.body);
    const { items } = (await manager.get(`/trainers?q=${encodeURIComponent(trainer.displayName)}`).expect(200)).body as { items: { id: string; competencies: string[] }[] };
    expect(items.find(({ id }) => id === trainer.id)!.competencies).toEqual(['ESSAI 1', 'ESSAI 2']);
    await manager.put(path, { items: [] }, 1).expect(412);
    await manager.put(path, { items: [{ id: ids[0], level: 3 }] }, 2).expect(200);
    expect((await read('/me/trainer-competencies', trainer)).items).toMatchObject([{ code: 'ESSAI 1', level: 3 }]);
    const answers = await Promise.all([trainer.put('/me/trainer-competencies', { items: [] }, 3), manager.put(path, { items: [{ id: ids[1], level: null }] }, 3)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each<[string, (known: string[]) => object[], string]>([
    ['an unknown competency', () => [{ id: randomUUID(), level: null }], '/items/0/id'],
    ['a level that its framework has not', ([first]) => [{ id: first, level: 4 }], '/items/0/level'],
    ['a level where there is none', ([, second]) => [{ id: second, level: 1 }], '/items/0/level'],
    ['no level at all', ([first]) => [{ id: first, level: 0 }], '/items/0/level'],
    ['the same one twice', ([first]) => [{ id: first, level: 1 }, { id: first, level: 2 }], '/items'],
    ['more than a hundred', ([first]) => Array.from({ length: 101 }, () => ({ id: first, level: 1 })), '/items'],
  ])('refuses %s', async (_, items, pointer) => {
    const { version } = await read('/me/trainer-competencies', trainer);
    const { body } = await trainer.put('/me/trainer-competencies', { items: items(ids) }, version).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('belongs to trainers', async () => {
    await manager.get(`/trainers/${manager.id}/competencies`).expect(404);
    await manager.get('/me/trainer-competencies').expect(403);
    await trainer.get(`/trainers/${trainer.id}/competencies`).expect(403);
  });
});
