import { DateTime } from 'luxon';
import type { TestApp } from '../../../../test/support/app';
import { type PostedApp, postedApp } from '../../../../test/support/posted-app';
import type { Someone } from '../../../../test/support/someone';
import type { Kind } from '../message/message.kinds';
import type { Rhythm } from './preference.rules';

const reason = 'Travaux dans la salle';
const PARIS = 'Europe/Paris';
const QUIET = { from: '20:00', until: '07:00', sundays: true };
const [TUESDAY, SATURDAY, SUNDAY] = [2, 6, 7];

describe('preferences', () => {
  let posted: PostedApp;
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  beforeAll(async () => {
    posted = await postedApp({ QUIET_HOURS: '20:00-07:00' });
    t = posted.t;
    [host, manager] = [await t.as('venue_host'), await t.as('course_manager')];
  });
  afterAll(() => posted.close());
  beforeEach(async () => {
    await t.settle();
    await t.db.query('delete from notifications.message');
    posted.clock.ahead = 0;
  });

  /** The next such day of the week, at this hour in this zone; `after` days later. */
  const moveTo = (weekday: number, hour: string, { zone = PARIS, after = 0 } = {}) => {
    const [h, minute] = hour.split(':').map(Number) as [number, number];
    const today = DateTime.now().setZone(zone);
    const at = today.plus({ days: ((weekday - today.weekday + 7) % 7 || 7) + after }).set({ hour: h, minute, second: 0, millisecond: 0 });
    posted.clock.ahead = at.toMillis() / 60_000 - Date.now() / 60_000;
  };
  const choose = (someone: Someone, kinds: Partial<Record<Kind, Rhythm>>, quiet: object = QUIET) =>
    someone.put('/me/message-preferences', { kinds: Object.entries(kinds).map(([kind, rhythm]) => ({ kind, rhythm })), quiet });
  const digests = async () => {
    for (let times = 0; times < 3; times += 1) await posted.run('notifications.write_digests');
    await posted.deliver();
  };
  const subjects = (someone: Someone) => posted.office.to(someone.email).map(({ subject }) => subject ?? '');

  async function asked() {
    const session = await t.a.session({ manager, host });
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const { id } = await t.a.enrolment(agent, session.id);
    return { session, officer, agent, enrolmentId: id };
  }

  it('are offered for what concerns one and may wait, and kept', async () => {
    const agent = await t.as('agent');
    expect((await agent.get('/me/message-preferences').expect(200)).body).toEqual({
      kinds: ['requests', 'reminders', 'attestations', 'team'].map((kind) => ({ kind, rhythm: 'at_once' })), quiet: QUIET, timeZone: PARIS,
    });
    await choose(agent, { requests: 'daily', reminders: 'in_app' }, { from: null, until: null, sundays: false }).expect(200);
    await choose(agent, { requests: 'daily' }, { from: null, until: null, sundays: false }).expect(200);
    const { kinds, quiet } = (await agent.get('/me/message-preferences').expect(200)).body as { kinds: { kind: Kind; rhythm: Rhythm }[]; quiet: object };
    expect(kinds.filter(({ rhythm }) => rhythm !== 'at_once')).toEqual([{ kind: 'requests', rhythm: 'daily' }]);
    expect(quiet).toEqual({ from: null, until: null, sundays: false });
  });

  it.each<[string, object, string]>([
    ['what waits for an answer', { kinds: [{ kind: 'awaited', rhythm: 'daily' }], quiet: QUIET }, '/kinds/0/kind'],
    ['what is not their business', { kinds: [{ kind: 'places', rhythm: 'daily' }], quiet: QUIET }, '/kinds/0/kind'],
    ['a kind twice', { kinds: [{ kind: 'requests', rhythm: 'daily' }, { kind: 'requests', rhythm: 'in_app' }], quiet: QUIET }, '/kinds'],
    ['a rhythm that does not exist', { kinds: [{ kind: 'requests', rhythm: 'monthly' }], quiet: QUIET }, '/kinds/0/rhythm'],
    ['a night without an end', { kinds: [], quiet: { ...QUIET, until: null } }, '/quiet/until'],
    ['an hour that does not exist', { kinds: [], quiet: { ...QUIET, from: '25:00' } }, '/quiet/from'],
  ])('refuse %s', async (_, body, pointer) => {
    const refused = await (await t.as('agent')).put('/me/message-preferences', body).expect(422);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('keep mails of the evening and of Sundays until the morning, on the clock of who reads them', async () => {
    const { officer } = await asked();
    moveTo(SATURDAY, '20:30');
    await posted.deliver();
    moveTo(SUNDAY, '12:00', { after: DateTime.now().setZone(PARIS).weekday === SATURDAY ? 7 : 0 });
    await posted.deliver();
    expect(subjects(officer)).toEqual([]);
    posted.clock.ahead += 19 * 60 + 1;
    await posted.deliver();
    expect(subjects(officer)).toEqual([expect.stringContaining('à examiner')]);
  });

  it('keep nothing back when someone wants no quiet hours', async () => {
    const { officer } = await asked();
    await choose(officer, {}, { from: null, until: null, sundays: false }).expect(200);
    moveTo(SUNDAY, '03:00');
    await posted.deliver();
    expect(subjects(officer)).toHaveLength(1);
  });

  it('follow the clock of the territory', async () => {
    const { officer } = await asked();
    await t.db.query(
      `with r as (insert into identity.region values ('04', 'La Réunion') on conflict do nothing)
       insert into identity.departement values ('974', 'La Réunion', '04', 'Indian/Reunion', '974-la-reunion') on conflict do nothing`,
    );
    await t.db.query(`update identity.organisation set departement_code = '974' where id = $1`, [officer.organisationId]);
    expect((await officer.get('/me/message-preferences').expect(200)).body.timeZone).toBe('Indian/Reunion');
    moveTo(TUESDAY, '21:00', { zone: 'Indian/Reunion' });
    await posted.deliver();
    expect(subjects(officer)).toEqual([]);
  });

  it.each<[string, number, number]>([
    ['of a session that begins in less than two days leaves at night', 35, 1],
    ['of a session that begins later waits for the morning', 83, 0],
  ])('a cancellation %s', async (_, hours, mails) => {
    const { session, officer, agent, enrolmentId } = await asked();
    await officer.post(`/enrolments/${enrolmentId}/validate`).expect(200);
    await manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200);
    const { at } = (await t.db.one<{ at: Date }>('select starts_at as at from training.session where id = $1', [session.id]))!;
    posted.clock.ahead = (at.getTime() - Date.now()) / 60_000 - hours * 60;
    await posted.deliver();
    expect(subjects(agent).filter((subject) => subject.includes('annulée'))).toHaveLength(mails);
  });

  it('put what was kept in one mail a day, and none when nothing was', async () => {
    const { officer, agent, session } = await asked();
    const other = await t.as('agent', { organisationId: officer.organisationId });
    await t.a.enrolment(other, session.id);
    await choose(officer, { decisions: 'daily' }).expect(200);
    moveTo(TUESDAY, '19:00');
    await posted.deliver();
    expect(subjects(officer)).toEqual([]);
    posted.clock.ahead += 12 * 60;
    await digests();
    expect(subjects(officer)).toEqual([]);
    posted.clock.ahead += 60;
    await digests();
    const [mail] = posted.office.to(officer.email);
    expect(subjects(officer)).toEqual([expect.stringContaining('2 messages')]);
    for (const { displayName } of [agent, other]) expect(mail!.text).toContain(displayName);
    posted.clock.ahead += 24 * 60;
    await digests();
    expect(subjects(officer)).toHaveLength(1);
    posted.clock.ahead = 0;
    expect((await officer.get('/me/messages').expect(200)).body.items.map(({ template }: { template: string }) => template)).toEqual(['daily_digest', 'enrolment_submitted', 'enrolment_submitted']);
  });

  it('leave in the application what one wants to read there only', async () => {
    const { officer } = await asked();
    await choose(officer, { decisions: 'in_app' }).expect(200);
    moveTo(TUESDAY, '10:00');
    await posted.deliver();
    await digests();
    expect(subjects(officer)).toEqual([]);
    posted.clock.ahead = 0;
    expect((await officer.get('/me/messages').expect(200)).body.items).toEqual([expect.objectContaining({ template: 'enrolment_submitted', delivery: 'kept' })]);
  });
});
