import { TestApp, testApp } from '../../../../test/support/app';
import type { Someone } from '../../../../test/support/someone';

const chain = { online: true, opinion: 'none', opinionDays: 5, validates: true, validationDays: 10, visa: false };
const SHARE = 12_000;

describe('the training budget of an employer', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const town = async (settings: object) => {
    const officer = await t.as('training_officer');
    await officer.put(`/employer-chains/${officer.organisationId}`, { ...chain, ...settings }, 0).expect(200);
    return officer;
  };
  /** An open session of a course that leaves a share to employers. */
  const costly = async (capacity = 5, employerCents = SHARE) => {
    const session = await t.a.session({ capacity });
    await t.db.query(`update training.course set financing_regime = 'shared', financing_conditions = 'Repas', employer_cents = $2 where slug = $1`, [session.courseSlug, employerCents]);
    return session;
  };
  const asked = async (officer: Someone, sessionId: string) => {
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    return { agent, id: (await t.a.enrolment(agent, sessionId)).id };
  };
  const inbox = async (officer: Someone) => (await officer.get('/enrolments/to-decide').expect(200)).body as { items: { id: string; costCents: number }[]; budgets: { engagedCents: number; remainingCents: number; blocks: boolean }[] };
  const standing = async (officer: Someone) => ((await officer.get('/employer-chains')).body as { items: [{ budget: { engagedCents: number; remainingCents: number } | null }] }).items[0].budget;

  it('shows what a request costs, what is engaged and what remains, to those who decide', async () => {
    const officer = await town({ budgetCents: 50_000 });
    const { id, agent } = await asked(officer, (await costly()).id);
    expect(await inbox(officer)).toMatchObject({ items: [{ id, costCents: SHARE }], budgets: [{ engagedCents: 0, remainingCents: 50_000, blocks: false }] });
    expect((await agent.get(`/enrolments/${id}`)).body).toMatchObject({ costCents: SHARE, budget: null });
    expect((await officer.post(`/enrolments/${id}/validate`).expect(200)).body).toMatchObject({ status: 'admitted', budget: { engagedCents: SHARE, remainingCents: 38_000 } });
    await agent.post(`/enrolments/${id}/withdraw`).expect(200);
    expect(await standing(officer)).toMatchObject({ engagedCents: 0, remainingCents: 50_000 });
  });

  it('lets nothing be validated beyond it, says why to the cent, and lets free courses go', async () => {
    const officer = await town({ budgetCents: SHARE + 1, budgetBlocks: true, visa: true });
    const session = await costly();
    const [one, two] = [await asked(officer, session.id), await asked(officer, session.id)];
    expect((await officer.post(`/enrolments/${one.id}/validate`).expect(200)).body).toMatchObject({ step: 'visa', budget: { engagedCents: SHARE } });
    const refused = await officer.post(`/enrolments/${two.id}/validate`).expect(409);
    expect(refused.body).toMatchObject({ code: 'enrolment.over_budget', detail: expect.stringMatching(/de 120.€, et il reste 0,01.€ du budget.*\(120.€ engagés sur 120,01.€\)/) });
    const { body } = await officer.post('/enrolments/decisions', { decisions: [{ id: two.id, action: 'validate' }] }).expect(200);
    expect(body.items[0]).toMatchObject({ status: null, code: 'enrolment.over_budget' });
    await officer.post(`/enrolments/${(await asked(officer, (await t.a.session()).id)).id}/validate`).expect(200);
    await officer.post(`/enrolments/${one.id}/refuse`, { reason: 'Finalement non' }).expect(200);
    await officer.post(`/enrolments/${two.id}/validate`).expect(200);
  });

  it('only warns when the employer chose so', async () => {
    const officer = await town({ budgetCents: 0 });
    await officer.post(`/enrolments/${(await asked(officer, (await costly()).id)).id}/validate`).expect(200);
    expect(await standing(officer)).toMatchObject({ engagedCents: SHARE, remainingCents: -SHARE });
  });

  it('holds for agents enrolled on their behalf', async () => {
    const officer = await town({ budgetCents: SHARE, budgetBlocks: true });
    const session = await costly();
    const agents = [await t.as('agent', { organisationId: officer.organisationId }), await t.as('agent', { organisationId: officer.organisationId })];
    const enrol = (people: Someone[]) => officer.post(`/sessions/${session.id}/enrolments/on-behalf`, { agentIds: people.map(({ id }) => id) });
    expect((await enrol(agents).expect(409)).body).toMatchObject({ code: 'enrolment.over_budget', detail: expect.stringMatching(/est de 240.€, et il reste 120.€ du budget/) });
    expect(await standing(officer)).toMatchObject({ engagedCents: 0 });
    await enrol(agents.slice(1)).expect(201);
    expect(await standing(officer)).toMatchObject({ engagedCents: SHARE });
  });

  /** Ten requests of ten sessions, and a budget for three of them. */
  const race = async () => {
    const officer = await town({ budgetCents: 3 * SHARE, budgetBlocks: true });
    const made = [];
    for (let n = 0; n < 10; n += 1) made.push(await asked(officer, (await costly()).id));
    const answers = await Promise.all(made.map(({ id }) => officer.post(`/enrolments/${id}/validate`)));
    return { statuses: answers.map(({ status }) => status), left: await standing(officer) };
  };

  it('is never exceeded by decisions made at once', async () => {
    const { statuses, left } = await race();
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(7);
    expect(left).toMatchObject({ engagedCents: 3 * SHARE, remainingCents: 0 });
  }, 60_000);

  it('would be exceeded if the database did not hold the chain while it counts', async () => {
    const source = (await t.db.one<{ sql: string }>(`select pg_get_functiondef('training.keep_budget'::regproc) as sql`))!.sql;
    await t.db.query(source.replace('h.budget_blocks and', 'false and'));
    try {
      // Requests made at once may still be served one by one by a busy machine: not five times over.
      let raced = await race();
      for (let more = 4; more && raced.left!.remainingCents >= 0; more -= 1) raced = await race();
      expect(raced.statuses.filter((status) => status === 200).length).toBeGreaterThan(3);
      expect(raced.left!.remainingCents).toBeLessThan(0);
    } finally {
      await t.db.query(source);
    }
  }, 60_000);

  it.each([
    [{ budgetCents: -1 }, 'request.invalid'],
    [{ budgetCents: 12.5 }, 'request.invalid'],
    [{ budgetCents: 3_000_000_000 }, 'request.invalid'],
    [{ budgetBlocks: true }, 'chain.budget_blocks'],
    [{ budgetCents: 100, budgetBlocks: true, validates: false }, 'chain.budget_blocks'],
  ])('refuses %j', async (settings, code) => {
    const officer = await t.as('training_officer');
    expect((await officer.put(`/employer-chains/${officer.organisationId}`, { ...chain, ...settings }, 0).expect(422)).body.code).toBe(code);
  });

  it('has nothing to count where the CNFPT pays for all', async () => {
    const manager = await t.as('course_manager');
    const { slug } = await t.a.course(manager);
    const { id, version } = (await manager.get(`/courses/${slug}`)).body as { id: string; version: number };
    expect((await manager.patch(`/courses/${id}`, { employerCents: 100 }, version)).body.errors).toEqual([expect.objectContaining({ pointer: '/employerCents', code: 'course.employer_cents' })]);
    expect((await manager.patch(`/courses/${id}`, { employerCents: 100, financingRegime: 'shared', financingConditions: 'Repas' }, version)).body).toMatchObject({ employerCents: 100 });
  });
});
