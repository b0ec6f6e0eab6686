import { TestApp, testApp } from '../../../../test/support/app';

describe('enrolments', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const employed = async () => {
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    return { officer, agent };
  };

  it('goes from a request to a seat, with a history in order', async () => {
    const { officer, agent } = await employed();
    const session = await t.a.session();
    const { id } = await t.a.enrolment(agent, session.id);
    const seated = await officer.post(`/enrolments/${id}/validate`).expect(200);
    expect(seated.body).toMatchObject({ status: 'admitted', waitingRank: null, actions: ['withdraw'] });
    const seen = await agent.get(`/enrolments/${id}`).expect(200);
    expect(seen.body.timeline.map((step: { action: string }) => step.action)).toEqual(['submit', 'validate']);
    await t.settle();
  });

  it('never gives one seat twice, whoever comes first', async () => {
    const session = await t.a.session({ capacity: 3 });
    const people = await Promise.all(Array.from({ length: 12 }, employed));
    const requests = await Promise.all(people.map(({ agent }) => t.a.enrolment(agent, session.id)));
    const answers = await Promise.all(people.map(({ officer }, i) => officer.post(`/enrolments/${requests[i]!.id}/validate`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const statuses = answers.map(({ body }) => body.status as string);
    expect(statuses.filter((s) => s === 'admitted')).toHaveLength(3);
    expect(answers.map(({ body }) => body.waitingRank as number | null).filter((r) => r !== null).sort((a, b) => a! - b!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('offers a freed seat at once to whoever waits first, and passes nobody', async () => {
    const session = await t.a.session({ capacity: 1 });
    const [first, second, third] = await Promise.all([employed(), employed(), employed()]);
    const ids: string[] = [];
    for (const { agent, officer } of [first, second, third]) {
      const { id } = await t.a.enrolment(agent!, session.id);
      await officer.post(`/enrolments/${id}/validate`).expect(200);
      ids.push(id);
    }
    await first!.agent.post(`/enrolments/${ids[0]}/withdraw`, { reason: 'Empêchement' }).expect(200);
    expect((await second!.agent.get(`/enrolments/${ids[1]}`)).body).toMatchObject({ status: 'offered', actions: ['accept', 'decline', 'withdraw'] });
    expect((await third!.agent.get(`/enrolments/${ids[2]}`)).body).toMatchObject({ status: 'waiting', waitingRank: 1 });
    const newcomer = await employed();
    const late = await t.a.enrolment(newcomer.agent, session.id);
    await newcomer.officer.post(`/enrolments/${late.id}/validate`).expect(200);
    expect((await newcomer.agent.get(`/enrolments/${late.id}`)).body).toMatchObject({ status: 'waiting', waitingRank: 2 });
    await second!.agent.post(`/enrolments/${ids[1]}/accept`).expect(200);
    expect((await second!.agent.get(`/enrolments/${ids[1]}`)).body).toMatchObject({ status: 'admitted', offerUntil: null });
    await second!.agent.post(`/enrolments/${ids[1]}/decline`).expect(409);
  });

  it('seats those who wait when the capacity is raised, and refuses to go below the seats taken', async () => {
    const session = await t.a.session({ capacity: 1 });
    const both = await Promise.all([employed(), employed()]);
    for (const { agent, officer } of both) await officer.post(`/enrolments/${(await t.a.enrolment(agent, session.id)).id}/validate`).expect(200);
    const { version } = (await session.manager.get(`/sessions/${session.code}`)).body as { version: number };
    const raised = await session.manager.patch(`/sessions/${session.id}`, { capacity: 2 }, version).expect(200);
    expect(raised.body).toMatchObject({ seatsLeft: 0, waitingCount: 0 });
    await session.manager.patch(`/sessions/${session.id}`, { capacity: 1 }, version).expect(412);
    const lowered = await session.manager.patch(`/sessions/${session.id}`, { capacity: 1 }, raised.body.version).expect(422);
    expect(lowered.body.errors).toEqual([expect.objectContaining({ pointer: '/capacity', code: 'session.below_taken' })]);
  });

  it('makes one request of a double click, and refuses the key for something else', async () => {
    const { agent } = await employed();
    const session = await t.a.session();
    const click = (motivation: string) => agent.post(`/sessions/${session.id}/enrolments`, { motivation }).set('Idempotency-Key', 'une-cle-assez-longue');
    const [one, two] = await Promise.all([click('Oui'), click('Oui')]);
    expect([one!.status, two!.status]).toEqual([201, 201]);
    expect(one!.body.id).toBe(two!.body.id);
    expect((await click('Autre')).body).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    expect((await agent.post(`/sessions/${session.id}/enrolments`)).body).toMatchObject({ status: 409, code: 'enrolment.already_requested' });
  });

  it.each([
    [{ motivation: 12 }, 422],
    [{ motivation: 'a\u0000b' }, 422],
    [{ motivation: 'a\u202eb' }, 422],
    [{ motivation: 'x'.repeat(1001) }, 422],
    [{ status: 'admitted' }, 400],
    [{ agentId: '0197a000-0000-7000-8000-000000000000' }, 400],
  ])('answers %j with %i and writes nothing', async (body, status) => {
    const { agent } = await employed();
    const session = await t.a.session();
    const answer = await agent.post(`/sessions/${session.id}/enrolments`, body).expect(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await agent.get('/enrolments/mine')).body.items).toEqual([]);
  });

  it('keeps a request from those it does not concern, as if it did not exist', async () => {
    const { agent } = await employed();
    const { id } = await t.a.enrolment(agent, (await t.a.session()).id);
    for (const stranger of [await t.as('agent'), await t.as('training_officer'), await t.as('course_manager')])
      expect((await stranger.get(`/enrolments/${id}`)).body).toMatchObject({ status: 404, code: 'enrolment.not_found' });
    await (await t.as('training_officer')).post(`/enrolments/${id}/validate`).expect(404);
  });

  it('refuses an agent the course is not for, and a session that is closed', async () => {
    const { agent } = await employed();
    const manager = await t.as('course_manager');
    const session = await t.a.session({ manager });
    await manager.post(`/sessions/${session.id}/cancel`, { reason: 'Salle inondée' }).expect(200);
    expect((await agent.post(`/sessions/${session.id}/enrolments`)).body.code).toBe('session.closed');
    const other = await t.as('agent', { category: 'A+' });
    expect((await other.post(`/sessions/${(await t.a.session()).id}/enrolments`)).body.code).toBe('enrolment.not_in_audience');
  });

  it('is followed by the officer and the supervisor of its agent, by what has become of it', async () => {
    const officer = await t.as('training_officer');
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const agent = await t.as('agent', { organisationId: officer.organisationId, supervisorId: supervisor.id });
    const { id } = await t.a.enrolment(agent, (await t.a.session()).id);
    const seen = async (reader: typeof officer, state: string) => ((await reader.get(`/enrolments/followed?state=${state}`).expect(200)).body as { items: { id: string }[] }).items.map((one) => one.id);
    for (const reader of [officer, supervisor]) expect([await seen(reader, 'pending'), await seen(reader, 'placed')]).toEqual([[id], []]);
    await supervisor.post(`/enrolments/${id}/opinion`, { opinion: 'favourable', reason: 'Utile au service' }).expect(200);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    for (const reader of [officer, supervisor]) expect([await seen(reader, 'pending'), await seen(reader, 'placed')]).toEqual([[], [id]]);
    await agent.post(`/enrolments/${id}/withdraw`).expect(200);
    for (const reader of [officer, supervisor]) expect(await seen(reader, 'over')).toEqual([id]);
    for (const stranger of [await t.as('training_officer'), await t.as('supervisor', { organisationId: officer.organisationId })]) expect(await seen(stranger, 'over')).toEqual([]);
    await officer.get('/enrolments/followed?state=all').expect(422);
  });

  it('is followed once by an officer who supervises too, at home and elsewhere', async () => {
    const officer = await t.as('training_officer');
    await t.db.query(`insert into identity.membership (person_id, organisation_id, role, valid_from) values ($1, $2, 'supervisor', '2015-01-01')`, [officer.id, officer.organisationId]);
    const session = await t.a.session();
    const ids: string[] = [];
    for (const organisationId of [officer.organisationId, undefined])
      ids.unshift((await t.a.enrolment(await t.as('agent', { organisationId, supervisorId: officer.id }), session.id)).id);
    const { items, nextCursor } = (await officer.get('/enrolments/followed?limit=1').expect(200)).body;
    const next = (await officer.get(`/enrolments/followed?limit=1&cursor=${nextCursor}`).expect(200)).body;
    expect([...items, ...next.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(next.nextCursor).toBeNull();
  });

  it('ends every live request when its session is cancelled', async () => {
    const { agent, officer } = await employed();
    const session = await t.a.session();
    const { id } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    await session.manager.post(`/sessions/${session.id}/cancel`, { reason: 'Salle inondée' }).expect(200);
    expect((await agent.get(`/enrolments/${id}`)).body).toMatchObject({ status: 'cancelled', reason: 'Salle inondée', actions: [] });
  });
});
