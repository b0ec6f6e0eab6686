import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import type { TestApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { type PostedApp, postedApp } from '../../../../test/support/posted-app';
import type { Someone } from '../../../../test/support/someone';

const reason = 'Travaux dans la salle';
const day = (date: string) => [{ date, start: '09:00', end: '12:00' }, { date, start: '13:30', end: '16:30' }];

/** What the mail writes in a calendar, as another program reads it. */
function read({ attachments }: ParsedMail) {
  const parts = attachments.filter(({ contentType }) => contentType === 'text/calendar');
  expect(parts).toHaveLength(1);
  const calendar = new ICAL.Component(ICAL.parse(parts[0]!.content.toString()) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [master, ...exceptions] = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(master!, { exceptions });
  const days: string[] = [];
  const said = (start: ICAL.Time, end: ICAL.Time) => days.push(`${start.toString().slice(0, 16)} ${end.toString().slice(11, 16)}`);
  if (!event.isRecurring()) said(event.startDate, event.endDate);
  else
    for (let iterator = event.iterator(), next = iterator.next(); next; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      said(startDate, endDate);
    }
  return { method: String(calendar.getFirstPropertyValue('method')), uid: event.uid, sequence: event.sequence, status: String(master!.getFirstPropertyValue('status')), days };
}

describe('invitations', () => {
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

  const calendars = (someone: Someone) => posted.office.to(someone.email).filter(({ attachments }) => attachments.length).map(read);
  const latest = (someone: Someone) => calendars(someone).at(-1)!;
  async function seated(options: { slots?: ReturnType<typeof day>; capacity?: number } = {}) {
    const session = await t.a.session({ manager, host, ...options });
    const officer = await t.as('training_officer');
    const agent = await t.as('agent', { organisationId: officer.organisationId });
    const { id } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    await posted.deliver();
    return { session, officer, agent, enrolmentId: id };
  }

  it('update one entry from the seat to the cancellation, under one name and rising numbers', async () => {
    const { session, agent, enrolmentId } = await seated();
    const [first] = await t.db.query<{ id: string }>('select booking_id as id from training.session_slot where session_id = $1 order by period', [session.id]);
    const moved = inDays(11);
    const { version } = (await t.db.one<{ version: number }>('select version from venues.booking where id = $1', [first!.id]))!;
    await manager.patch(`/session-bookings/${first!.id}`, { date: moved, start: '10:00', end: '12:00' }, version).expect(204);
    await posted.deliver();
    await manager.post(`/sessions/${session.id}/postpone`, { reason }).expect(200);
    await posted.deliver();
    await manager.put(`/sessions/${session.id}/dates`, { slots: day(inDays(40)), askSameTrainers: true }).expect(200);
    await posted.deliver();
    await manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200);
    await posted.deliver();

    const told = calendars(agent);
    expect(new Set(told.map(({ uid }) => uid))).toEqual(new Set([`${enrolmentId}@relais`]));
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index));
    expect(told.map(({ method, status, days }) => [method, status, days])).toEqual([
      ['REQUEST', 'CONFIRMED', [`${inDays(10)}T09:00 16:30`]],
      ['REQUEST', 'CONFIRMED', [`${inDays(10)}T13:30 16:30`, `${moved}T10:00 12:00`]],
      ['CANCEL', 'CANCELLED', [expect.stringContaining(inDays(10))]],
      ['REQUEST', 'CONFIRMED', [`${inDays(40)}T09:00 16:30`]],
      ['CANCEL', 'CANCELLED', [`${inDays(40)}T09:00 16:30`]],
    ]);
  });

  it('are tentative as long as the room of the new dates is not lent', async () => {
    const { session, agent } = await seated();
    await manager.post(`/sessions/${session.id}/postpone`, { reason }).expect(200);
    await t.db.query('update venues.room set auto_confirm = false where id = (select room_id from training.session where id = $1)', [session.id]);
    await manager.put(`/sessions/${session.id}/dates`, { slots: [day(inDays(41))[0]], askSameTrainers: true }).expect(200);
    await posted.deliver();
    expect(latest(agent)).toMatchObject({ method: 'REQUEST', status: 'TENTATIVE', sequence: 2 });
    const { id, version } = (await t.db.one<{ id: string; version: number }>(
      'select b.id, b.version from venues.booking b join training.session_slot t on t.booking_id = b.id where t.session_id = $1', [session.id]))!;
    await host.post(`/bookings/${id}/confirm`, {}, version).expect(200);
    await manager.post(`/sessions/${session.id}/open`).expect(200);
    await posted.deliver();
    expect(latest(agent)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', sequence: 3 });
    expect(posted.office.to(agent.email).at(-1)!.subject).toContain('Dates confirmées');
  });

  it('are part of the mail that programs apply, and a file for the others', async () => {
    const { agent } = await seated();
    const [mail] = posted.office.to(agent.email);
    const types = mail!.attachments.map(({ contentType, filename }) => [contentType, filename]);
    expect(types).toEqual([['text/calendar', undefined], ['application/ics', 'convocation.ics']]);
    expect(mail!.attachments[0]!.headers.get('content-type')).toMatchObject({ params: { method: 'REQUEST', charset: 'utf-8' } });
    expect(mail!.text).toContain('votre agenda l’ajoute');
  });

  it('are one entry for several days, at the hours of each', async () => {
    const slots = [{ date: inDays(10), start: '13:30', end: '16:30' }, ...day(inDays(11)), ...day(inDays(14))];
    const { agent } = await seated({ slots });
    expect(latest(agent).days).toEqual([`${inDays(10)}T13:30 16:30`, `${inDays(11)}T09:00 16:30`, `${inDays(14)}T09:00 16:30`]);
  });

  it('are taken back by a withdrawal, and never share a name', async () => {
    const one = await seated({ capacity: 1 });
    const next = await t.as('agent', { organisationId: one.officer.organisationId });
    const { id } = await t.a.enrolment(next, one.session.id);
    await one.officer.post(`/enrolments/${id}/validate`).expect(200);
    await posted.deliver();
    expect(calendars(next)).toEqual([]);
    await one.agent.post(`/enrolments/${one.enrolmentId}/withdraw`, { reason: 'Congé' }).expect(200);
    await posted.deliver();
    expect(latest(one.agent)).toMatchObject({ method: 'CANCEL', uid: `${one.enrolmentId}@relais`, sequence: 1 });
    expect(calendars(next)).toEqual([]);
    await next.post(`/enrolments/${id}/accept`).expect(200);
    await posted.deliver();
    expect(latest(next)).toMatchObject({ method: 'REQUEST', uid: `${id}@relais`, sequence: 0 });

    const again = await t.a.enrolment(one.agent, (await t.a.session({ manager, host })).id);
    await one.officer.post(`/enrolments/${again.id}/validate`).expect(200);
    await posted.deliver();
    expect(latest(one.agent)).toMatchObject({ method: 'REQUEST', uid: `${again.id}@relais`, sequence: 0 });
  });

  it('are never withdrawn from who was not invited', async () => {
    const { session, officer } = await seated({ capacity: 1 });
    const [waiting, asking] = [await t.as('agent', { organisationId: officer.organisationId }), await t.as('agent', { organisationId: officer.organisationId })];
    const { id } = await t.a.enrolment(waiting, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    await t.a.enrolment(asking, session.id);
    await manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200);
    await posted.deliver();
    for (const someone of [waiting, asking]) {
      expect(posted.office.to(someone.email).at(-1)!.subject).toContain('annulée');
      expect(calendars(someone)).toEqual([]);
    }
  });

  it('go once, when the fact is handled again and the job runs three times', async () => {
    const { agent } = await seated();
    await t.db.query(`delete from platform.handled where handler = 'EnrolmentHandlers.enrolmentAdmitted'`);
    await t.db.query(`update platform.outbox set published_at = null where type = 'training.enrolment_admitted'`);
    await posted.deliver();
    const [message] = await t.db.query<{ id: string }>(`select id from notifications.message where person_id = $1 and template = 'enrolment_admitted'`, [agent.id]);
    for (let times = 0; times < 3; times += 1) await posted.run('mail.send', { messageId: message!.id });
    expect(calendars(agent).map(({ method, sequence }) => [method, sequence])).toEqual([['REQUEST', 0]]);
  });
});
