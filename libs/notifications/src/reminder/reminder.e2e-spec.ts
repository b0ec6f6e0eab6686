import type { TestApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { type PostedApp, postedApp } from '../../../../test/support/posted-app';
import type { Someone } from '../../../../test/support/someone';

const HOUR = 60;
const DAY = 24 * HOUR;
const reason = 'Travaux dans la salle';
const day = (date: string) => [{ date, start: '09:00', end: '12:00' }, { date, start: '13:30', end: '16:30' }];

describe('reminders', () => {
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
    posted.clock.ahead = 0;
  });

  /** Seats given today, for a session that begins in ten days. */
  async function seated() {
    const session = await t.a.session({ manager, host });
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const { id } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    const { at } = (await t.db.one<{ at: Date }>('select starts_at as at from training.session where id = $1', [session.id]))!;
    return { session, officer, agent, enrolmentId: id, at };
  }
  const remind = async (at: Date, before: number) => {
    posted.clock.ahead = (at.getTime() - Date.now()) / 60_000 - before;
    for (let times = 0; times < 3; times += 1) await posted.run('notifications.remind');
    await posted.deliver();
  };
  const reminded = (someone: Someone) => posted.office.to(someone.email).filter(({ subject }) => subject?.startsWith('Rappel'));

  it('go a week before and a day before, once each, with the hours and the room', async () => {
    const { agent, at } = await seated();
    await remind(at, 7 * DAY + HOUR);
    expect(reminded(agent)).toHaveLength(0);
    await remind(at, 7 * DAY - HOUR);
    await remind(at, 3 * DAY);
    expect(reminded(agent)).toHaveLength(1);
    expect(reminded(agent)[0]!.text).toContain('de 13\u00a0h\u00a030 à 16\u00a0h\u00a030');
    expect(reminded(agent)[0]!.text).toContain('Salle 1');
    await remind(at, DAY - HOUR);
    await remind(at, HOUR);
    expect(reminded(agent)).toHaveLength(2);
    await remind(at, -HOUR);
    expect(reminded(agent)).toHaveLength(2);
  });

  it.each<[string, (scene: Awaited<ReturnType<typeof seated>>) => Promise<unknown>]>([
    ['the session is cancelled', ({ session }) => manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200)],
    ['the session is put off', ({ session }) => manager.post(`/sessions/${session.id}/postpone`, { reason }).expect(200)],
    ['the seat is given back', ({ agent, enrolmentId }) => agent.post(`/enrolments/${enrolmentId}/withdraw`, { reason }).expect(200)],
  ])('do not go when %s', async (_, change) => {
    const scene = await seated();
    await change(scene);
    await remind(scene.at, 6 * DAY);
    await remind(scene.at, HOUR);
    expect(reminded(scene.agent)).toHaveLength(0);
  });

  it('go again for other dates', async () => {
    const { agent, session, at } = await seated();
    await remind(at, 7 * DAY - HOUR);
    posted.clock.ahead = 0;
    await manager.post(`/sessions/${session.id}/postpone`, { reason, slots: day(inDays(40)) }).expect(200);
    const later = (await t.db.one<{ at: Date }>('select starts_at as at from training.session where id = $1', [session.id]))!.at;
    await remind(later, 7 * DAY - HOUR);
    expect(reminded(agent)).toHaveLength(2);
  });

  it('are not for who has just been given a seat, nor for who waits', async () => {
    const { officer, session, at } = await seated();
    const [late, waiting] = [await t.as('agent', { organisationId: officer.organisationId }), await t.as('agent', { organisationId: officer.organisationId })];
    for (const agent of [late, waiting]) {
      const { id } = await t.a.enrolment(agent, session.id);
      await officer.post(`/enrolments/${id}/validate`).expect(200);
    }
    await t.db.query(`update training.enrolment_event set at = $2 where enrolment_id in (select id from training.enrolment where agent_id = $1)`, [late.id, new Date(at.getTime() - 3 * 86_400_000)]);
    await remind(at, 2 * DAY);
    expect([reminded(late).length, reminded(waiting).length]).toEqual([0, 0]);
    await remind(at, HOUR);
    expect([reminded(late).length, reminded(waiting).length]).toEqual([1, 0]);
  });
});
