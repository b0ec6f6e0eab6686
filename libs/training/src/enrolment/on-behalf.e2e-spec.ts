import { Handlers } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';

describe('requests decided by employers', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const town = async (agents = 1) => {
    const officer = await t.as('training_officer');
    const people = [];
    for (let n = 0; n < agents; n += 1) people.push(await t.as('agent', { organisationId: officer.organisationId }));
    return { officer, agents: people, first: people[0]! };
  };
  const statusOf = async (agent: { get: (path: string) => PromiseLike<{ body: { items: { status: string }[] } }> }) => (await agent.get('/enrolments/mine')).body.items.map(({ status }) => status);

  it('asks for several agents at once, all or none', async () => {
    const { officer, agents } = await town(2);
    const stranger = await t.as('agent');
    const session = await t.a.session({ capacity: 1 });
    const ask = (agentIds: string[], more: object = {}) => officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds, ...more });
    expect((await ask([agents[0]!.id, stranger.id]).expect(422)).body.errors).toEqual([expect.objectContaining({ pointer: '/agentIds/1', code: 'agent.not_found' })]);
    expect(await statusOf(agents[0]!)).toEqual([]);
    expect((await ask(agents.map(({ id }) => id)).expect(201)).body.items.map(({ status }: { status: string }) => status)).toEqual(['admitted', 'waiting']);
    expect((await ask([agents[0]!.id])).body.code).toBe('enrolment.already_requested');
    const late = await t.as('agent', { organisationId: officer.organisationId });
    const named = await ask([late.id, agents[1]!.id]).expect(409);
    expect(named.body).toMatchObject({ code: 'enrolment.already_requested', errors: [{ pointer: '/agentIds/1' }] });
    expect(named.body.detail).not.toMatch(/\bvous\b/i);
    expect(await statusOf(late)).toEqual([]);
    await t.settle();
    const { rows } = { rows: await t.db.query<{ template: string }>(`select template from notifications.message where person_id = any($1) order by template`, [[officer.id, ...agents.map(({ id }) => id)]]) };
    expect(rows.map(({ template }) => template)).toEqual(['enrolment_admitted', 'enrolment_waiting']);
  });

  it('keeps a group together: it waits whole, lets a single seat go by, and is offered its seats at once', async () => {
    const session = await t.a.session({ capacity: 3 });
    const { officer: alone, agents: seated } = await town(2);
    await alone.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: seated.map(({ id }) => id) }).expect(201);
    const { officer, agents } = await town(2);
    const made = await officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: agents.map(({ id }) => id), together: true }).expect(201);
    expect(made.body.items.map(({ status }: { status: string }) => status)).toEqual(['waiting', 'waiting']);
    expect((await agents[1]!.get('/enrolments/mine')).body.items[0]).toMatchObject({ waitingRank: 1 });
    const single = await town();
    await single.officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: [single.first.id] }).expect(201);
    expect(await statusOf(single.first)).toEqual(['admitted']);
    const [first] = (await seated[0]!.get('/enrolments/mine')).body.items as { id: string }[];
    await seated[0]!.post(`/enrolments/${first!.id}/withdraw`).expect(200);
    expect([await statusOf(agents[0]!), await statusOf(agents[1]!)]).toEqual([['waiting'], ['waiting']]);
    const [second] = (await seated[1]!.get('/enrolments/mine')).body.items as { id: string }[];
    await seated[1]!.post(`/enrolments/${second!.id}/withdraw`).expect(200);
    expect([await statusOf(agents[0]!), await statusOf(agents[1]!)]).toEqual([['offered'], ['offered']]);
  });

  it('waits for the opinion that the chain asks for, unless the supervisor is who enrols', async () => {
    const officer = await t.as('training_officer');
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const under = (supervisorId: string | null) => t.as('agent', { organisationId: officer.organisationId, supervisorId });
    const session = await t.a.session({ capacity: 5 });
    const enrol = async (agentIds: string[], more: object = {}) => (await officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds, ...more })).body as { items: { id: string; status: string }[] };
    const [led, alone, own] = [await under(supervisor.id), await under(null), await under(officer.id)];
    const { items } = await enrol([led.id, alone.id, own.id]);
    expect(items.map(({ status }) => status)).toEqual(['submitted', 'admitted', 'admitted']);
    expect((await supervisor.get('/enrolments/to-opine')).body.items).toMatchObject([{ id: items[0]!.id }]);
    expect((await supervisor.post(`/enrolments/${items[0]!.id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200)).body).toMatchObject({ status: 'submitted', step: 'validation' });
    await officer.post(`/enrolments/${items[0]!.id}/validate`).expect(200);
  });

  it('validates a group whole, once every opinion on it is given', async () => {
    const officer = await t.as('training_officer');
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const agents = [await t.as('agent', { organisationId: officer.organisationId, supervisorId: supervisor.id }), await t.as('agent', { organisationId: officer.organisationId })];
    const session = await t.a.session({ capacity: 2 });
    const { items } = (await officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: agents.map(({ id }) => id), together: true }).expect(201)).body as { items: { id: string; status: string }[] };
    expect(items.map(({ status }) => status)).toEqual(['submitted', 'submitted']);
    expect((await officer.post(`/enrolments/${items[1]!.id}/validate`).expect(409)).body.code).toBe('enrolment.group_awaits');
    await supervisor.post(`/enrolments/${items[0]!.id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200);
    await officer.post(`/enrolments/${items[1]!.id}/validate`).expect(200);
    expect([await statusOf(agents[0]!), await statusOf(agents[1]!)]).toEqual([['admitted'], ['admitted']]);
  });

  it('types in the signed form of an employer that is not on line, and no other', async () => {
    const session = await t.a.session();
    const { officer, first } = await town();
    await t.db.query(
      `update identity.organisation set departement_code = '63' where id = any($1)`, [[officer.organisationId, session.manager.organisationId]],
    );
    await t.db.query(`update identity.organisation set parent_id = (select id from identity.organisation where kind = 'state' limit 1) where id = $1`, [session.manager.organisationId]);
    await t.db.query(`insert into identity.organisation (kind, name, valid_from) select 'state', 'Parent', '2015-01-01' where not exists (select from identity.organisation where kind = 'state')`);
    await t.db.query(`update identity.organisation set parent_id = (select id from identity.organisation where kind = 'state' limit 1) where id = $1`, [session.manager.organisationId]);
    const ask = (body: object) => session.manager.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: [first.id], ...body });
    expect((await ask({ signedBy: 'Mme la Maire', signedOn: inDays(-1) }).expect(422)).body.errors[0].code).toBe('agent.not_found');
    await t.db.query(`insert into training.employer_chain (organisation_id, online) values ($1, false)`, [officer.organisationId]);
    expect((await session.manager.get('/offline-agents?q=prenom').expect(200)).body.items.map(({ id }: { id: string }) => id)).toContain(first.id);
    expect((await ask({}).expect(422)).body.errors[0]).toMatchObject({ pointer: '/signedBy', code: 'enrolment.unsigned' });
    expect((await ask({ signedBy: 'Mme la Maire', signedOn: inDays(2) }).expect(422)).body.errors[0].pointer).toBe('/signedOn');
    await ask({ signedBy: 'Mme la Maire', signedOn: inDays(-1) }).expect(201);
    const [mine] = (await first.get('/enrolments/mine')).body.items as { id: string; status: string }[];
    expect(mine!.status).toBe('admitted');
    expect((await first.get(`/enrolments/${mine!.id}`)).body.timeline.at(-1)).toMatchObject({ action: 'validate', reason: expect.stringContaining('Mme la Maire') });
  });

  it('decides several at once, each with its own outcome', async () => {
    const { officer, agents } = await town(3);
    const session = await t.a.session({ capacity: 1 });
    const ids = [];
    for (const agent of agents) ids.push((await t.a.enrolment(agent, session.id)).id);
    const other = await t.a.enrolment((await town()).first, session.id);
    const { body } = await officer
      .post('/enrolments/decisions', {
        decisions: [
          { id: ids[0], action: 'validate' }, { id: ids[1], action: 'validate' }, { id: ids[2], action: 'refuse', reason: 'Service réduit' }, { id: other.id, action: 'validate' },
        ],
      })
      .expect(200);
    expect(body.items.map(({ status, code }: { status: string; code: string }) => status ?? code)).toEqual(['admitted', 'waiting', 'refused', 'enrolment.not_found']);
    expect((await officer.post('/enrolments/decisions', { decisions: [{ id: ids[0], action: 'refuse' }] })).status).toBe(422);
  });

  it('shows in the inbox what the law asks before each decision', async () => {
    const { officer, first } = await town();
    const session = await t.a.session();
    await officer.post(`/enrolments/${(await t.a.enrolment(first, session.id)).id}/refuse`, { reason: 'Service réduit' }).expect(200);
    const again = await t.a.enrolment(first, session.id);
    const other = await t.a.enrolment(await t.as('agent', { organisationId: officer.organisationId }), session.id);
    const { items } = (await officer.get('/enrolments/to-decide').expect(200)).body as { items: { id: string; alerts: object[] }[] };
    expect(items).toEqual([expect.objectContaining({ id: again.id, alerts: [expect.objectContaining({ code: 'commission' })] }), expect.objectContaining({ id: other.id, alerts: [] })]);
  });

  it('asks for the opinion of the joint commission before refusing the same object twice', async () => {
    const { officer, first } = await town();
    const session = await t.a.session();
    const one = await t.a.enrolment(first, session.id);
    await officer.post(`/enrolments/${one.id}/refuse`, { reason: 'Service réduit' }).expect(200);
    const two = await t.a.enrolment(first, session.id);
    expect((await officer.get(`/enrolments/${two.id}`)).body.alerts).toEqual([expect.objectContaining({ code: 'commission', text: expect.stringContaining('CCP') })]);
    expect((await first.get(`/enrolments/${two.id}`)).body.alerts).toEqual([]);
    expect((await officer.post(`/enrolments/${two.id}/refuse`, { reason: 'Service réduit' }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/commissionOn', code: 'enrolment.commission' });
    await officer.post(`/enrolments/${two.id}/refuse`, { reason: 'Service réduit', commissionOn: inDays(3) }).expect(422);
    await officer.post(`/enrolments/${two.id}/refuse`, { reason: 'Service réduit', commissionOn: inDays(-3) }).expect(200);
  });

  it('asks for it whichever of two requests is refused first, and before an opinion that decides', async () => {
    const { officer, first } = await town();
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const manager = await t.as('course_manager');
    const of = await t.a.course(manager);
    const open = (days: number) => t.a.session({ manager, of, slots: [{ date: inDays(days), start: '09:00', end: '12:00' }] });
    const [one, two] = [await t.a.enrolment(first, (await open(10)).id), await t.a.enrolment(first, (await open(12)).id)];
    await officer.post(`/enrolments/${two.id}/refuse`, { reason: 'Service réduit' }).expect(200);
    expect((await officer.post(`/enrolments/${one.id}/refuse`, { reason: 'Service réduit' }).expect(422)).body.errors[0]).toMatchObject({ code: 'enrolment.commission' });

    // The chain ends there: the officer alone may refuse, once the commission has spoken.
    await t.db.query(`insert into training.employer_chain (organisation_id, opinion, validates) values ($1, 'decisive', false)`, [officer.organisationId]);
    await t.db.query('update identity.agent_profile set supervisor_id = $2 where person_id = $1', [first.id, supervisor.id]);
    const three = await t.a.enrolment(first, (await open(14)).id);
    await supervisor.post(`/enrolments/${three.id}/opinion`, { opinion: 'unfavourable', reason: 'Service réduit' }).expect(200);
    expect((await officer.get(`/enrolments/${three.id}`)).body).toMatchObject({ status: 'submitted', step: 'validation', opinion: 'unfavourable', actions: ['validate', 'refuse', 'withdraw'] });
    await officer.post(`/enrolments/${three.id}/refuse`, { reason: 'Service réduit', commissionOn: inDays(-1) }).expect(200);
  });

  it('gives its rank to whom the law puts first, enrolled by their officer or validated later', async () => {
    const { officer, agents } = await town(3);
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const session = await t.a.session({ capacity: 1 });
    const enrol = async (agentId: string, more: object = {}) => (await officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: [agentId], ...more }).expect(201)).body.items[0] as { id: string };
    await enrol(agents[0]!.id);
    await enrol(agents[1]!.id);
    const first = await enrol(agents[2]!.id, { byLaw: true });
    expect((await officer.get(`/enrolments/${first.id}`)).body).toMatchObject({ waitingRank: 1, priorityLabel: expect.stringContaining('catégorie C') });

    // What was attested once holds through the opinion and the validation.
    const led = await t.as('agent', { organisationId: officer.organisationId, supervisorId: supervisor.id });
    const { id } = await enrol(led.id, { byLaw: true });
    await supervisor.post(`/enrolments/${id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200);
    await officer.post(`/enrolments/${id}/validate`, {}).expect(200);
    expect((await officer.get(`/enrolments/${id}`)).body).toMatchObject({ waitingRank: 2, priorityLabel: expect.stringContaining('catégorie C') });
  });

  it('lists apart what waits for a signature', async () => {
    const { officer, agents } = await town(3);
    await t.db.query(`insert into training.employer_chain (organisation_id, opinion, visa) values ($1, 'none', true)`, [officer.organisationId]);
    const session = await t.a.session({ capacity: 3 });
    const asked = [];
    for (const agent of agents) asked.push((await t.a.enrolment(agent, session.id)).id);
    await officer.post(`/enrolments/${asked[2]}/validate`).expect(200);
    const listed = async (query: string) => ((await officer.get(`/enrolments/to-decide?${query}`).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await listed('limit=1&step=visa')).toEqual([asked[2]]);
    expect(await listed('step=validation')).toEqual(asked.slice(0, 2));
    await officer.get('/enrolments/to-decide?step=opinion').expect(422);
  });

  it('reminds once whoever is awaited', async () => {
    const { officer, first } = await town();
    const { id } = await t.a.enrolment(first, (await t.a.session()).id);
    await t.db.query(`update training.enrolment set due_at = now() + interval '1 day' where id = $1`, [id]);
    for (let n = 0; n < 3; n += 1) await t.app.get(Handlers).jobs.get('training.remind_due')!({});
    await t.settle();
    const told = await t.db.query<{ template: string }>('select template from notifications.message where person_id = $1 order by template', [officer.id]);
    expect(told.map(({ template }) => template)).toEqual(['enrolment_due', 'enrolment_submitted']);
  });

  it('asks whom to move when a session loses seats, never drops anyone, and offers them the next one', async () => {
    const session = await t.a.session({ capacity: 3 });
    const { officer, agents } = await town(3);
    const { items } = (await officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: agents.map(({ id }) => id) }).expect(201)).body as { items: { id: string }[] };
    const late = await town();
    await late.officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: [late.first.id] }).expect(201);
    const resize = async (body: object) => session.manager.patch(`/sessions/${session.id}`, body, ((await session.manager.get(`/sessions/${session.code}`)).body as { version: number }).version);
    expect((await resize({ capacity: 2 })).body.errors[0]).toMatchObject({ pointer: '/capacity', code: 'session.below_taken' });
    expect((await resize({ capacity: 2, moved: items.map(({ id }) => id), reason: 'Salle plus petite' })).body.errors[0].code).toBe('session.moved_count');
    expect((await resize({ capacity: 2, moved: [items[2]!.id] })).body.errors[0].code).toBe('session.moved_reason');
    expect((await resize({ capacity: 2, moved: [items[2]!.id], reason: 'Salle plus petite' })).status).toBe(200);
    expect((await agents[2]!.get('/enrolments/mine')).body.items[0]).toMatchObject({ status: 'waiting', waitingRank: 1 });
    expect((await late.first.get('/enrolments/mine')).body.items[0]).toMatchObject({ status: 'waiting', waitingRank: 2 });
    await agents[0]!.post(`/enrolments/${items[0]!.id}/withdraw`).expect(200);
    expect((await agents[2]!.get('/enrolments/mine')).body.items[0].status).toBe('offered');
  });
});
