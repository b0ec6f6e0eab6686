import { Clock } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import type { Someone } from '../../../../test/support/someone';
import { OfferLinks } from './offer-links';
import { SeatClock } from './seat-clock';

class HandClock extends Clock {
  at: Date | null = null;
  override now(): Date {
    return this.at ?? super.now();
  }
}

interface Asked {
  id: string;
  agent: Someone;
  officer: Someone;
}

describe('what is refused about seats, and leaves nothing behind', () => {
  let t: TestApp;
  const clock = new HandClock();
  beforeAll(async () => void (t = await testApp({ override: (builder) => builder.overrideProvider(Clock).useValue(clock) })));
  afterEach(() => (clock.at = null));
  afterAll(() => t.close());

  const asks = async (sessionId: string): Promise<Asked> => {
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    return { ...(await t.a.enrolment(agent, sessionId)), agent, officer };
  };
  const joins = async (sessionId: string): Promise<Asked> => {
    const asked = await asks(sessionId);
    await asked.officer.post(`/enrolments/${asked.id}/validate`).expect(200);
    return asked;
  };
  /** A session of one seat that is offered to who waited for it. */
  const offered = async () => {
    const session = await t.a.session({ capacity: 1 });
    const [first, second, third] = [await joins(session.id), await joins(session.id), await joins(session.id)];
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(200);
    return { session, first, second, third };
  };
  const status = async ({ id }: Asked) => (await t.db.one<{ status: string }>('select status from training.enrolment where id = $1', [id]))!.status;

  /** All that a decision writes; a refusal adds nothing to it. */
  const written = () =>
    t.db.one(
      `select (select jsonb_agg(e order by e.id) from training.enrolment e) as requests, (select jsonb_agg(s order by s.id) from training.session s) as sessions,
              (select count(*) from training.enrolment_event) as events, (select count(*) from training.seat_entry) as entries, (select count(*) from platform.outbox) as facts,
              (select count(*) from platform.audit_entry where action like 'enrolment.%' and action not like '%read%') as audited, (select count(*) from platform.idempotency) as keys`,
    );
  const refuses = async (request: () => PromiseLike<{ status: number; body: { code?: string; detail?: string; errors?: { code: string }[] } }>, status: number, code: string, says?: RegExp) => {
    const before = await written();
    const { body, status: answered } = await request();
    expect([answered, body.errors?.[0]?.code ?? body.code]).toEqual([status, code]);
    if (says) expect(JSON.stringify(body)).toMatch(says);
    expect(await written()).toEqual(before);
  };

  it('another’s request is as if it did not exist, whatever one does with it', async () => {
    const { second } = await offered();
    const [agent, officer, manager, supervisor] = [await t.as('agent'), await t.as('training_officer'), await t.as('course_manager'), await t.as('supervisor')];
    const reason = 'Une raison';
    for (const [who, action, body] of [
      [agent, 'withdraw', {}], [agent, 'accept', {}], [agent, 'decline', {}], [officer, 'validate', {}], [officer, 'refuse', { reason }], [officer, 'endorse', { reason }], [officer, 'withdraw', {}],
      [manager, 'select', {}], [manager, 'not-select', { reason }], [manager, 'release', { reason }], [supervisor, 'opinion', { opinion: 'favourable', reason }],
    ] as const)
      await refuses(() => who.post(`/enrolments/${second.id}/${action}`, body), 404, 'enrolment.not_found');
  });

  it('an offer after its deadline, by the page and by the letter', async () => {
    const { second, third } = await offered();
    const token = await t.app.get(OfferLinks).issue(second.id, second.agent.id);
    const { version, offerUntil } = (await t.anyone.get(`/offer-answers/${token}`).expect(200)).body as { version: number; offerUntil: string };
    await t.db.query(`update identity.session set expires_at = now() + interval '30 days'`);
    clock.at = new Date(offerUntil);
    await refuses(() => second.agent.post(`/enrolments/${second.id}/accept`), 409, 'offer.lapsed', /place va à la personne suivante/);
    await refuses(() => t.anyone.post('/offer-answers', { token, decision: 'accept' }, version), 409, 'answer.already', /délai pour répondre est passé/);
    await t.app.get(SeatClock).lapse();
    expect([await status(second), await status(third)]).toEqual(['withdrawn', 'offered']);
    await refuses(() => t.anyone.post('/offer-answers', { token, decision: 'accept' }, version), 409, 'answer.already', /personne suivante/);
    await refuses(() => second.agent.post(`/enrolments/${second.id}/accept`), 409, 'lifecycle.refused');
    // Time is back where it was for the others: the offer made meanwhile is theirs to take.
    clock.at = null;
    await third.agent.post(`/enrolments/${third.id}/accept`).expect(200);
  });

  it('a link that is used again, altered, of another purpose or without the version that was read', async () => {
    const { second } = await offered();
    const links = t.app.get(OfferLinks);
    const token = (await links.issue(second.id, second.agent.id))!;
    const { version } = (await t.anyone.get(`/offer-answers/${token}`).expect(200)).body as { version: number };
    const answer = (decision: string, asked = token, of: number | undefined = version) => t.anyone.post('/offer-answers', { token: asked, decision }, of);
    const turned = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const altered = await answer('accept', turned);
    expect(altered.status).toBeGreaterThanOrEqual(400);
    expect(altered.status).toBeLessThan(500);
    await refuses(() => answer('accept', token, version + 1), 412, 'answer.changed');
    await refuses(() => answer('perhaps'), 422, 'isIn', /Acceptez la place ou laissez-la/);
    await answer('accept').expect(200);
    for (const decision of ['accept', 'decline']) await refuses(() => answer(decision), 409, 'answer.already', /La place est acceptée/);
    expect(await links.issue(second.id, second.agent.id)).toBeNull();
  });

  it('a link of an offer that another one followed', async () => {
    const { session, second } = await offered();
    const token = (await t.app.get(OfferLinks).issue(second.id, second.agent.id))!;
    const { version } = (await t.anyone.get(`/offer-answers/${token}`).expect(200)).body as { version: number };
    await second.agent.post(`/enrolments/${second.id}/decline`).expect(200);
    const again = await t.a.enrolment(second.agent, session.id);
    await refuses(() => t.anyone.post('/offer-answers', { token, decision: 'accept' }, version), 409, 'answer.already', /La demande est retirée/);
    expect((await t.db.one<{ status: string }>('select status from training.enrolment where id = $1', [again.id]))!.status).toBe('submitted');
  });

  it('accept after decline, decline after accept, withdraw twice, cancel twice', async () => {
    const { session, second, third } = await offered();
    await second.agent.post(`/enrolments/${second.id}/decline`).expect(200);
    for (const action of ['accept', 'decline', 'withdraw']) await refuses(() => second.agent.post(`/enrolments/${second.id}/${action}`), 409, 'lifecycle.refused');
    await third.agent.post(`/enrolments/${third.id}/accept`).expect(200);
    await refuses(() => third.agent.post(`/enrolments/${third.id}/decline`), 409, 'lifecycle.refused');
    await session.manager.post(`/sessions/${session.id}/cancel`, { reason: 'Salle inondée' }).expect(200);
    await refuses(() => session.manager.post(`/sessions/${session.id}/cancel`, { reason: 'Salle inondée' }), 409, 'lifecycle.refused');
    for (const action of ['accept', 'withdraw']) await refuses(() => third.agent.post(`/enrolments/${third.id}/${action}`), 409, 'lifecycle.refused');
  });

  it('a capacity below the seats taken, offers included: nobody is dropped', async () => {
    const session = await t.a.session({ capacity: 2 });
    const [first, , third] = [await joins(session.id), await joins(session.id), await joins(session.id)];
    await first.agent.post(`/enrolments/${first.id}/withdraw`).expect(200);
    expect(await status(third)).toBe('offered');
    const { version } = (await session.manager.get(`/sessions/${session.code}`)).body as { version: number };
    await refuses(() => session.manager.patch(`/sessions/${session.id}`, { capacity: 1 }, version), 422, 'session.below_taken', /2 places sont déjà attribuées/);
    for (const capacity of [0, -1, 1.5, '3', 501]) {
      const before = await written();
      const { status: answered } = await session.manager.patch(`/sessions/${session.id}`, { capacity }, version);
      expect([400, 422]).toContain(answered);
      expect(await written()).toEqual(before);
    }
  });

  it('a request for a session that is cancelled, closed to requests, begun, or that does not exist', async () => {
    const agent = await t.as('agent');
    const ask = (id: string) => agent.post(`/sessions/${id}/enrolments`, {}).set('Idempotency-Key', 'la-cle-qui-ne-sert-pas');
    const [cancelled, closed, begun] = [await t.a.session(), await t.a.session(), await t.a.session()];
    await cancelled.manager.post(`/sessions/${cancelled.id}/cancel`, { reason: 'Salle inondée' }).expect(200);
    await t.db.query(`update training.session set enrolment_closes_at = now() - interval '1 second' where id = $1`, [closed.id]);
    await t.a.startSession(begun.id);
    for (const { id } of [cancelled, closed, begun]) await refuses(() => ask(id), 409, 'session.closed');
    await refuses(() => ask('0197a000-0000-7000-8000-000000000000'), 404, 'session.not_found');
    // A refusal leaves the key as it was.
    await ask((await t.a.session()).id).expect(201);
  });

  it('but not the click of a request that was made: its answer is the same, even once the session is cancelled', async () => {
    const agent = await t.as('agent');
    const session = await t.a.session();
    const click = (motivation: string) => agent.post(`/sessions/${session.id}/enrolments`, { motivation }).set('Idempotency-Key', 'la-reponse-perdue');
    const first = await click('Oui').expect(201);
    await session.manager.post(`/sessions/${session.id}/cancel`, { reason: 'Salle inondée' }).expect(200);
    const again = await click('Oui').expect(201);
    expect([again.body, again.headers['idempotent-replay']]).toEqual([first.body, 'true']);
    await refuses(() => click('Autre chose'), 409, 'session.closed');
  });

  it('a validation once the session takes nobody any more: the request is left as it was', async () => {
    const session = await t.a.session();
    const { id, officer } = await asks(session.id);
    await t.db.query(`update training.session set status = 'closed' where id = $1`, [session.id]);
    await refuses(() => officer.post(`/enrolments/${id}/validate`), 409, 'session.closed');
    await t.db.query(`update training.session set status = 'open' where id = $1`, [session.id]);
  });
});
