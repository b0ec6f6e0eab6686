import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { Someone } from '../../../../test/support/someone';
import { CharterSigners, CharterVersions, VenueCharter } from './charter.dto';

describe('the charter over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let other: Someone;
  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    other = await t.as('venue_host');
  });
  afterAll(() => t.close());

  const signature = (who: Someone, fields: object = {}) => ({
    organisationId: who.organisationId,
    versionCode: '2015',
    signatoryName: 'Awa Payet',
    signatoryFunction: 'Maire',
    hostsCnfptSessions: true,
    ...fields,
  });
  const charterOf = async (id: string, who: Someone): Promise<VenueCharter> =>
    (await who.get(`/venues/${id}/charter`).expect(200)).body as VenueCharter;

  it('is read by anyone, old versions included', async () => {
    const { items, current } = (await t.anyone.get('/charter/versions').expect(200)).body as CharterVersions;
    expect(items.map(({ code }) => code)).toEqual(['2015', '2003']);
    expect(current).toBe('2015');
    expect(items[0]!.commitments).toHaveLength(5);
    expect(items[0]!.hostingClause).toContain('CNFPT');
  });

  it.each([
    [{ versionCode: '2003' }, '/versionCode'],
    [{ versionCode: '1999' }, '/versionCode'],
    [{ signatoryName: '' }, '/signatoryName'],
    [{ signatoryFunction: 'x\u202ey' }, '/signatoryFunction'],
    [{ hostsCnfptSessions: 'oui' }, '/hostsCnfptSessions'],
  ])('is not signed with %j', async (fields, pointer) => {
    const { body } = await host.post('/charter/adhesions', signature(host, fields)).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer }] });
  });

  it('is not signed for others', async () => {
    const { body } = await host.post('/charter/adhesions', signature(other)).expect(422);
    expect(body).toMatchObject({ errors: [{ code: 'charter.not_yours' }] });
  });

  it('signed, gives the label to every place of the organisation; withdrawn, takes it back; then is signed again', async () => {
    const { id } = await t.a.venue(host);
    const elsewhere = await t.a.venue(other);
    expect(await charterOf(id, host)).toEqual({ label: null, hosting: null });
    await host.put(`/venues/${id}/hosting`, { accepted: true }).expect(409);

    const signed = (await host.post('/charter/adhesions', signature(host)).expect(201)).body as CharterSigners;
    expect(signed.items).toMatchObject([{ mustSign: false, places: 1, adhesions: [{ versionCode: '2015', withdrawnAt: null }] }]);
    await host.post('/charter/adhesions', signature(host)).expect(409);
    expect(await charterOf(id, host)).toMatchObject({ label: { versionCode: '2015', organisationId: host.organisationId, until: null } });
    const later = await t.a.venue(host);
    expect((await charterOf(later.id, host)).label).not.toBeNull();
    expect((await charterOf(elsewhere.id, other)).label).toBeNull();

    const conditions = 'Deux semaines à l’avance.\nPas le samedi.';
    expect((await host.put(`/venues/${id}/hosting`, { accepted: true, conditions }).expect(200)).body).toMatchObject({ hosting: { conditions } });
    await host.put(`/venues/${id}/hosting`, { accepted: true, conditions: null }).expect(200);
    await other.put(`/venues/${id}/hosting`, { accepted: true }).expect(404);

    const [{ adhesions }] = signed.items as [CharterSigners['items'][number]];
    const path = `/charter/adhesions/${adhesions[0]!.id}/withdraw`;
    await other.post(path).expect(404);
    await host.post(path).expect(200);
    await host.post(path).expect(409);
    expect((await charterOf(id, host)).label).toBeNull();
    const again = (await host.post('/charter/adhesions', signature(host)).expect(201)).body as CharterSigners;
    expect(again.items[0]!.adhesions).toHaveLength(2);
  });

  it('signed by the organisation above, gives the label to the places below', async () => {
    const above = await t.as('venue_host', { organisationId: await t.a.organisation({ kind: 'employer' }) });
    const below = await t.as('venue_host');
    await t.db.query('update identity.organisation set parent_id = $2 where id = $1', [below.organisationId, above.organisationId]);
    const { id } = await t.a.venue(below);
    await above.post('/charter/adhesions', signature(above)).expect(201);
    expect((await charterOf(id, below)).label).toMatchObject({ organisationId: above.organisationId });
  });

  it('asks for a new signature when a new version comes, and keeps the old one readable', async () => {
    const signer = await t.as('venue_host');
    const { id } = await t.a.venue(signer);
    await signer.post('/charter/adhesions', signature(signer)).expect(201);
    await t.db.query(`update venues.charter_version set valid_to = $1 where code = '2015'`, [inDays(0)]);
    await t.db.query(
      `insert into venues.charter_version select '2027', title, preamble, commitments, hosting_clause, source, $1, null
         from venues.charter_version where code = '2015'`,
      [inDays(0)],
    );
    const { items } = (await signer.get('/charter/adhesions').expect(200)).body as CharterSigners;
    expect(items).toMatchObject([{ mustSign: true, adhesions: [{ versionCode: '2015' }] }]);
    expect((await charterOf(id, signer)).label).toBeNull();
    await signer.post('/charter/adhesions', signature(signer)).expect(422);
    await signer.post('/charter/adhesions', signature(signer, { versionCode: '2027' })).expect(201);
    expect((await charterOf(id, signer)).label).toMatchObject({ versionCode: '2027' });
    expect(((await t.anyone.get('/charter/versions')).body as CharterVersions).items.map(({ code }) => code)).toEqual(['2027', '2015', '2003']);
  });

  it('cannot be signed twice at once', async () => {
    const signer = await t.as('venue_host');
    const version = { versionCode: '2027' };
    const answers = await Promise.all([1, 2, 3].map(() => signer.post('/charter/adhesions', signature(signer, version))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});
