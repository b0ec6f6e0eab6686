import { ReferenceLoader } from '@app/identity';
import { Handlers } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';

const today = inDays(0);
const minimal = { title: 'Une fiche à compléter', summary: 'Une formation écrite pour les tests.', theme: 'culture-numerique', modality: 'presence', durationHours: 6 };
const whole = {
  summary: 'Publier des données ouvertes utiles au territoire.', theme: 'donnees-ouvertes', modality: 'mixed', durationHours: 12.5,
  situations: ['Répondre à une demande de réutilisation'], objectives: ['Choisir un jeu de données'], content: '<h3>Jour 1</h3><p>Le <strong>cadre</strong>.</p>',
  audiences: [{ code: 'A', from: '2026-01-01', until: '2026-12-31' }, { code: 'B', from: '2026-01-01' }], audienceNote: 'Chargés de mission',
  prerequisites: 'Aucun prérequis.', evaluation: 'Un cas pratique.', attestationConditions: 'Avoir suivi les deux jours.', accessibility: 'Salle de plain-pied.',
  materialsRgaa: 'partiel', keywords: ['open data'], metiers: ['05/A/07', '01/A/06'], nsf: ['326'], rome: ['M1801'], financingRegime: 'shared',
  financingConditions: 'Fiche technique n° 3.', source: 'Agence du Numérique', attribution: 'D’après un module d’Etalab.', isSelective: true,
};

interface Course {
  id: string;
  slug: string;
  version: number;
}

describe('the sheet of a course', () => {
  let t: TestApp;
  let manager: Someone;
  let competency: string;
  let count = 0;
  beforeAll(async () => {
    t = await testApp();
    await t.app.get(ReferenceLoader).load();
    manager = await t.as('course_manager');
    competency = (await t.db.one<{ id: string }>(`select id from curriculum.competency where framework_code = 'CRCN' and code = '2.2'`))!.id;
  });
  afterAll(() => t.close());

  const title = () => `Une fiche entière ${(count += 1)}`;
  const sheet = async (more: object = {}): Promise<Course> =>
    (await manager.post('/courses', { ...whole, title: title(), competencies: [{ id: competency, level: 3 }], ...more }).expect(201)).body as Course;

  it('keeps all that is said of it, and gives it to the public with its labels', async () => {
    const course = await sheet();
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    const { body } = await t.anyone.get(`/courses/${course.slug}`).expect(200);
    expect(body).toMatchObject({
      ...whole,
      audiences: [{ code: 'A', label: 'Catégorie A', from: '2026-01-01', until: '2026-12-31' }, { code: 'B', from: '2026-01-01', until: null }],
      metiers: [{ code: '05/A/07', label: 'Cheffe / Chef de projet communication numérique' }, { code: '01/A/06' }],
      competencies: [{ id: competency, code: 'CRCN 2.2', label: 'Partager et publier', level: 3, levelLabel: '3 · indépendant' }],
      nsf: [{ code: '326' }], rome: [{ code: 'M1801' }], financing: { code: 'shared', label: 'Partagé entre les deux parties' }, actions: [], missing: [], version: 2,
    });
  });

  it('is published only with its legal mentions, and says which are missing', async () => {
    const { body: course } = await manager.post('/courses', minimal).expect(201);
    expect(course).toMatchObject({ actions: [], audienceCategories: [] });
    expect((course as { missing: { label: string }[] }).missing.map(({ label }) => label)).toEqual([
      'les objectifs', 'le public', 'les prérequis («\u202fAucun prérequis.\u202f» s’il n’y en a pas)', 'le contenu', 'les conditions d’attestation',
    ]);
    const refused = await manager.post(`/courses/${course.id}/publish`).expect(409);
    expect(refused.body).toMatchObject({ code: 'course.mentions_missing', errors: [{ pointer: '/objectives' }, { pointer: '/audiences' }, { pointer: '/prerequisites' }, { pointer: '/content' }, { pointer: '/attestationConditions' }] });
    const rest = { objectives: whole.objectives, audiences: whole.audiences, prerequisites: 'Aucun.', content: '<p>Un jour.</p>', attestationConditions: 'Être venu.' };
    const { body: edited } = await manager.patch(`/courses/${course.id}`, { ...rest, financingRegime: 'project_sheet' }, 1).expect(200);
    expect(edited).toMatchObject({ missing: [{ pointer: '/financingConditions' }], actions: [] });
    await manager.patch(`/courses/${course.id}`, { financingConditions: 'Fiche n° 2.' }, 2).expect(200);
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    const { body } = await manager.patch(`/courses/${course.id}`, { content: '<p> </p>' }, 4).expect(409);
    expect(body).toMatchObject({ code: 'course.mentions_missing', detail: 'Il manque à cette fiche\u202f: le contenu.' });
    expect((await manager.get(`/manage/courses/${course.id}`)).body).toMatchObject({ version: 4, content: '<p>Un jour.</p>' });
    await expect(t.db.query(`update training.course set prerequisites = '' where id = $1`, [course.id])).rejects.toThrow(/ck_course_mentions/);
    await manager.post(`/courses/${course.id}/archive`).expect(200);
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    await t.settle();
  });

  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">ici</a>', '<svg onload=alert(1)>', '<iframe src="https://mal.example"></iframe>',
    '<p onclick="alert(1)">clic</p>', '<math><mi xlink:href="data:x,<script>alert(1)</script>">', '<style>@import "https://mal.example"</style>', '<object data="x">',
  ])('gives the public nothing that runs of %s', async (payload) => {
    const course = await sheet({ content: `<p>Du texte.</p>${payload}`, prerequisites: payload, objectives: [payload] });
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    const { body } = await t.anyone.get(`/courses/${course.slug}`).expect(200);
    expect((body as { content: string }).content).toMatch(/^<p>Du texte\.<\/p>(?!.*(<script|<img|<svg|<iframe|<style|<object|<math|javascript:| on\w+=))/);
    const page = (await t.app.inject({ url: `/formations/${course.slug}` })).body;
    expect(page).toContain('Du texte.');
    expect(page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toMatch(/<(script>alert|img|svg|iframe|style>@|object|math)|<a [^>]*javascript:|<p [^>]*on/);
  });

  it('is for an audience from one day to another: eligibility is judged on the day of the session', async () => {
    const session = await t.a.session({ manager });
    const { body: course } = await manager.get(`/courses/${session.courseSlug}`);
    const agent = await t.as('agent', { category: 'B' });
    await manager.patch(`/courses/${course.id}`, { audiences: [{ code: 'B', from: '2020-01-01', until: inDays(9) }, { code: 'C', from: inDays(1) }] }, (course as Course).version).expect(200);
    expect((await agent.post(`/sessions/${session.id}/enrolments`, {})).body).toMatchObject({ code: 'enrolment.not_in_audience' });
    await manager.patch(`/courses/${course.id}`, { audiences: [{ code: 'B', from: inDays(10), until: inDays(10) }] }, (course as Course).version + 1).expect(200);
    await agent.post(`/sessions/${session.id}/enrolments`, {}).expect(201);
  });

  it('lets the audiences of today follow their dates', async () => {
    const course = await sheet({ audiences: [{ code: 'C', from: today }] });
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    await t.db.query('update training.course_audience set valid_until = $2, valid_from = $2 where course_id = $1', [course.id, inDays(-1)]);
    await t.db.query(`insert into training.course_audience values ($1, 'A', $2)`, [course.id, today]);
    await t.app.get(Handlers).jobs.get('training.refresh_audiences')!({});
    expect((await t.anyone.get(`/courses/${course.slug}`)).body.audienceCategories).toEqual(['A']);
    expect(await t.db.query(`select 1 from platform.outbox where type = 'training.course_changed' and payload->>'courseId' = $1`, [course.id])).toHaveLength(1);
  });

  it('keeps each version, tells what differs, and brings one back', async () => {
    const course = await sheet();
    await manager.patch(`/courses/${course.id}`, { summary: 'Publier des données vraiment utiles au territoire.', objectives: ['Choisir un jeu de données', 'Le décrire'], metiers: [] }, 1).expect(200);
    await manager.patch(`/courses/${course.id}`, { content: '<h3>Jour 1</h3><p>Le cadre.</p>' }, 2).expect(200);
    const { body: list } = await manager.get(`/manage/courses/${course.id}/versions`).expect(200);
    expect(list).toMatchObject({
      current: 3, nextCursor: null,
      items: [{ version: 3, fields: ['content'], byName: manager.displayName }, { version: 2, fields: ['summary', 'objectives', 'metiers'] }, { version: 1, fields: [], restoredFrom: null }],
    });
    const { body: second } = await manager.get(`/manage/courses/${course.id}/versions?limit=1&cursor=${(await manager.get(`/manage/courses/${course.id}/versions?limit=1`)).body.nextCursor}`);
    expect((second as { items: { version: number }[] }).items.map(({ version }) => version)).toEqual([2]);

    const { body: found } = await manager.get(`/manage/courses/${course.id}/differences?from=1&to=3`).expect(200);
    expect(found.fields).toEqual([
      { field: 'summary', kind: 'words', parts: expect.arrayContaining([{ text: 'ouvertes', change: 'removed' }, { text: 'vraiment', change: 'added' }]) },
      { field: 'objectives', kind: 'items', parts: [{ text: 'Choisir un jeu de données', change: 'same' }, { text: 'Le décrire', change: 'added' }] },
      { field: 'content', kind: 'markup', parts: [] },
      { field: 'metiers', kind: 'items', parts: [{ text: '05/A/07 Cheffe / Chef de projet communication numérique', change: 'removed' }, { text: expect.stringContaining('01/A/06'), change: 'removed' }] },
    ]);

    expect((await manager.post(`/courses/${course.id}/restore`, { version: 1 }, 2)).body).toMatchObject({ status: 412, code: 'edit.stale' });
    const { body: back } = await manager.post(`/courses/${course.id}/restore`, { version: 1 }, 3).expect(200);
    expect(back).toMatchObject({ version: 4, summary: whole.summary, content: whole.content, metiers: [{ code: '05/A/07' }, { code: '01/A/06' }], status: 'draft' });
    expect((await manager.get(`/manage/courses/${course.id}/versions`)).body.items[0]).toMatchObject({ version: 4, restoredFrom: 1, fields: ['summary', 'objectives', 'content', 'metiers'] });
    expect((await manager.get(`/manage/courses/${course.id}/differences?from=1&to=4`)).body).toEqual({ fields: [] });
  });

  it.each(['from=1', 'from=1&to=x', 'from=0&to=1', 'from=1&to=1e12', 'from=1.5&to=2'])('refuses to compare %s', async (query) => {
    const course = await sheet();
    expect((await manager.get(`/manage/courses/${course.id}/differences?${query}`)).status).toBe(422);
  });

  it.each([[99, 404], [0, 422], ['1', 422], [1.5, 422], [1e12, 422], [null, 422]])('has no version %p to bring back: %i', async (version, status) => {
    const course = await sheet();
    expect((await manager.post(`/courses/${course.id}/restore`, { version }, 1)).status).toBe(status);
    expect((await manager.get(`/manage/courses/${course.id}/differences?from=1&to=99`)).status).toBe(404);
  });

  it('is duplicated as a draft of its own, twice if need be', async () => {
    const course = await sheet();
    await manager.post(`/courses/${course.id}/publish`).expect(200);
    const { title: original } = (await manager.get(`/manage/courses/${course.id}`)).body as { title: string };
    const { body: copy } = await manager.post(`/courses/${course.id}/duplicate`).expect(201);
    expect(copy).toMatchObject({ title: `${original} (copie)`, status: 'draft', version: 1, competencies: [{ id: competency, level: 3 }], content: whole.content, nsf: [{ code: '326' }] });
    expect((await manager.post(`/courses/${course.id}/duplicate`).expect(201)).body.title).toBe(`${original} (copie 2)`);
    expect((await manager.post(`/courses/${(copy as Course).id}/duplicate`).expect(201)).body.title).toBe(`${original} (copie) (copie)`);
  });

  it('two managers at once: one title, one edit', async () => {
    const input = { ...minimal, title: title() };
    const created = await Promise.all([manager.post('/courses', input), manager.post('/courses', input)]);
    expect(created.map(({ status }) => status).sort()).toEqual([201, 409]);
    const course = created.find(({ status }) => status === 201)!.body as Course;
    const edits = await Promise.all(['Le premier des deux résumés.', 'Le second des deux résumés.'].map((summary) => manager.patch(`/courses/${course.id}`, { summary, audiences: whole.audiences }, 1)));
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await t.db.query('select version from training.course_version where course_id = $1 order by version', [course.id])).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('knows no level beyond those of its framework', async () => {
    const { body } = await manager.post('/courses', { ...minimal, title: title(), competencies: [{ id: competency, level: 9 }] }).expect(422);
    expect(body.errors).toEqual([{ pointer: '/competencies/0/level', code: 'course.level_unknown', detail: 'Ce référentiel a 8 niveaux.' }]);
  });

  it('takes a null as nothing said', async () => {
    const course = await sheet();
    const { body } = await manager.patch(`/courses/${course.id}`, { objectives: null, audiences: null, title: null, evaluation: 'Un quiz.' }, 1).expect(200);
    expect(body).toMatchObject({ objectives: whole.objectives, evaluation: 'Un quiz.' });
  });

  it.each([
    ['/reference/competencies?q=publier', 'CRCN 2.2'], ['/reference/competencies?q=crcn%205', 'CRCN 5.1'], ['/reference/classifications?scheme=nsf&q=informatique', '326'],
    ['/reference/classifications?scheme=rome&q=m18', 'M1801'], ['/reference/audiences', 'A+'], ['/reference/financing-regimes', 'cnfpt'],
  ])('%s offers %s', async (url, code) => {
    const { body } = await t.anyone.get(url).expect(200);
    expect((body as { items: { code: string }[] }).items.map((item) => item.code)).toContain(code);
  });
  it.each(['competencies?q=%00', `competencies?q=${'a'.repeat(101)}`, 'classifications', 'classifications?scheme=cpv', "classifications?scheme=nsf&q[]=x"])('%s is refused', async (query) =>
    expect([400, 422]).toContain((await t.anyone.get(`/reference/${query}`)).status));
});
