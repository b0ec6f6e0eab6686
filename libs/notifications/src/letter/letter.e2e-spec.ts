import { Passwords } from '@app/identity';
import ICAL from 'ical.js';
import type { TestApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { type PostedApp, postedApp } from '../../../../test/support/posted-app';
import type { Someone } from '../../../../test/support/someone';
import type { LetterState, LetterView } from './letter.dto';

const reason = 'Travaux dans la salle';

describe('messages that no mail brings', () => {
  let posted: PostedApp;
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  beforeAll(async () => {
    posted = await postedApp();
    t = posted.t;
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
  });
  afterAll(() => posted.close());
  beforeEach(() => {
    posted.office.refusal = null;
    posted.clock.ahead = 0;
  });

  const letters = async (someone: Someone, state: LetterState = 'to_print'): Promise<LetterView[]> => (await someone.get(`/letters?state=${state}`).expect(200)).body.items;
  const of = async (someone: Someone, agent: Someone, state?: LetterState) => (await letters(someone, state)).filter(({ person }) => person.id === agent.id);
  const batch = (found: LetterView[]) => ({ ids: found.map(({ id }) => id) });
  const leave = (officer: Someone) => t.db.query(`update identity.membership set valid_to = $2 where person_id = $1`, [officer.id, inDays(0)]);
  let count = 0;
  const fresh = () => `nouvelle-adresse-${(count += 1)}@exemple.fr`;

  /** An agent who has a seat, and whom mails do not reach: they have no address, or theirs is refused. */
  async function seated(how: 'no address' | 'refused' | 'reached') {
    const session = await t.a.session({ manager, host });
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    if (how === 'no address') await t.db.query('update identity.person set email = null where id = $1', [agent.id]);
    if (how === 'refused') posted.office.refusal = { code: 550, to: [agent.email] };
    const { id } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    await posted.deliver();
    return { session, officer, agent, enrolmentId: id };
  }

  describe('without an address', () => {
    it('are letters for the officers of the employer, and for nobody else', async () => {
      const { officer, agent } = await seated('no address');
      const colleague = await t.as('training_officer', { organisationId: officer.organisationId });
      expect(await of(officer, agent)).toEqual([expect.objectContaining({ subject: expect.stringContaining('Vous avez une place'), refusal: null, printedAt: null, person: expect.objectContaining({ email: null }) })]);
      expect(await of(colleague, agent)).toHaveLength(1);
      expect(await of(await t.as('training_officer'), agent)).toEqual([]);
      expect(await of(manager, agent)).toEqual([]);
      expect((await agent.get('/me/messages').expect(200)).body.items[0]).toMatchObject({ delivery: 'to_print' });
      await agent.get('/letters').expect(403);
    });

    it('are letters for whoever organises the session when the employer is not here', async () => {
      const { officer, agent } = await seated('no address');
      await leave(officer);
      expect(await of(manager, agent)).toHaveLength(1);
      expect(await of(await t.as('course_manager'), agent)).toEqual([]);
    });

    it('are letters for the centre de gestion of the employer too, and for whoever organises when it is not enrolled online', async () => {
      const { agent } = await seated('no address');
      const centre = await t.as('training_officer');
      await t.db.query('insert into training.employer_chain (organisation_id, managed_by) values ($1, $2)', [agent.organisationId, centre.organisationId]);
      expect(await of(centre, agent)).toHaveLength(1);
      expect(await of(manager, agent)).toEqual([]);
      await t.db.query('update training.employer_chain set online = false where organisation_id = $1', [agent.organisationId]);
      expect(await of(manager, agent)).toHaveLength(1);
    });

    it('are printed in one accessible document, marked by whom and when, and unmarked', async () => {
      const { officer, agent, session } = await seated('no address');
      await manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200);
      await posted.deliver();
      const found = await of(officer, agent);
      expect(found).toHaveLength(2);
      const query = found.map(({ id }) => `ids=${id}`).join('&');
      const pdf = await officer.get(`/letters/pdf?${query}`).expect(200);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      const text = (pdf.body as Buffer).toString('latin1');
      for (const mark of [/^%PDF-1.7/, /\/Marked true/, /\/Lang \(fr-FR\)/, /\/Count 2/]) expect(text).toMatch(mark);

      await officer.post('/letters/printed', batch(found)).expect(204);
      await officer.post('/letters/printed', batch(found)).expect(204);
      expect(await of(officer, agent)).toEqual([]);
      expect(await of(officer, agent, 'printed')).toEqual([expect.objectContaining({ printedBy: officer.displayName, printedAt: expect.any(String) }), expect.anything()]);
      expect((await agent.get('/me/messages').expect(200)).body.items[0]).toMatchObject({ delivery: 'printed' });
      await officer.post('/letters/unprinted', batch(found)).expect(204);
      expect(await of(officer, agent)).toHaveLength(2);
    });

    it('are out of reach of others, all or nothing', async () => {
      const [mine, other] = [await seated('no address'), await seated('no address')];
      const ids = [...(await of(mine.officer, mine.agent)), ...(await of(other.officer, other.agent))].map(({ id }) => id);
      await mine.officer.get(`/letters/pdf?${ids.map((id) => `ids=${id}`).join('&')}`).expect(404);
      await mine.officer.post('/letters/printed', { ids }).expect(404);
      await mine.officer.post('/letters/unprinted', { ids: [ids[1]] }).expect(404);
      expect(await of(mine.officer, mine.agent)).toHaveLength(1);
      await mine.officer.post('/letters/printed', { ids: [] }).expect(422);
      await mine.officer.post('/letters/printed', { ids: ['pas-un-identifiant'] }).expect(422);
    });

    it('leave as mails once an address is known', async () => {
      const { officer, agent } = await seated('no address');
      const email = fresh();
      await officer.put(`/letters/people/${agent.id}/email`, { email: email.toUpperCase() }).expect(204);
      await posted.deliver();
      expect(posted.office.to(email).map(({ subject }) => subject)).toEqual([expect.stringContaining('Vous avez une place')]);
      expect(await of(officer, agent)).toEqual([]);
    });
  });

  describe('whose address is refused', () => {
    it('are shown to the agent, to their employer and to whoever organises, who print them', async () => {
      const { officer, agent } = await seated('refused');
      expect((await agent.get('/me/delivery').expect(200)).body).toEqual({
        email: agent.email, undelivered: [expect.objectContaining({ subject: expect.stringContaining('Vous avez une place'), refusal: expect.stringContaining('550') })],
      });
      for (const someone of [officer, manager]) expect(await of(someone, agent, 'undelivered')).toEqual([expect.objectContaining({ refusal: expect.stringContaining('550') })]);
      expect(await of(await t.as('course_manager'), agent, 'undelivered')).toEqual([]);
      const found = await of(manager, agent, 'undelivered');
      await manager.get(`/letters/pdf?ids=${found[0]!.id}`).expect(200);
      await manager.post('/letters/printed', batch(found)).expect(204);
      expect(await of(officer, agent, 'undelivered')).toEqual([]);
      expect((await agent.get('/me/delivery').expect(200)).body.undelivered).toEqual([]);
      await manager.post('/letters/unprinted', batch(found)).expect(204);
      expect(await of(officer, agent, 'undelivered')).toHaveLength(1);
    });

    it('are given up after enough tries, and shown too', async () => {
      const { officer, agent } = await seated('reached');
      posted.office.refusal = { code: 451, to: [agent.email] };
      await officer.get('/me/messages').expect(200);
      await agent.post(`/enrolments/${(await t.db.one<{ id: string }>('select id from training.enrolment where agent_id = $1', [agent.id]))!.id}/withdraw`, { reason }).expect(200);
      for (let tries = 0; tries < 16; tries += 1) {
        await posted.deliver();
        posted.clock.ahead += 61;
      }
      posted.clock.ahead = 0;
      expect(await of(officer, agent, 'undelivered')).toEqual([expect.objectContaining({ refusal: expect.stringContaining('n’a pas répondu') })]);
    });

    it('leave again once the address is corrected, for who reads them there', async () => {
      const { officer, agent } = await seated('refused');
      const email = fresh();
      await officer.put(`/letters/people/${agent.id}/email`, { email }).expect(204);
      await posted.deliver();
      const [mail] = posted.office.to(email);
      const event = new ICAL.Component(ICAL.parse(mail!.attachments[0]!.content.toString()) as unknown[]).getFirstSubcomponent('vevent')!;
      expect(String(event.getFirstPropertyValue('attendee')).toLowerCase()).toBe(`mailto:${email}`);
      expect((await agent.get('/me/delivery').expect(200)).body).toEqual({ email, undelivered: [] });
      expect(await t.db.one(`select 1 as one from platform.audit_entry where action = 'identity.email.corrected' and subject_id = $1 and actor_id = $2`, [agent.id, officer.id])).toEqual({ one: 1 });
    });

    it('let an address be corrected by those who answer for them, while it does not work', async () => {
      const { officer, agent } = await seated('refused');
      const reached = await seated('reached');
      const put = (someone: Someone, id: string, email: string) => someone.put(`/letters/people/${id}/email`, { email });
      await put(await t.as('training_officer'), agent.id, fresh()).expect(404);
      await put(reached.officer, reached.agent.id, fresh()).expect(404);
      await put(officer, agent.id, 'sans arobase').expect(422);
      expect((await put(officer, agent.id, reached.agent.email).expect(409)).body).toMatchObject({ code: 'person.email_taken' });
      await put(manager, agent.id, fresh()).expect(204);
    });

    it('let their owner correct it, with their password', async () => {
      const { agent } = await seated('refused');
      const email = fresh();
      const mine = (password: string) => agent.put('/me/email', { email, password });
      expect((await mine('peu importe').expect(409)).body).toMatchObject({ code: 'email.no_password' });
      await t.db.query('update identity.person set password_hash = $2 where id = $1', [agent.id, await t.app.get(Passwords).hash('un mot de passe de test')]);
      expect((await mine('un autre mot de passe').expect(422)).body.errors).toEqual([expect.objectContaining({ pointer: '/password' })]);
      await mine('un mot de passe de test').expect(204);
      await posted.deliver();
      expect(posted.office.to(email)).toHaveLength(1);
      await t.anyone.post('/auth/sign-in', { email, password: 'un mot de passe de test' }).expect(200);
    });
  });
});
