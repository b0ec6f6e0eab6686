import { Handlers } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import type { Someone } from '../../../../test/support/someone';

interface Asked {
  id: string;
  agent: Someone;
  officer: Someone;
}

describe('the waiting list', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const asks = async (sessionId: string, organisationId?: string): Promise<Asked> => {
    const officer = await t.as('training_officer', { organisationId });
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const { id } = await t.a.enrolment(agent, sessionId);
    return { id, agent, officer };
  };
  const joins = async (sessionId: string, organisationId?: string, body: object = {}): Promise<Asked> => {
    const asked = await asks(sessionId, organisationId);
    await asked.officer.post(`/enrolments/${asked.id}/validate`, body).expect(200);
    return asked;
  };
  const state = async ({ id, agent }: Asked) => (await agent.get(`/enrolments/${id}`).expect(200)).body as { status: string; waitingRank: number | null; offerUntil: string | null; reason: string | null; timeline: { action: string }[] };
  const run = (job: 'training.lapse_offers' | 'training.release_shares' | 'training.convoke' | 'training.pass_over_silence') => t.app.get(Handlers).jobs.get(job)!({});
  const full = async (capacity = 1) => {
    const session = await t.a.session({ capacity });
    const seated = [];
    for (let n = 0; n < capacity; n += 1) seated.push(await joins(session.id));
    return { session, seated, first: seated[0]! };
  };

  it('passes an offer that is declined to the next, at once, and never offers it again to who left it', async () => {
    const { session, first } = await full();
    const [second, third] = [await joins(session.id), await joins(session.id)];
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(200);
    await second.agent.post(`/enrolments/${second.id}/decline`, { reason: 'Plus disponible' }).expect(200);
    expect(await state(second)).toMatchObject({ status: 'withdrawn', reason: 'Plus disponible' });
    expect((await state(third)).status).toBe('offered');
    await third.agent.post(`/enrolments/${third.id}/withdraw`).expect(200);
    expect((await state(second)).status).toBe('withdrawn');
  });

  it('lets an offer lapse and passes it on; who lapsed may ask again, behind those who wait', async () => {
    const { session, first } = await full();
    const [second, third, fourth] = [await joins(session.id), await joins(session.id), await joins(session.id)];
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(200);
    await t.db.query(`update training.enrolment set offer_until = now() - interval '1 minute' where id = $1`, [second.id]);
    await run('training.lapse_offers');
    expect(await state(second)).toMatchObject({ status: 'withdrawn', reason: expect.stringContaining('Sans réponse') });
    expect((await second.agent.post(`/enrolments/${second.id}/accept`)).body.code).toBe('lifecycle.refused');
    expect((await state(third)).status).toBe('offered');
    const again = await t.a.enrolment(second.agent, session.id);
    await second.officer.post(`/enrolments/${again.id}/validate`).expect(200);
    expect(await state(fourth)).toMatchObject({ status: 'waiting', waitingRank: 1 });
    expect(await state({ ...second, id: again.id })).toMatchObject({ status: 'waiting', waitingRank: 2 });
  });

  it('offers each seat that is added, in order, and none to a request its employer has not answered', async () => {
    const { session } = await full();
    const undecided = await asks(session.id);
    const [second, third, fourth] = [await joins(session.id), await joins(session.id), await joins(session.id)];
    const { version } = (await session.manager.get(`/sessions/${session.code}`)).body as { version: number };
    await session.manager.patch(`/sessions/${session.id}`, { capacity: 3 }, version).expect(200);
    expect([await state(second), await state(third), await state(fourth), await state(undecided)].map(({ status }) => status)).toEqual(['offered', 'offered', 'waiting', 'submitted']);
  });

  it('puts first whom the law does, by the rule that is shown', async () => {
    const { session, first } = await full();
    const ordinary = await joins(session.id);
    const protectedByLaw = await joins(session.id, undefined, { byLaw: true });
    expect(await state(protectedByLaw)).toMatchObject({ waitingRank: 1, priorityLabel: expect.stringContaining('catégorie C') });
    expect(await state(ordinary)).toMatchObject({ waitingRank: 2 });
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(200);
    expect([(await state(protectedByLaw)).status, (await state(ordinary)).status]).toEqual(['offered', 'waiting']);
  });

  it('keeps reserved seats for whom they are, until the day they are released to those who wait', async () => {
    const officer = await t.as('training_officer');
    const session = await t.a.session({ capacity: 2 });
    await t.db.query(`insert into training.session_share (session_id, organisation_id, reserved, release_at) values ($1, $2, 1, now() + interval '1 day')`, [session.id, officer.organisationId]);
    const [one, two] = [await joins(session.id), await joins(session.id)];
    expect([(await state(one)).status, (await state(two)).status]).toEqual(['admitted', 'waiting']);
    await t.db.query(`update training.session_share set release_at = now() - interval '1 minute' where session_id = $1`, [session.id]);
    await run('training.release_shares');
    expect((await state(two)).status).toBe('offered');
    expect((await state(await joins(session.id, officer.organisationId))).status).toBe('waiting');
  });

  it('keeps what is released released when the rules are saved again', async () => {
    const [manager, officer, other] = [await t.as('course_manager'), await t.as('training_officer'), await t.as('training_officer')];
    const session = await t.a.session({ manager, capacity: 2 });
    const share = { organisationId: officer.organisationId, reserved: 2, releaseAt: new Date(Date.now() + 86_400_000).toISOString() };
    const save = (...shares: object[]) => manager.put(`/sessions/${session.id}/seat-rules`, { shares });
    await save(share).expect(200);
    await t.db.query(`update training.session_share set release_at = now() - interval '1 minute' where session_id = $1`, [session.id]);
    await run('training.release_shares');
    const past = { ...share, releaseAt: new Date(Date.now() - 30_000).toISOString() };
    const added = { organisationId: other.organisationId, reserved: 1, releaseAt: share.releaseAt };
    const { shares } = (await save(past, added).expect(200)).body as { shares: { organisationId: string; releasedAt: string | null }[] };
    expect(shares.map(({ organisationId, releasedAt }) => [organisationId, releasedAt !== null]).sort()).toEqual([[officer.organisationId, true], [other.organisationId, false]].sort());
    expect((await state(await joins(session.id))).status).toBe('admitted');
    expect((await save({ ...past, reserved: 1 }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/shares/0/releaseAt' });
  });

  it('takes no more of an employer than its quota, and lets the others through', async () => {
    const officer = await t.as('training_officer');
    const session = await t.a.session({ capacity: 3 });
    await t.db.query(`insert into training.session_share (session_id, organisation_id, at_most) values ($1, $2, 1)`, [session.id, officer.organisationId]);
    const [one, two, other] = [await joins(session.id, officer.organisationId), await joins(session.id, officer.organisationId), await joins(session.id)];
    expect([(await state(one)).status, (await state(two)).status, (await state(other)).status]).toEqual(['admitted', 'waiting', 'admitted']);
    await one.agent.post(`/enrolments/${one.id}/withdraw`).expect(200);
    expect((await state(two)).status).toBe('offered');
  });

  it('refuses two sessions at the same hours, and names both', async () => {
    const day = [{ date: inDays(30), start: '09:00', end: '12:00' }];
    const [one, other] = [await t.a.session({ slots: day }), await t.a.session({ slots: [{ date: inDays(30), start: '11:00', end: '16:00' }] })];
    const { agent, officer } = await joins(one.id);
    const refused = await agent.post(`/sessions/${other.id}/enrolments`, {}).expect(409);
    expect(refused.body).toMatchObject({ code: 'enrolment.overlaps', detail: expect.stringContaining(one.code) });
    expect(refused.body.detail).toContain(other.code);
    // Asked for both before either was decided: the second seat is refused too.
    const double = await t.as('agent', { organisationId: officer.organisationId });
    const [a, b] = [await t.a.enrolment(double, one.id), await t.a.enrolment(double, other.id)];
    const answers = await Promise.all([a, b].map(({ id }) => officer.post(`/enrolments/${id}/validate`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('enrolment.overlaps');
  });

  it('convokes who has a seat in a session that is confirmed, once; a seat given back after that is passed on by the organiser', async () => {
    const { session, first } = await full();
    const second = await joins(session.id);
    await session.manager.post(`/sessions/${session.id}/confirm`).expect(200);
    await run('training.convoke');
    await run('training.convoke');
    expect((await state(first)).timeline.map(({ action }) => action)).toEqual(['submit', 'validate', 'convoke']);
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(409);
    await session.manager.post(`/enrolments/${first.id}/release`, { reason: 'Arrêt de travail' }).expect(200);
    expect((await state(second)).status).toBe('offered');
  });

  it('lets the organiser choose, where the course says so', async () => {
    const session = await t.a.session({ capacity: 1 });
    await t.db.query('update training.course set is_selective = true where slug = $1', [session.courseSlug]);
    const [one, two, three] = [await joins(session.id), await joins(session.id), await joins(session.id)];
    expect((await state(one)).status).toBe('transmitted');
    await session.manager.post(`/enrolments/${two.id}/select`).expect(200);
    await session.manager.post(`/enrolments/${three.id}/select`).expect(200);
    await session.manager.post(`/enrolments/${one.id}/not-select`, { reason: 'Prérequis non atteints' }).expect(200);
    expect([(await state(one)).status, (await state(two)).status, (await state(three)).status]).toEqual(['not_selected', 'admitted', 'waiting']);
  });

  it('goes by the opinion of the supervisor, whom silence passes over', async () => {
    const officer = await t.as('training_officer');
    const supervisor = await t.as('supervisor', { organisationId: officer.organisationId });
    const session = await t.a.session({ capacity: 5 });
    const of = async () => {
      const agent = await t.as('agent', { organisationId: officer.organisationId, supervisorId: supervisor.id });
      return { agent, officer, id: (await t.a.enrolment(agent, session.id)).id };
    };
    const [heard, silent] = [await of(), await of()];
    expect((await officer.post(`/enrolments/${heard.id}/validate`)).body).toMatchObject({ code: 'enrolment.own', detail: expect.stringContaining('supérieur hiérarchique') });
    expect((await supervisor.get('/enrolments/to-opine')).body.items).toHaveLength(2);
    expect((await supervisor.post(`/enrolments/${heard.id}/opinion`, { opinion: 'unfavourable' })).status).toBe(422);
    await supervisor.post(`/enrolments/${heard.id}/opinion`, { opinion: 'unfavourable', reason: 'Service réduit en mars' }).expect(200);
    expect(await state(heard)).toMatchObject({ status: 'submitted', step: 'validation', opinion: 'unfavourable' });
    await t.db.query(`update training.enrolment set due_at = now() - interval '1 minute' where id = $1`, [silent.id]);
    await run('training.pass_over_silence');
    expect(await state(silent)).toMatchObject({ status: 'submitted', step: 'validation', opinion: null });
    for (const { id } of [heard, silent]) await officer.post(`/enrolments/${id}/validate`).expect(200);
    await t.db.query(`insert into training.employer_chain (organisation_id, opinion) values ($1, 'decisive')`, [officer.organisationId]);
    const ended = await of();
    await supervisor.post(`/enrolments/${ended.id}/opinion`, { opinion: 'unfavourable', reason: 'Service réduit en mars' }).expect(200);
    expect(await state(ended)).toMatchObject({ status: 'refused', reason: 'Service réduit en mars' });
  });

  it('gives a seat at once where the employer asks nobody, and refuses online where it is not open', async () => {
    const officer = await t.as('training_officer');
    await t.db.query(`insert into training.employer_chain (organisation_id, opinion, validates) values ($1, 'none', false)`, [officer.organisationId]);
    const session = await t.a.session({ capacity: 1 });
    const [one, two] = [await t.as('agent', { organisationId: officer.organisationId }), await t.as('agent', { organisationId: officer.organisationId })];
    const answers = await Promise.all([one, two].map((agent) => agent.post(`/sessions/${session.id}/enrolments`, {}).expect(201)));
    expect(answers.map(({ body }) => body.status as string).sort()).toEqual(['admitted', 'waiting']);
    await t.db.query('update training.employer_chain set online = false where organisation_id = $1', [officer.organisationId]);
    const third = await t.as('agent', { organisationId: officer.organisationId });
    expect((await third.post(`/sessions/${session.id}/enrolments`, {})).body).toMatchObject({ status: 409, code: 'enrolment.employer_offline' });
  });
});
