import { TestApp, testApp } from '../../../../test/support/app';
import type { NewOrganisation } from './organisation.dto';
import type { OrganisationKind } from './organisation.rules';
import { Organisations } from './organisations';

const ABSENT = '01900000-0000-7000-8000-000000000000';

describe('organisations', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('opens one’s own, whatever the role', async () => {
    for (const role of ['agent', 'training_officer', 'venue_host', 'state_officer'] as const) {
      const someone = await t.as(role);
      const { body } = await someone.get(`/organisations/${someone.organisationId}`).expect(200);
      expect(body).toMatchObject({ id: someone.organisationId, validTo: null });
    }
  });

  it('answers another’s like an absent one', async () => {
    const [mine, other] = [await t.as('training_officer'), await t.as('training_officer')];
    const answers = [
      await mine.get(`/organisations/${other.organisationId}`),
      await mine.get(`/organisations/${ABSENT}`),
    ];
    const [seen, absent] = answers.map(({ status, body }) => ({ status, body: { ...body, requestId: '' } }));
    expect(seen).toMatchObject({ status: 404, body: { code: 'organisation.not_found' } });
    expect(seen).toEqual(absent);
  });

  it('opens all to an administrator', async () => {
    const other = await t.as('agent');
    await (await t.as('administrator')).get(`/organisations/${other.organisationId}`).expect(200);
  });

  it('finds employers by a part of their name, or by their SIRET', async () => {
    const officer = await t.as('training_officer');
    const siret = '21234567200019';
    const { name } = (await t.db.one<{ name: string }>('update identity.organisation set siret = $2 where id = $1 returning name', [officer.organisationId, siret]))!;
    const ids = async (q: string) => ((await officer.get(`/organisations?q=${encodeURIComponent(q)}`).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await ids(name.toUpperCase())).toContain(officer.organisationId);
    expect(await ids(siret)).toEqual([officer.organisationId]);
    expect(await ids('zzzz zzzz')).toEqual([]);
    const [holds, begins] = await t.db.query<{ id: string }>(
      `insert into identity.organisation (kind, name, valid_from) values ('employer', 'Métropole 100 % Évreuse', '2015-01-01'), ('employer', '100 % Évreux', '2015-01-01') returning id`,
    );
    expect(await ids('100 % evreu')).toEqual([begins!.id, holds!.id]);
    expect(await ids('100 _ evreu')).toEqual([]);
    await t.db.query(`update identity.organisation set name = 'Ville rose' where id = $1`, [begins!.id]);
    expect(await ids('100 % evreu')).toEqual([holds!.id]);
    await officer.get('/organisations?q=a').expect(422);
    await (await t.as('agent')).get('/organisations?q=ville').expect(403);
  });

  it('asks who is there', () => t.anyone.get(`/organisations/${ABSENT}`).expect(401));

  it.each(['0', '-1', '9007199254740992', '1e3', '1%20OR%201=1', '%00', 'null', '..%2f..', 'a'.repeat(200)])(
    'has nothing at %s',
    async (id) => void (await (await t.as('administrator')).get(`/organisations/${id}`).expect(404)),
  );

  it.each<[string, NewOrganisation, string]>([
    ['a kind of its own', { kind: 'club' as OrganisationKind, name: 'Club' }, '/kind'],
    ['an empty name', { kind: 'state', name: ' ' }, '/name'],
    ['an employer without a number', { kind: 'employer', name: 'Ville' }, '/siret'],
    ['a number that fails its key', { kind: 'employer', name: 'Ville', siret: '21350238800018' }, '/siret'],
    [
      'a commune that does not exist',
      { kind: 'state', name: 'Service', communeCode: '99999' },
      '/communeCode',
    ],
  ])('are not registered with %s', async (_, asked, pointer) =>
    expect(t.app.get(Organisations).create(asked)).rejects.toMatchObject({
      status: 422,
      extra: { errors: [{ pointer }] },
    }),
  );
});
