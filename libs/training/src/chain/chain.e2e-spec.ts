import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';

const chain = { online: true, opinion: 'decisive', opinionDays: 5, validates: true, validationDays: 10, visa: true };

describe('the chain of an employer', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  it('takes its default until its officers say otherwise, one at a time', async () => {
    const officer = await t.as('training_officer');
    const { items } = (await officer.get('/employer-chains').expect(200)).body as { items: object[] };
    expect(items).toEqual([expect.objectContaining({ organisationId: officer.organisationId, opinion: 'advisory', validates: true, visa: false, isOwn: true, version: 0 })]);
    const change = (version: number, body: object = chain) => officer.put(`/employer-chains/${officer.organisationId}`, body, version);
    expect((await change(0).expect(200)).body).toMatchObject({ opinion: 'decisive', visa: true, version: 1 });
    await change(0).expect(412);
    const [one, two] = await Promise.all([change(1), change(1)]);
    expect([one.status, two.status].sort()).toEqual([200, 412]);
  });

  it.each([
    [{ ...chain, validates: false }, 'chain.visa_without_validation'],
    [{ ...chain, opinionDays: 0 }, 'request.invalid'],
    [{ ...chain, opinion: 'maybe' }, 'request.invalid'],
    [{ ...chain, managedBy: '00000000-0000-7000-8000-000000000000' }, 'request.invalid'],
  ])('refuses %j', async (body, code) => {
    const officer = await t.as('training_officer');
    expect((await officer.put(`/employer-chains/${officer.organisationId}`, body, 0).expect(422)).body.code).toBe(code);
    expect((await officer.get('/employer-chains')).body.items[0].version).toBe(0);
  });

  it('is left to a centre de gestion by the employer alone, whose officers then decide', async () => {
    const [town, centre, elsewhere] = [await t.as('training_officer'), await t.as('training_officer'), await t.as('training_officer')];
    await centre.put(`/employer-chains/${town.organisationId}`, chain, 0).expect(404);
    await town.put(`/employer-chains/${town.organisationId}`, { ...chain, opinion: 'none', visa: false, managedBy: centre.organisationId }, 0).expect(200);
    expect((await centre.get('/employer-chains')).body.items.map(({ organisationId }: { organisationId: string }) => organisationId)).toContain(town.organisationId);
    expect((await centre.put(`/employer-chains/${town.organisationId}`, { ...chain, managedBy: elsewhere.organisationId }, 1).expect(422)).body.errors[0].pointer).toBe('/managedBy');
    const agent = await t.as('agent', { organisationId: town.organisationId });
    const session = await t.a.session();
    const { id } = await t.a.enrolment(agent, session.id);
    await elsewhere.post(`/enrolments/${id}/validate`, {}).expect(404);
    expect((await centre.get('/enrolments/to-decide')).body.items).toHaveLength(1);
    await centre.post(`/enrolments/${id}/validate`, {}).expect(200);
  });

  it('goes on to the visa, for which the officer says who signed', async () => {
    const officer = await t.as('training_officer');
    await officer.put(`/employer-chains/${officer.organisationId}`, { ...chain, opinion: 'none' }, 0).expect(200);
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const session = await t.a.session();
    const { id } = await t.a.enrolment(agent, session.id);
    expect((await officer.post(`/enrolments/${id}/validate`, {}).expect(200)).body).toMatchObject({ status: 'submitted', step: 'visa', actions: ['endorse', 'refuse', 'withdraw'] });
    expect((await session.manager.get(`/sessions/${session.code}`)).body.seatsLeft).toBe(2);
    expect((await officer.post(`/enrolments/${id}/endorse`, { reason: 'Signé par Mme la Maire le 2 mars' }).expect(200)).body).toMatchObject({ status: 'admitted', step: null });
  });
});

describe('deputies', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const team = async () => {
    const officer = await t.as('training_officer');
    const organisationId = officer.organisationId;
    const supervisor = await t.as('supervisor', { organisationId });
    const deputy = await t.as('agent', { organisationId });
    const agent = await t.as('agent', { organisationId, supervisorId: supervisor.id });
    return { officer, supervisor, deputy, agent };
  };

  it('give opinions in the place of a supervisor, on the days that were said', async () => {
    const { officer, supervisor, deputy, agent } = await team();
    const { id } = await t.a.enrolment(agent, (await t.a.session()).id);
    await deputy.post(`/enrolments/${id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(404);
    const named = await supervisor.post('/deputies', { absentId: supervisor.id, deputyId: deputy.id, from: inDays(-1), until: inDays(3) }).expect(201);
    expect(named.body).toMatchObject({ absent: { id: supervisor.id }, deputy: { id: deputy.id }, from: inDays(-1), until: inDays(3) });
    expect((await deputy.get('/enrolments/to-opine')).body.items).toHaveLength(1);
    expect((await officer.get('/deputies')).body.items).toHaveLength(1);
    await officer.delete(`/deputies/${(named.body as { id: string }).id}`).expect(204);
    await deputy.post(`/enrolments/${id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(404);
    await officer.post('/deputies', { absentId: supervisor.id, deputyId: deputy.id, from: inDays(0), until: inDays(0) }).expect(201);
    await deputy.post(`/enrolments/${id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200);
  });

  it('are found by name among the people of the employer, supervisors first', async () => {
    const { officer, supervisor, deputy } = await team();
    const people = async (by: typeof officer, q = '') => ((await by.get(`/deputies/people?q=${q}`).expect(200)).body as { items: { id: string; supervises: boolean }[] }).items;
    const found = await people(officer);
    expect(found[0]).toMatchObject({ id: supervisor.id, supervises: true });
    expect(found.find(({ id }) => id === deputy.id)).toMatchObject({ supervises: false });
    expect(await people(officer, 'zzzz')).toEqual([]);
    expect((await people(await t.as('training_officer'))).map(({ id }) => id)).not.toContain(supervisor.id);
    const other = await t.as('supervisor', { organisationId: officer.organisationId });
    expect((await people(other)).filter(({ supervises }) => supervises).map(({ id }) => id)).toEqual([other.id]);
  });

  it('refuses a stranger, oneself, the past, and two at once', async () => {
    const { officer, supervisor, deputy } = await team();
    const stranger = await t.as('agent');
    const asked = { absentId: supervisor.id, deputyId: deputy.id, from: inDays(0), until: inDays(3) };
    const refused = async (body: object, by = officer) => ((await by.post('/deputies', body)).body as { code: string; errors?: { code: string }[] }).errors?.[0]?.code ?? (await by.post('/deputies', body)).body.code;
    expect(await refused({ ...asked, deputyId: stranger.id })).toBe('deputy.deputy');
    expect(await refused({ ...asked, absentId: stranger.id })).toBe('deputy.absent');
    expect(await refused({ ...asked, until: inDays(-1), from: inDays(-3) })).toBe('deputy.past');
    expect(await refused({ ...asked, until: inDays(-3) })).toBe('deputy.period');
    expect(await refused({ ...asked, deputyId: supervisor.id })).toBe('deputy.same_person');
    expect(await refused(asked, await t.as('training_officer'))).toBe('deputy.absent');
    await officer.post('/deputies', asked).expect(201);
    expect(await refused({ ...asked, from: inDays(2) })).toBe('deputy.already_named');
  });
});
