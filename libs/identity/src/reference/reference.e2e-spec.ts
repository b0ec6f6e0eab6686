import { TestApp, testApp } from '../../../../test/support/app';

describe('reference lists', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
    await t.db.query(`insert into identity.region (code, name) values ('essai', 'Essai')`);
    await t.db.query(`insert into identity.departement (code, name, region_code, time_zone, holiday_territory)
      values ('essai', 'Essai', 'essai', 'Indian/Reunion', 'essai')`);
    await t.db
      .query(`insert into identity.commune (code, name, search_name, departement_code, region_code, population, postal_codes) values
      ('essai1', 'Xâ-l’Œuf', 'xa l oeuf', 'essai', 'essai', 10, '{99001}'),
      ('essai2', 'Xâ-l’Œuf-sur-Mer', 'xa l oeuf sur mer', 'essai', 'essai', 1000, '{99002}'),
      ('essai3', 'Xâ-l’Œuf-les-Bains', 'xa l oeuf les bains', 'essai', 'essai', 5000, '{99003}')`);
    await t.db.query(`insert into identity.metier (code, edition, label, family, domain)
      values ('ZZ/Z/99', 'essai', 'Médiatrice / Médiateur de l’essai', 'Essai', 'Essai')`);
    await t.db
      .query(`insert into identity.cadre_emplois (id, edition, filiere, name, category, valid_from, valid_to) values
      ('essai-en-vigueur', 'essai', 'Technique', 'En vigueur', 'B', '2016-01-01', null),
      ('essai-abroge', 'essai', 'Technique', 'Abrogé', 'C', '2000-01-01', '2015-12-31')`);
  });
  afterAll(() => t.close());

  const list = async (path: string) => {
    const { body, headers } = await t.anyone.get(`/reference/${path}`).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    return body.items as { code: string; id: string }[];
  };

  it.each(['Xâ-l’Œuf', 'xa l oeuf', "XA L'OEUF", 'xa\u0302-l-œuf'])(
    'finds communes beginning by %j',
    async (q) =>
      expect((await list(`communes?q=${encodeURIComponent(q)}`)).map(({ code }) => code)).toEqual([
        'essai1',
        'essai3',
        'essai2',
      ]),
  );
  it.each(['', '%', '_', "' or 1=1 --", ':*', '!!!', '& |', 'œuf sur'])(
    'finds no commune beginning by %j',
    async (q) => expect(await list(`communes?q=${encodeURIComponent(q)}`)).toEqual([]),
  );
  it('answers at most ten', async () => expect((await list('communes?q=s')).length).toBeLessThanOrEqual(10));

  it('gives each département its time zone', async () =>
    expect(await list('departements')).toContainEqual({
      code: 'essai',
      name: 'Essai',
      regionCode: 'essai',
      timeZone: 'Indian/Reunion',
    }));

  it.each(['mediateur essai', 'ESSAI médiatrice', 'zz/z'])('finds a métier by %j', async (q) =>
    expect((await list(`metiers?q=${encodeURIComponent(q)}`)).map(({ code }) => code)).toEqual(['ZZ/Z/99']),
  );

  it('offers the cadres d’emplois in force only', async () => {
    const ids = (await list('cadres-emplois')).map(({ id }) => id);
    expect(ids).toContain('essai-en-vigueur');
    expect(ids).not.toContain('essai-abroge');
  });

  it.each([
    'communes?q=a%00',
    `communes?q=${'a'.repeat(101)}`,
    'communes?q=a&q=b',
    'metiers?q[x]=a',
    'communes?sort=code',
  ])('refuses %s', async (path) =>
    expect([400, 422]).toContain((await t.anyone.get(`/reference/${path}`)).status),
  );
});
