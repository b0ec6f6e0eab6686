import { TestApp, testApp } from '../../../../test/support/app';

describe('roll and attestations', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  const seated = async (sessionId: string) => {
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const { id } = await t.a.enrolment(agent, sessionId);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    return { agent, officer, enrolmentId: id };
  };

  it('turns presence into hours, and hours into an attestation anyone can check', async () => {
    const session = await t.a.session({ capacity: 3 });
    const [all, half, none] = [await seated(session.id), await seated(session.id), await seated(session.id)];
    const [am, pm] = session.slotIds as [string, string];
    await session.trainer.put(`/sessions/${session.id}/roll`, { marks: [{ enrolmentId: all.enrolmentId, slotId: am, present: true }] }).expect(409);
    await t.a.startSession(session.id);
    const marks = [all, half, none].flatMap(({ enrolmentId }, i) => [
      { enrolmentId, slotId: am, present: i < 2 },
      { enrolmentId, slotId: pm, present: i < 1 },
    ]);
    await session.trainer.put(`/sessions/${session.id}/roll`, { marks: marks.slice(1) }).expect(200);
    expect((await session.trainer.post(`/sessions/${session.id}/close-roll`)).body).toMatchObject({ status: 409, code: 'roll.incomplete', missing: [all.enrolmentId] });
    await session.trainer.put(`/sessions/${session.id}/roll`, { marks }).expect(200);
    const closed = await session.trainer.post(`/sessions/${session.id}/close-roll`).expect(200);
    expect(closed.body).toMatchObject({ session: { status: 'closed' }, actions: [] });
    await session.trainer.post(`/sessions/${session.id}/close-roll`).expect(409);
    await t.settle();

    const [attestation] = (await all.agent.get('/attestations/mine')).body.items;
    expect(attestation).toMatchObject({ hours: 6, sessionCode: session.code });
    expect((await half.agent.get('/attestations/mine')).body).toMatchObject({ items: [{ hours: 3 }] });
    expect((await none.agent.get('/attestations/mine')).body).toEqual({ items: [], nextCursor: null });
    expect((await t.anyone.get(`/attestations/verify/${attestation.code}`)).body).toMatchObject({ valid: true, agentName: all.agent.displayName });
    await t.anyone.get('/attestations/verify/A-INCONNUE').expect(404);

    const pdf = await all.agent.get(`/attestations/${attestation.id}/pdf`).expect(200).expect('content-type', 'application/pdf');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    await all.officer.get(`/attestations/${attestation.id}/pdf`).expect(200);
    await half.agent.get(`/attestations/${attestation.id}/pdf`).expect(404);
  });

  it('is for the trainers of the session only', async () => {
    const session = await t.a.session();
    const other = await t.as('trainer');
    for (const path of [`/sessions/${session.id}/roll`]) {
      await other.get(path).expect(404);
      await session.trainer.get(path).expect(200);
      await session.manager.get(path).expect(200);
    }
  });

  it('refuses marks for people and half-days of another session, and keeps none of them', async () => {
    const [session, other] = [await t.a.session(), await t.a.session()];
    const [mine, theirs] = [await seated(session.id), await seated(other.id)];
    await t.a.startSession(session.id);
    const [slotId] = session.slotIds;
    const marks = [{ enrolmentId: mine.enrolmentId, slotId, present: true }, { enrolmentId: theirs.enrolmentId, slotId, present: true }];
    expect((await session.trainer.put(`/sessions/${session.id}/roll`, { marks })).body.code).toBe('roll.unknown_mark');
    expect(await t.db.query('select 1 from training.attendance where enrolment_id = any($1)', [[mine.enrolmentId, theirs.enrolmentId]])).toEqual([]);
  });
});
