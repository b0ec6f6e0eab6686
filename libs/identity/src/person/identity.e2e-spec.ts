import { TestApp, testApp } from '../../../../test/support/app';
import { Organisations } from '../organisation/organisations';
import { IdentityService } from './identity.service';
import type { NewPerson } from './person.dto';

const problem = (pointer: string, code: string) => ({
  status: 422,
  extra: { errors: [{ pointer, code, detail: expect.any(String) }] },
});

describe('accounts', () => {
  let t: TestApp;
  let identity: IdentityService;
  let employer: string;
  let count = 0;
  beforeAll(async () => {
    t = await testApp();
    identity = t.app.get(IdentityService);
    employer = await t.app
      .get(Organisations)
      .create({ kind: 'employer', name: 'Ville de Rennes', siret: '21350238800019' });
    await t.db
      .query(`insert into identity.cadre_emplois (id, edition, filiere, name, category, valid_from, valid_to)
      values ('essai-a', 'essai', 'Administrative', 'Attachés', 'A', '2016-01-01', null)`);
  });
  afterAll(() => t.close());

  const asked = (more: Partial<NewPerson> = {}): NewPerson => ({
    email: `Personne-${(count += 1)}@exemple.fr`,
    givenName: 'Awa',
    familyName: 'O’Brien',
    role: 'agent',
    organisation: employer,
    password: 'une phrase assez longue',
    ...more,
  });
  const profile = (id: string) =>
    t.db.one(
      'select employer_id, statut, category, cadre_emplois_id from identity.agent_profile where person_id = $1',
      [id],
    );

  it('opens an agent’s file with the least presumed', async () =>
    expect(await profile(await identity.createPerson(asked()))).toEqual({
      employer_id: employer,
      statut: 'contractuel',
      category: 'C',
      cadre_emplois_id: null,
    }));

  it('takes the category from the cadre d’emplois', async () => {
    const said = { statut: 'fonctionnaire', cadreEmploisId: 'essai-a', category: 'C' } as const;
    expect(await profile(await identity.createPerson(asked({ profile: said })))).toMatchObject({
      statut: 'fonctionnaire',
      category: 'A',
    });
  });

  it('finds the organisation by its SIRET', async () => {
    const id = await identity.createPerson(asked({ organisation: '21350238800019', role: 'supervisor' }));
    expect(
      await t.db.query('select organisation_id, role from identity.membership where person_id = $1', [id]),
    ).toEqual([{ organisation_id: employer, role: 'supervisor' }]);
    expect(await profile(id)).toBeUndefined();
  });

  it.each(['O’Brien', 'Null', 'D’Ângelo-N’Guyen', 'É', 'a'.repeat(200), '李', '😀'])(
    'keeps the name %s as it is',
    async (familyName) => {
      const id = await identity.createPerson(asked({ familyName }));
      expect(await t.db.one('select family_name from identity.person where id = $1', [id])).toEqual({
        family_name: familyName,
      });
    },
  );

  it.each<[string, Partial<NewPerson>, string, string]>([
    ['an address that is none', { email: 'camille' }, '/email', 'isEmail'],
    ['an address with half a character', { email: 'a\ud800@exemple.fr' }, '/email', 'isEmail'],
    ['a short password', { password: 'court' }, '/password', 'password.short'],
    ['a common password', { password: 'motdepasse123' }, '/password', 'password.common'],
    ['an empty name', { givenName: '  ' }, '/givenName', 'person.name'],
    ['a name that turns the text around', { familyName: 'a\u202eb' }, '/familyName', 'person.name'],
    ['a very long name', { familyName: 'a'.repeat(201) }, '/familyName', 'person.name'],
    [
      'an unknown organisation',
      { organisation: '01900000-0000-7000-8000-000000000000' },
      '/organisation',
      'organisation.not_found',
    ],
    ['nonsense for an organisation', { organisation: "' or 1=1" }, '/organisation', 'organisation.not_found'],
    ['a role that is elsewhere', { role: 'state_officer' }, '/role', 'membership.misplaced'],
    [
      'a civil servant without a cadre',
      { profile: { statut: 'fonctionnaire' } },
      '/cadreEmploisId',
      'agent.cadre_required',
    ],
    [
      'an unknown cadre',
      { profile: { cadreEmploisId: 'inconnu' } },
      '/cadreEmploisId',
      'agent.unknown_cadre',
    ],
  ])('refuses %s and writes nothing', async (_, more, pointer, code) => {
    const people = () => t.db.one('select count(*)::int as n from identity.person');
    const before = await people();
    await expect(identity.createPerson(asked(more))).rejects.toMatchObject(problem(pointer, code));
    expect(await people()).toEqual(before);
  });

  it('refuses an organisation that ended', async () => {
    const ended = await t.app
      .get(Organisations)
      .create({ kind: 'employer', name: 'Ancienne', siret: '21690123100011' });
    await t.db.query('update identity.organisation set valid_to = valid_from where id = $1', [ended]);
    await expect(identity.createPerson(asked({ organisation: ended }))).rejects.toMatchObject(
      problem('/organisation', 'organisation.not_found'),
    );
  });

  it('lets a number of a dissolved organisation be given again, and of a living one not', async () => {
    const organisations = t.app.get(Organisations);
    await organisations.create({ kind: 'employer', name: 'Nouvelle', siret: '21690123100011' });
    await expect(
      organisations.create({ kind: 'employer', name: 'Autre', siret: '21690123100011' }),
    ).rejects.toMatchObject({
      driverError: { constraint: 'uq_organisation_siret' },
    });
  });

  it('opens one account per address, even asked twice at once', async () => {
    const email = 'une-seule@exemple.fr';
    const both = await Promise.allSettled(
      [email, email.toUpperCase()].map((address) => identity.createPerson(asked({ email: address }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not give the same role twice, but gives it again once revoked', async () => {
    const id = await identity.createPerson(asked());
    await expect(identity.grant(id, 'agent', employer)).rejects.toMatchObject({
      driverError: { constraint: 'ex_membership_overlap' },
    });
    await identity.revoke(id, 'agent', employer);
    await identity.grant(id, 'agent', employer);
  });
});
