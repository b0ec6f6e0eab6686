import { TestApp, testApp } from '../../../../test/support/app';

describe('courses', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const input = {
    title: 'Rendre l’électricité lisible', summary: 'Lire et expliquer une facture d’énergie avec les habitants.', audiences: [{ code: 'C', from: '2015-10-01' }, { code: 'mediateur', from: '2015-10-01' }],
    modality: 'presence', durationHours: 6.5, theme: 'mediation-numerique', keywords: ['énergie'], objectives: ['Expliquer une facture'], content: '<p>Lire une facture.</p>', prerequisites: 'Aucun.',
    attestationConditions: 'Avoir suivi les six heures et demie.',
  };

  it('goes from draft to published to archived, and is found by words without accents', async () => {
    const manager = await t.as('course_manager');
    const { body: draft } = await manager.post('/courses', input).expect(201);
    expect(draft).toMatchObject({ status: 'draft', slug: 'rendre-l-electricite-lisible', version: 1, actions: ['publish'] });
    await t.anyone.get(`/courses/${draft.slug}`).expect(404);
    await manager.get(`/courses/${draft.slug}`).expect(200);
    await manager.post(`/courses/${draft.id}/publish`).expect(200);
    for (const q of ['electricite', 'ÉLECTRICITÉ', 'l’energie', 'electr', 'expliquer factures'])
      expect((await t.anyone.get(`/courses?q=${encodeURIComponent(q)}`).expect(200)).body).toMatchObject({ total: 1, items: [{ id: draft.id }] });
    expect((await t.anyone.get('/courses?q=piscine')).body).toMatchObject({ items: [], nextCursor: null, total: 0, unknown: ['piscine'] });
    await manager.post(`/courses/${draft.id}/archive`).expect(200);
    await t.anyone.get(`/courses/${draft.slug}`).expect(404);
    await t.settle();
  });

  it('refuses a title already taken, and an edit of a version already changed', async () => {
    const manager = await t.as('course_manager');
    const { body: course } = await manager.post('/courses', { ...input, title: 'Un titre à garder' }).expect(201);
    expect((await manager.post('/courses', { ...input, title: 'Un titre à garder' })).body.code).toBe('course.title_taken');
    expect((await manager.patch(`/courses/${course.id}`, { summary: 'Un résumé assez long pour passer.' })).body.status).toBe(428);
    const edited = await manager.patch(`/courses/${course.id}`, { summary: 'Un résumé assez long pour passer.' }, 1).expect(200).expect('etag', '"2"');
    expect(edited.body.summary).toBe('Un résumé assez long pour passer.');
    expect((await manager.patch(`/courses/${course.id}`, { summary: 'Un autre résumé, arrivé trop tard.' }, 1)).body).toMatchObject({ status: 412, code: 'edit.stale' });
  });

  it.each([
    ['/title', { title: 'abc' }, 422],
    ['/audiences/0/code', { audiences: [{ code: 'D', from: '2015-10-01' }] }, 422],
    ['/audiences/0/from', { audiences: [{ code: 'C', from: '2026-02-30' }] }, 422],
    ['/audiences/0/from', { audiences: [{ code: 'C', from: '2015-01-01' }] }, 422],
    ['/audiences/0/until', { audiences: [{ code: 'C', from: '2026-01-01', until: '2025-12-31' }] }, 422],
    ['/audiences/1/from', { audiences: [{ code: 'C', from: '2026-01-01' }, { code: 'C', from: '2027-01-01' }] }, 422],
    ['/audiences', { audiences: 'C' }, 422],
    ['/metiers/1', { metiers: ['99/Z/98', '99/Z/99'] }, 422],
    ['/nsf/0', { nsf: ['999'] }, 422],
    ['/rome', { rome: ['A1101', 'A1101'] }, 422],
    ['/competencies/0/id', { competencies: [{ id: '00000000-0000-7000-8000-000000000000' }] }, 422],
    ['/competencies/0/id', { competencies: [{ id: 'x' }] }, 422],
    ['/financingRegime', { financingRegime: 'gratuit' }, 422],
    ['/materialsRgaa', { materialsRgaa: 'oui' }, 422],
    ['/content', { content: 12 }, 422],
    ['/content', { content: `<p>${'mot '.repeat(11_000)}</p>` }, 422],
    ['/source', { source: '' }, 422],
    ['/durationHours', { durationHours: '6' }, 422],
    ['/durationHours', { durationHours: 0 }, 422],
    ['/theme', { theme: 'jardinage' }, 422],
    ['/status', { status: 'published' }, 400],
    ['/objectives', { objectives: ['a\u0007'] }, 422],
  ])('names %s when it is wrong', async (pointer, wrong, status) => {
    const manager = await t.as('course_manager');
    const answer = await manager.post('/courses', { ...input, ...wrong }).expect(status);
    expect((answer.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});
