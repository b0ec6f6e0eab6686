import { Clock, Handlers, JobName, JobQueue } from '@app/platform';
import type { ParsedMail } from 'mailparser';
import { TestApp, testApp } from '../../../../test/support/app';
import { eventsOf } from '../../../../test/support/calendar';
import { Mailbox, openMailbox } from '../../../../test/support/mailbox';
import type { Someone } from '../../../../test/support/someone';

class HandClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead * 86_400_000);
  }
}

interface Saved {
  id: string;
  version: number;
  name: string;
}

describe('saved searches', () => {
  let t: TestApp;
  let mailbox: Mailbox;
  let reader: Someone;
  const clock = new HandClock();
  let queued: [JobName, unknown][] = [];
  const queue = { add: (name: JobName, payload: unknown) => Promise.resolve(void queued.push([name, payload])), onApplicationShutdown: () => undefined };

  beforeAll(async () => {
    mailbox = await openMailbox();
    t = await testApp({ env: { MAIL_URL: mailbox.url }, override: (b) => b.overrideProvider(Clock).useValue(clock).overrideProvider(JobQueue).useValue(queue) });
  });
  afterAll(async () => {
    await t.close();
    await mailbox.close();
  });
  beforeEach(async () => {
    clock.ahead = 0;
    reader = await t.as('agent');
    await t.settle();
    await t.db.query('delete from training.news');
  });

  const run = async (name: JobName, payload: unknown = {}) => t.app.get(Handlers).jobs.get(name)!(payload);
  const deliver = async () => {
    await t.settle();
    await run('mail.sweep');
    for (const [name, payload] of queued.splice(0)) await run(name, payload);
    queued = [];
  };
  const save = async (filters: object, { by = reader, name = 'Ma recherche', rhythm = 'daily' } = {}): Promise<Saved> =>
    (await by.post('/saved-searches', { name, filters, rhythm }).expect(201)).body as Saved;
  const digests = (someone = reader): ParsedMail[] => mailbox.at(someone.email).filter(({ subject }) => /nouveauté/.test(subject ?? ''));
  /** Tomorrow has come: news are told. */
  const tomorrow = async (times = 1) => {
    await t.settle();
    clock.ahead += 1;
    for (let n = 0; n < times; n++) await run('training.write_digests');
    await deliver();
  };

  it('are one’s own, renamed, taken off and put back', async () => {
    const { id, version } = await save({ q: 'rgpd', category: ['B'] });
    const edited = (await reader.patch(`/saved-searches/${id}`, { name: 'Données', rhythm: 'weekly' }, version).expect(200)).body as Saved;
    expect(edited).toMatchObject({ name: 'Données', rhythm: 'weekly', filters: { q: 'rgpd', category: ['B'] } });
    await reader.patch(`/saved-searches/${id}`, { name: 'Trop tard' }, version).expect(412);
    const other = await t.as('agent');
    await other.patch(`/saved-searches/${id}`, { name: 'À moi' }, edited.version).expect(404);
    await other.delete(`/saved-searches/${id}`).expect(404);
    await other.post(`/saved-searches/${id}/calendar-feed`).expect(404);
    await reader.delete(`/saved-searches/${id}`).expect(204);
    expect((await reader.get('/saved-searches').expect(200)).body).toEqual({ items: [] });
    await other.post(`/saved-searches/${id}/restore`).expect(404);
    await reader.post(`/saved-searches/${id}/restore`).expect(200);
    expect((await reader.get('/saved-searches').expect(200)).body.items).toHaveLength(1);
  });

  it('say what their codes are called, and nothing of places that are not public', async () => {
    const host = await t.as('venue_host');
    const draft = await t.a.venue(host);
    const { venueId } = await t.a.room(host);
    const open = (await t.db.one<{ slug: string; name: string }>('select slug, name from venues.venue where id = $1', [venueId]))!;
    await t.db.query(`insert into identity.metier (code, edition, label, family, domain) values ('M-1', '4', 'Secrétaire de mairie', 'F', 'D')`);
    await t.db.query(`insert into curriculum.framework (code, edition, label, licence) values ('F', '1', 'Cadre', 'X')`);
    const competency = (await t.db.one<{ id: string }>(`insert into curriculum.competency (framework_code, code, label) values ('F', '1', 'Collaborer') returning id`))!;
    await t.db.query(`update identity.commune set lat = 45.77, lon = 3.08 where code = '63113'`);
    const { id } = await save({ metier: ['M-1'], competency: [competency.id], departement: ['63'], venue: [open.slug, draft.slug], near: '63113' });
    const [mine] = ((await reader.get('/saved-searches').expect(200)).body as { items: { id: string; labels: object[] }[] }).items;
    expect(mine!.id).toBe(id);
    expect(mine!.labels).toEqual([
      { filter: 'competency', value: competency.id, label: 'Collaborer' },
      { filter: 'departement', value: '63', label: 'Puy-de-Dôme' },
      { filter: 'metier', value: 'M-1', label: 'Secrétaire de mairie' },
      { filter: 'near', value: '63113', label: 'Clermont-Ferrand' },
      { filter: 'venue', value: open.slug, label: open.name },
    ]);
  });

  it.each<[string, object, string]>([
    ['nothing asked', { name: 'X', filters: {}, rhythm: 'daily' }, '/filters'],
    ['no filters', { name: 'X', rhythm: 'daily' }, '/filters'],
    ['a filter of no list', { name: 'X', filters: { category: ['Z'] }, rhythm: 'daily' }, '/filters/category'],
    ['no name', { name: ' ', filters: { q: 'rgpd' }, rhythm: 'daily' }, '/name'],
    ['another rhythm', { name: 'X', filters: { q: 'rgpd' }, rhythm: 'hourly' }, '/rhythm'],
    ['a radius around nothing', { name: 'X', filters: { q: 'rgpd', radius: 10 }, rhythm: 'daily' }, '/radius'],
  ])('refuse %s', async (_, input, pointer) => {
    const { body } = await reader.post('/saved-searches', input).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('are twenty at most, even asked at once', async () => {
    for (let n = 0; n < 19; n++) await save({ q: 'rgpd' });
    const answers = await Promise.all([1, 2, 3].map(() => reader.post('/saved-searches', { name: 'X', filters: { q: 'rgpd' }, rhythm: 'never' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await reader.get('/saved-searches').expect(200)).body.items).toHaveLength(20);
  });

  it('tell in one mail what is new, once, and nothing when nothing is', async () => {
    const manager = await t.as('course_manager');
    await save({ q: 'apiculture' }, { name: 'Abeilles' });
    await save({ q: 'ruches' }, { name: 'Ruches' });
    await save({ q: 'introuvable' }, { name: 'Autre' });
    await t.a.course(manager, { title: 'Apiculture et ruches en ville' });
    await tomorrow(3);
    expect(digests()).toHaveLength(1);
    const [mail] = digests();
    expect(mail!.text).toContain('Apiculture et ruches en ville');
    expect(mail!.text!.match(/Apiculture/g)).toHaveLength(1);
    expect(mail!.text).not.toContain('Autre');
    await tomorrow();
    expect(digests()).toHaveLength(1);
  });

  it('wait for Monday, or for ever, when they are asked to', async () => {
    const manager = await t.as('course_manager');
    await save({ q: 'poterie' }, { rhythm: 'never' });
    const weekly = await t.as('agent');
    await save({ q: 'poterie' }, { by: weekly, rhythm: 'weekly' });
    await t.a.course(manager, { title: 'Poterie numérique' });
    await t.settle();
    clock.ahead += 7;
    await run('training.write_digests');
    await deliver();
    expect([digests().length, digests(weekly).length]).toEqual([0, 1]);
  });

  it('are told once by two workers at once', async () => {
    const manager = await t.as('course_manager');
    await save({ q: 'vannerie' });
    await t.a.course(manager, { title: 'Vannerie' });
    await t.settle();
    clock.ahead += 1;
    await Promise.all([1, 2, 3, 4].map(() => run('training.write_digests')));
    await deliver();
    expect(digests()).toHaveLength(1);
    expect(await t.db.one('select count(*)::int as n from training.digest where person_id = $1', [reader.id])).toEqual({ n: 1 });
  });

  it('tell of a session that opens, and of a seat freed in one that was full', async () => {
    const session = await t.a.session({ capacity: 1 });
    const agent = await t.as('agent');
    const officer = await t.as('training_officer', { organisationId: agent.organisationId });
    const { id } = await t.a.enrolment(agent, session.id);
    await officer.post(`/enrolments/${id}/validate`).expect(200);
    await t.settle();
    await t.db.query('delete from training.news');
    await save({ departement: ['63'] }, { name: 'Puy-de-Dôme' });
    await agent.post(`/enrolments/${id}/withdraw`).expect(200);
    await tomorrow();
    expect(digests()).toHaveLength(1);
    expect(digests()[0]!.text).toContain('Une place s’est libérée');
    // Sessions of people lapse in an hour: it is opened today, and known tomorrow.
    clock.ahead = 0;
    await t.a.session();
    clock.ahead = 1;
    await tomorrow();
    expect(digests()).toHaveLength(2);
    expect(digests()[1]!.text).toContain('Nouvelle session');
  });

  it('stop with one press in the mail, which no forged link does', async () => {
    const manager = await t.as('course_manager');
    await save({ q: 'dentelle' });
    await t.a.course(manager, { title: 'Dentelle' });
    await tomorrow();
    const list = digests()[0]!.headers.get('list') as unknown as { unsubscribe: { url: string } };
    const path = new URL(list.unsubscribe.url).pathname;
    await t.anyone.get(path).expect(302);
    const token = path.split('/').at(-2)!;
    expect((await t.anyone.get(`/unsubscriptions/${token}`).expect(200)).body).toEqual({ searches: 1 });
    await t.anyone.post(path.replace(token, `${token.slice(0, -1)}_`)).expect(404);
    expect((await t.anyone.get(`/unsubscriptions/${token}`).expect(200)).body).toEqual({ searches: 1 });
    await t.anyone.post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
    clock.ahead = 0;
    expect((await reader.get('/saved-searches').expect(200)).body.items[0].rhythm).toBe('never');
  });

  it('are read by calendars at a secret address, renewed and stopped at once', async () => {
    const session = await t.a.session();
    const { id } = await save({ q: 'formation', departement: ['63'] });
    const renew = async () => new URL(((await reader.post(`/saved-searches/${id}/calendar-feed`).expect(200)).body as { url: string }).url).pathname;
    const old = await renew();
    const { text } = await t.anyone.get(old).expect(200).expect('content-type', /text\/calendar/);
    expect(eventsOf(text).filter(({ uid }) => uid.startsWith(session.id)).map(({ uid, startDate, endDate }) => [uid, (endDate.toJSDate().getTime() - startDate.toJSDate().getTime()) / 3_600_000])).toEqual([[`${session.id}-1@relais`, 3], [`${session.id}-2@relais`, 3]]);
    expect(text).toMatch(/SEQUENCE:\d+/);
    const fresh = await renew();
    await t.anyone.get(old).expect(404);
    await t.anyone.get(fresh).expect(200);
    await reader.delete(`/saved-searches/${id}/calendar-feed`).expect(204);
    await t.anyone.get(fresh).expect(404);
  });
});
