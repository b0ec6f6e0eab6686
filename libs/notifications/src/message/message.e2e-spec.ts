import type { Database } from '@app/platform';
import type { TestApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { type PostedApp, postedApp } from '../../../../test/support/posted-app';
import type { Someone } from '../../../../test/support/someone';

interface Message {
  id: string;
  template: string;
  subject: string;
  delivery: string;
  attempts: number;
  error: string | null;
}

describe('messages', () => {
  let t: TestApp;
  let db: Database;
  let posted: PostedApp;
  let office: PostedApp['office'];
  let clock: PostedApp['clock'];
  let run: PostedApp['run'];
  let deliver: PostedApp['deliver'];

  beforeAll(async () => {
    posted = await postedApp();
    ({ t, office, clock, run, deliver } = posted);
    db = t.db;
  });
  afterAll(() => posted.close());
  beforeEach(async () => {
    office.mails.length = 0;
    office.refusal = null;
    clock.ahead = 0;
    await t.settle();
    await db.query('delete from notifications.message');
  });

  const messagesOf = async (someone: Someone): Promise<Message[]> =>
    (await someone.get('/me/messages').expect(200)).body.items;
  const templatesOf = async (someone: Someone) => (await messagesOf(someone)).map(({ template }) => template);
  const colleagues = async () => {
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    return { officer, agent };
  };
  const mailsTo = ({ email }: Someone) => office.to(email);

  describe('who is told what', () => {
    it('a request goes to the employer’s training officers, its outcome to the agent', async () => {
      const { officer, agent } = await colleagues();
      const stranger = await t.as('training_officer');
      const session = await t.a.session({ capacity: 1 });
      const first = await t.a.enrolment(agent, session.id);
      await deliver();
      expect(await templatesOf(officer)).toEqual(['enrolment_submitted']);
      expect(await messagesOf(stranger)).toEqual([]);
      expect(mailsTo(officer)[0]?.subject).toBe(
        `Demande ${first.number} à examiner\u202f: ${agent.displayName}`,
      );

      await officer.post(`/enrolments/${first.id}/validate`).expect(200);
      await deliver();
      expect(await templatesOf(agent)).toEqual(['enrolment_admitted']);

      const late = await t.as('agent', { organisationId: officer.organisationId });
      const second = await t.a.enrolment(late, session.id);
      await officer.post(`/enrolments/${second.id}/validate`).expect(200);
      await agent.post(`/enrolments/${first.id}/withdraw`, { reason: 'Congé' }).expect(200);
      await deliver();
      expect(await templatesOf(agent)).toEqual(['enrolment_withdrawn', 'enrolment_admitted']);
      expect((await templatesOf(late)).sort()).toEqual(['enrolment_offered', 'enrolment_waiting']);
      expect(mailsTo(late)).toHaveLength(2);
    });

    it('a refusal gives its reason', async () => {
      const { officer, agent } = await colleagues();
      const { id } = await t.a.enrolment(agent, (await t.a.session()).id);
      await officer.post(`/enrolments/${id}/refuse`, { reason: 'Effectif réduit en mars' }).expect(200);
      await deliver();
      expect(mailsTo(agent)[0]?.text).toContain('Motif indiqué\u202f: Effectif réduit en mars');
      expect(mailsTo(agent)[0]?.html).toContain(`${t.config.PUBLIC_URL}/mes-demandes/${id}`);
    });

    it('a cancelled session is told to those whose request was alive', async () => {
      const { officer, agent } = await colleagues();
      const gone = await t.as('agent', { organisationId: officer.organisationId });
      const session = await t.a.session();
      await t.a.enrolment(agent, session.id);
      const { id } = await t.a.enrolment(gone, session.id);
      await gone.post(`/enrolments/${id}/withdraw`, { reason: 'Congé' }).expect(200);
      await session.manager
        .post(`/sessions/${session.id}/cancel`, { reason: 'Formateur souffrant' })
        .expect(200);
      await deliver();
      expect(await templatesOf(agent)).toEqual(['session_cancelled']);
      expect(await templatesOf(gone)).toEqual(['enrolment_withdrawn']);
      expect(mailsTo(agent)[0]?.text).toContain('Formateur souffrant');
    });

    it('an attestation goes to the agent and to the employer', async () => {
      const { officer, agent } = await colleagues();
      const session = await t.a.session();
      const { id } = await t.a.enrolment(agent, session.id);
      await officer.post(`/enrolments/${id}/validate`).expect(200);
      await t.a.startSession(session.id);
      const marks = session.slotIds.map((slotId) => ({ enrolmentId: id, slotId, present: true }));
      await session.trainer.put(`/sessions/${session.id}/roll`, { marks }).expect(200);
      await session.trainer.post(`/sessions/${session.id}/close-roll`).expect(200);
      await deliver();
      expect((await templatesOf(agent))[0]).toBe('attestation_issued');
      expect((await templatesOf(officer))[0]).toBe('attestation_issued_to_employer');
      const { items } = (await agent.get('/attestations/mine').expect(200)).body as { items: { code: string }[] };
      expect(
        mailsTo(officer)
          .map(({ text }) => text)
          .join(),
      ).toContain(`/verifier/${items[0]!.code}`);
    });

    it('the half-days of a session are one demand for the host, and one answer for who asked', async () => {
      const host = await t.as('venue_host');
      const manager = await t.as('course_manager');
      const room = await t.a.room(host, { autoConfirm: false });
      const course = await t.a.course(manager);
      const trainer = await t.as('trainer');
      const date = inDays(12);
      await manager
        .post(`/courses/${course.id}/sessions`, {
          roomId: room.id,
          trainerIds: [trainer.id],
          capacity: 8,
          slots: [
            { date, start: '09:00', end: '12:00' },
            { date, start: '13:30', end: '16:30' },
          ],
        })
        .expect(201);
      await deliver();
      expect(await templatesOf(host)).toEqual(['booking_requested']);
      expect(mailsTo(host)[0]?.text?.match(/•/g)).toHaveLength(2);
      const [, token] = /\/reponse\/([\w-]{43})/.exec(mailsTo(host)[0]?.text ?? '') ?? [];
      await t.anyone.get(`/booking-answers/${token}`).expect(200);
      expect(JSON.stringify((await host.get('/me/messages').expect(200)).body)).not.toContain(token);

      const bookings = (await host.get(`/bookings?venueId=${room.venueId}`).expect(200)).body.items as {
        id: string;
      }[];
      const [first, second] = bookings as [{ id: string }, { id: string }];
      await host.post(`/bookings/${first.id}/confirm`, {}, 1).expect(200);
      await deliver();
      expect(await templatesOf(manager)).toEqual([]);
      await host.post(`/bookings/${second.id}/refuse`, { reason: 'Travaux' }, 1).expect(200);
      await deliver();
      expect((await templatesOf(manager)).sort()).toEqual(['booking_confirmed', 'booking_refused']);
    });

    it('someone who can no longer sign in is told nothing', async () => {
      const { officer, agent } = await colleagues();
      await db.query('update identity.person set active = false where id = $1', [officer.id]);
      await t.a.enrolment(agent, (await t.a.session()).id);
      await deliver();
      expect(mailsTo(officer)).toEqual([]);
    });

    it('nobody reads the messages of another, page by page', async () => {
      const { officer, agent } = await colleagues();
      for (const session of [await t.a.session(), await t.a.session()])
        await t.a.enrolment(agent, session.id);
      await deliver();
      const first = (await officer.get('/me/messages?limit=1').expect(200)).body;
      const second = (await officer.get(`/me/messages?limit=1&cursor=${first.nextCursor}`).expect(200)).body;
      expect(first.items[0].id).not.toBe(second.items[0].id);
      expect(second.nextCursor).toBeNull();
      expect(await messagesOf(agent)).toEqual([]);
      await t.anyone.get('/me/messages').expect(401);
    });
  });

  describe('an e-mail leaves once', () => {
    let officer: Someone;
    const message = async (): Promise<Message> => (await messagesOf(officer))[0]!;

    beforeEach(async () => {
      const people = await colleagues();
      officer = people.officer;
      await t.a.enrolment(people.agent, (await t.a.session()).id);
      await t.settle();
      await db.query('delete from notifications.message where person_id <> $1', [officer.id]);
    });

    it('however many times it is swept, queued or asked for', async () => {
      const { id } = await message();
      await Promise.all(Array.from({ length: 5 }, () => run('mail.send', { messageId: id })));
      await deliver();
      await run('mail.send', { messageId: id });
      expect(office.mails).toHaveLength(1);
      expect(await message()).toMatchObject({ delivery: 'sent', attempts: 1, error: null });
    });

    it('after those written before it, wherever their rows lie', async () => {
      // A small table where all is sent: what is due is then read in the order of the rows.
      await deliver();
      await db.query('analyze notifications.message');
      const late = await t.as('agent', { organisationId: officer.organisationId });
      for (const session of [await t.a.session(), await t.a.session()]) await t.a.enrolment(late, session.id);
      await t.settle();
      const [second, first] = await messagesOf(officer);
      // In a table without holes, a row that changes is written again behind the others.
      await db.query('vacuum full notifications.message');
      await db.query('update notifications.message set attempts = attempts where id = $1', [first!.id]);
      await deliver();
      expect(mailsTo(officer).slice(1).map(({ subject }) => subject)).toEqual([first!.subject, second!.subject]);
    });

    it('and one fact writes one message, even when it is handled again', async () => {
      await db.query(`delete from platform.handled where handler = 'EnrolmentHandlers.enrolmentSubmitted'`);
      await db.query(
        `update platform.outbox set published_at = null where type = 'training.enrolment_submitted'`,
      );
      await deliver();
      expect(await messagesOf(officer)).toHaveLength(1);
    });

    it('is tried again later with the same Message-ID when the server is not ready', async () => {
      office.refusal = { code: 451 };
      await deliver();
      expect(await message()).toMatchObject({
        delivery: 'waiting',
        attempts: 1,
        error: expect.stringContaining('451'),
      });
      office.refusal = null;
      await deliver();
      expect(office.mails).toHaveLength(0);
      clock.ahead = 2;
      await deliver();
      expect(office.mails.map(({ messageId }) => messageId)).toEqual([`<${(await message()).id}@relais>`]);
      expect(await message()).toMatchObject({ delivery: 'sent', attempts: 2 });
    });

    it('is given up when the address is refused for good, and says so', async () => {
      office.refusal = { code: 550 };
      await deliver();
      clock.ahead = 59;
      await deliver();
      expect(await message()).toMatchObject({
        delivery: 'failed',
        attempts: 1,
        error: expect.stringContaining('550'),
      });
    });

    it('is sent again, under the same id, when its sending was interrupted', async () => {
      await run('mail.sweep');
      posted.loseQueue();
      await db.query('update notifications.message set locked_until = $1, attempts = 1', [
        new Date(clock.now().getTime() + 60_000),
      ]);
      await deliver();
      expect(office.mails).toHaveLength(0);
      clock.ahead = 2;
      await deliver();
      expect(office.mails.map(({ messageId }) => messageId)).toEqual([`<${(await message()).id}@relais>`]);
    });
  });
});
