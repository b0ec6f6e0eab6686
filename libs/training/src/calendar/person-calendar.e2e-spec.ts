import type ICAL from 'ical.js';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';
import { eventsOf, statusOf } from '../../../../test/support/calendar';
import type { Someone } from '../../../../test/support/someone';

const reason = 'Travaux dans la salle';
const days = (...dates: string[]) => dates.map((date) => ({ date, start: '09:00', end: '12:00' }));

describe('the agenda of a person', () => {
  let t: TestApp;
  let host: Someone;
  let manager: Someone;
  let officer: Someone;
  beforeAll(async () => {
    t = await testApp();
    [host, manager, officer] = [await t.as('venue_host'), await t.as('course_manager'), await t.as('training_officer')];
  });
  afterAll(() => t.close());

  const renew = async (who: Someone, kind = '') => new URL(((await who.post(`/me/${kind}calendar-feed`).expect(200)).body as { url: string }).url).pathname;
  const read = async (path: string) => (await t.anyone.get(path).expect(200).expect('content-type', /text\/calendar/)).text;
  const events = async (path: string) => eventsOf(await read(path));
  const brief = (event: ICAL.Event) => [event.uid, statusOf(event), event.summary];
  const isLater = (now: ICAL.Event[], before: ICAL.Event[]) => now.every((event, n) => event.uid === before[n]!.uid && event.sequence > before[n]!.sequence);
  const agent = () => t.as('agent', { organisationId: officer.organisationId });
  const title = async (id: string) => (await t.db.one<{ title: string }>('select c.title from training.session s join training.course c on c.id = s.course_id where s.id = $1', [id]))!.title;

  it('tells what is asked, waited for and attended, half-day by half-day, and nothing of anybody else', async () => {
    const session = await t.a.session({ manager, host, capacity: 1, slots: days(inDays(20), inDays(21)) });
    const [first, second] = [await agent(), await agent()];
    const name = await title(session.id);
    const uids = [`${session.id}-1@relais`, `${session.id}-2@relais`];
    const [mine, theirs] = [await renew(first), await renew(second)];
    expect(await events(mine)).toEqual([]);
    const one = await t.a.enrolment(first, session.id);
    expect((await events(mine)).map(brief)).toEqual(uids.map((uid) => [uid, 'TENTATIVE', `Demandée\u202f: ${name}`]));
    const other = await t.a.enrolment(second, session.id);
    await officer.post(`/enrolments/${one.id}/validate`).expect(200);
    await officer.post(`/enrolments/${other.id}/validate`).expect(200);
    const attended = await events(mine);
    expect(attended.map(brief)).toEqual(uids.map((uid) => [uid, 'CONFIRMED', name]));
    expect(attended.map((event) => [event.duration.toSeconds(), event.component.getFirstPropertyValue('url')])).toEqual(uids.map(() => [3 * 3600, expect.stringMatching(new RegExp(`/sessions/${session.code}$`))]));
    expect(attended[0]!.location).toMatch(/^Salle 1, Lieu /);
    const waited = await events(theirs);
    expect(waited.map(brief)).toEqual(uids.map((uid) => [uid, 'TENTATIVE', `En attente\u202f: ${name}`]));
    for (const text of [await read(mine), await read(theirs)])
      for (const person of [first, second, manager, session.trainer]) expect(text).not.toMatch(new RegExp(`${person.displayName.split(' ')[1]}\\b|${person.email}`));

    await first.post(`/enrolments/${one.id}/withdraw`).expect(200);
    const gone = await events(mine);
    expect([gone.map(statusOf), isLater(gone, attended)]).toEqual([['CANCELLED', 'CANCELLED'], true]);
    const offered = await events(theirs);
    expect([offered.map(statusOf), isLater(offered, waited)]).toEqual([['TENTATIVE', 'TENTATIVE'], true]);
    await t.a.enrolment(first, session.id);
    const again = await events(mine);
    expect([again.map(statusOf), isLater(again, gone)]).toEqual([['TENTATIVE', 'TENTATIVE'], true]);
  });

  it('follows a session that is put off, then cancelled: the same name, a higher sequence', async () => {
    const session = await t.a.session({ manager, host, slots: days(inDays(22)) });
    const who = await agent();
    const { id } = await t.a.enrolment(who, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    const [mine, given] = [await renew(who), await renew(session.trainer, 'trainer-')];
    const before = [await events(mine), await events(given)];
    const { headers } = await t.anyone.get(mine).expect(200);
    await t.anyone.get(mine).set('If-None-Match', headers.etag!).expect(304);
    await manager.post(`/sessions/${session.id}/postpone`, { reason, slots: days(inDays(32)) }).expect(200);
    const after = [await events(mine), await events(given)];
    expect(after.map(([event]) => event!.startDate.toString().slice(0, 10))).toEqual([inDays(32), inDays(32)]);
    expect(after.map((found, n) => isLater(found, before[n]!))).toEqual([true, true]);
    expect(after.map((found) => found.map(statusOf))).toEqual([['CONFIRMED'], ['TENTATIVE']]);
    await t.anyone.get(mine).set('If-None-Match', headers.etag!).expect(200);
    await manager.post(`/sessions/${session.id}/cancel`, { reason }).expect(200);
    const end = [await events(mine), await events(given)];
    expect(end.map((found, n) => [found.map(statusOf), isLater(found, after[n]!)])).toEqual([[['CANCELLED'], true], [['CANCELLED'], true]]);
  });

  it('shows a trainer what asks for them, what they accepted, and takes away what they declined', async () => {
    const trainer = await t.as('trainer');
    const { id: roomId } = await t.a.room(host);
    const { id: courseId } = await t.a.course(manager);
    const made = (await manager.post(`/courses/${courseId}/sessions`, { roomId, trainerIds: [trainer.id], capacity: 5, slots: days(inDays(25)) }).expect(201)).body as { id: string };
    const path = await renew(trainer, 'trainer-');
    const name = await title(made.id);
    const asked = await events(path);
    expect(asked.map(brief)).toEqual([[`${made.id}-1@relais`, 'TENTATIVE', `À confirmer\u202f: ${name}`]]);
    expect(asked[0]!.component.getFirstPropertyValue('url')).toBeNull();
    await t.a.accept(trainer, made.id);
    const accepted = await events(path);
    expect([accepted.map(brief), isLater(accepted, asked)]).toEqual([[[`${made.id}-1@relais`, 'CONFIRMED', name]], true]);
    await manager.post(`/sessions/${made.id}/trainers/replace`, { fromId: trainer.id, toId: (await t.as('trainer')).id, reason }).expect(200);
    const replaced = await events(path);
    expect([replaced.map(statusOf), isLater(replaced, accepted)]).toEqual([['CANCELLED'], true]);
  });

  it('is read at one secret address of each kind, renewed and stopped at once, which dies with the account', async () => {
    const who = await agent();
    const old = await renew(who);
    const fresh = await renew(who);
    await t.anyone.get(old).expect(404);
    await t.anyone.get(fresh).expect(200);
    expect((await who.get('/me/calendar-feed').expect(200)).body).toEqual({ createdAt: expect.any(String) as string, url: null });
    expect(await t.db.one('select count(*)::int as n from training.person_feed where person_id = $1', [who.id])).toEqual({ n: 1 });
    await t.anyone.get(fresh.replace('.ics', '')).expect(404);
    await t.anyone.get(`/person-calendars/${'x'.repeat(10_000)}.ics`).expect(({ status }) => expect(status).toBeLessThan(500));
    await who.delete('/me/calendar-feed').expect(204);
    await who.delete('/me/calendar-feed').expect(204);
    await t.anyone.get(fresh).expect(404);
    const last = await renew(who);
    await t.db.query('update identity.person set active = false where id = $1', [who.id]);
    await t.anyone.get(last).expect(404);
    await (await t.as('agent')).post('/me/trainer-calendar-feed').expect(403);
    await t.anyone.post('/me/calendar-feed').expect(401);
  });
});
