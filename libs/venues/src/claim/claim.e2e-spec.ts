import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import { ClaimPage, ClaimView } from './claim.dto';
import { ClaimService } from './claim.service';

const SIRET = '43493312300029';
const DAY_MS = 86_400_000;

describe('claims over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let rival: Someone;
  let administrator: Someone;
  let count = 0;

  beforeAll(async () => {
    t = await testApp();
    administrator = await t.as('administrator');
  });
  beforeEach(async () => {
    host = await t.as('venue_host');
    rival = await t.as('venue_host');
  });
  afterAll(() => t.close());

  /** An entry of an imported directory. */
  const entry = async ({ pivot = null, emails = ['accueil@epn.example', 'second@epn.example'] }: { pivot?: string | null; emails?: string[] } = {}): Promise<string> =>
    (await t.db.one<{ id: string }>(
      `insert into venues.venue (source, source_id, slug, search_text, name, time_zone, status, pivot, emails)
       values ('annuaire', $1, $1, 'epn', 'EPN du Port', 'Europe/Paris', 'published', $2, $3) returning id`,
      [`lieu-${++count}`, pivot, emails],
    ))!.id;
  const asked = async (who: Someone, venueId: string): Promise<ClaimView> => (await who.post(`/venues/${venueId}/claim`).expect(200)).body as ClaimView;
  const mails = async (venueId: string) => {
    await t.settle();
    return t.db.query<{ to: string; template: string; link: string; body: string }>(
      `select m.to_address as to, m.template, m.link_path as link, m.body from notifications.message m join platform.outbox e on e.id = m.event_id
         join venues.claim c on c.id = (e.payload->>'claimId')::uuid where c.venue_id = $1 order by m.id`,
      [venueId],
    );
  };
  const linkOf = async (venueId: string): Promise<string> =>
    (await mails(venueId)).find(({ template }) => template === 'claim_to_place')!.link.replace('/reponse-lieu/', '/claim-links/');
  const operatorOf = async (id: string) => (await t.db.one<{ operator_id: string | null }>('select operator_id from venues.venue where id = $1', [id]))!.operator_id;

  describe('by the same SIRET', () => {
    it('are granted at once, and the place is completed before it is seen again', async () => {
      const organisationId = await t.a.organisation({ kind: 'venue_operator', siret: SIRET });
      const holder = await t.as('venue_host', { organisationId });
      const id = await entry({ pivot: SIRET });
      expect((await holder.get(`/venues/${id}`).expect(200)).body).toMatchObject({ actions: ['claim'] });
      expect(await asked(holder, id)).toMatchObject({ status: 'granted', way: 'siret', organisation: { id: organisationId } });
      expect((await holder.get(`/venues/${id}`).expect(200)).body).toMatchObject({ operator: { id: organisationId }, status: 'draft' });
      expect((await holder.post(`/venues/${id}/claim`).expect(409)).body).toMatchObject({ code: 'venue.already_yours' });
      expect((await host.post(`/venues/${id}/claim`)).status).toBe(404);
    });
  });

  describe('by the answer of the place', () => {
    it('are told to the place, to who asks and to administrators; the address is not shown whole', async () => {
      const id = await entry();
      expect(await asked(host, id)).toMatchObject({ status: 'asked', sentTo: 'a•••@epn.example', askedBy: host.displayName });
      const sent = await mails(id);
      expect(sent.map(({ template, to }) => [template, to])).toEqual([
        ['claim_to_place', 'accueil@epn.example'],
        ['claim_asked', host.email],
        ['claim_to_decide', administrator.email],
      ]);
      for (const answer of [await host.get('/claims/mine'), await host.get('/me/messages')]) expect(answer.text).not.toContain('accueil@');
    });

    it('are answered once by the link; reading it answers nothing', async () => {
      const id = await entry();
      await asked(host, id);
      const link = await linkOf(id);
      for (let read = 0; read < 3; read++)
        expect((await t.anyone.get(link).expect(200)).body).toMatchObject({ status: 'asked', venue: { name: 'EPN du Port' }, askedBy: host.displayName });
      expect(await operatorOf(id)).toBeNull();
      expect((await t.anyone.post(link, { answer: 'yes' }).expect(200)).body).toMatchObject({ status: 'granted' });
      expect(await operatorOf(id)).toBe(host.organisationId);
      for (const answer of ['yes', 'no'])
        expect((await t.anyone.post(link, { answer }).expect(409)).body).toMatchObject({ code: 'claim.already_answered', from: 'granted' });
      expect((await mails(id)).map(({ template }) => template)).toEqual(expect.arrayContaining(['claim_granted', 'claim_granted_to_place']));
    });

    it('may be no', async () => {
      const id = await entry();
      await asked(host, id);
      await t.anyone.post(await linkOf(id), { answer: 'no' }).expect(200);
      expect(await operatorOf(id)).toBeNull();
      expect((await host.get('/claims/mine').expect(200)).body).toMatchObject({ items: [{ status: 'refused', way: 'mail' }] });
      expect((await mails(id)).at(-1)).toMatchObject({ template: 'claim_refused', to: host.email });
      expect(await asked(host, id)).toMatchObject({ status: 'asked' });
    });

    it('tell altered, unknown and lapsed links apart', async () => {
      const id = await entry();
      await asked(host, id);
      const link = await linkOf(id);
      for (const wrong of [`${link}x`, link.slice(0, -1), link.toUpperCase(), '/claim-links/x', `/claim-links/${'a'.repeat(190)}`, '/claim-links/%00']) {
        expect((await t.anyone.get(wrong)).status).toBe(404);
        expect((await t.anyone.post(wrong, { answer: 'yes' })).status).toBe(404);
      }
      await t.anyone.post(link, { answer: 'peut-être' }).expect(422);
      await t.anyone.post(link, {}).expect(422);
      await t.db.query(`update venues.claim set asked_at = asked_at - interval '40 days', deadline = deadline - interval '40 days' where venue_id = $1`, [id]);
      expect((await t.anyone.post(link, { answer: 'yes' }).expect(409)).body).toMatchObject({ code: 'claim_link.lapsed' });
      await t.app.get(ClaimService).lapse();
      expect((await t.anyone.post(link, { answer: 'yes' }).expect(409)).body).toMatchObject({ code: 'claim.already_answered', from: 'lapsed' });
      expect((await mails(id)).at(-1)).toMatchObject({ template: 'claim_lapsed', to: host.email });
    });

    it('count once, whoever answers first', async () => {
      const id = await entry();
      const { id: claim } = await asked(host, id);
      await asked(rival, id);
      const link = await linkOf(id);
      const answers = await Promise.all([
        t.anyone.post(link, { answer: 'yes' }),
        t.anyone.post(link, { answer: 'no' }),
        administrator.post(`/claims/${claim}/approve`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });
  });

  describe('by an administrator', () => {
    it('are listed, then approved: those of others lapse', async () => {
      const id = await entry({ emails: [] });
      const { id: claim, sentTo } = await asked(host, id);
      expect(sentTo).toBeNull();
      await asked(rival, id);
      const { items } = (await administrator.get('/claims?status=asked&limit=100').expect(200)).body as ClaimPage;
      expect(items.filter(({ venue }) => venue.id === id)).toHaveLength(2);
      await administrator.post(`/claims/${claim}/approve`).expect(200);
      expect(await operatorOf(id)).toBe(host.organisationId);
      expect((await rival.get('/claims/mine').expect(200)).body).toMatchObject({ items: [{ status: 'lapsed' }] });
      const told = (await mails(id)).slice(-2).map(({ template, to }) => `${template} ${to}`);
      expect(told.sort()).toEqual([`claim_granted ${host.email}`, `claim_lapsed ${rival.email}`].sort());
    });

    it('are refused with a reason, which is told', async () => {
      const id = await entry();
      const { id: claim } = await asked(host, id);
      expect((await administrator.post(`/claims/${claim}/refuse`, { reason: ' ' }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
      await administrator.post(`/claims/${claim}/refuse`, { reason: 'Sans lien avec ce lieu' }).expect(200);
      expect((await host.get('/claims/mine').expect(200)).body).toMatchObject({ items: [{ status: 'refused', reason: 'Sans lien avec ce lieu' }] });
      expect((await mails(id)).at(-1)!.body).toContain('Sans lien avec ce lieu');
      await administrator.post(`/claims/${claim}/approve`).expect(409);
    });
  });

  it('are one at a time for an organisation, however often it asks', async () => {
    const id = await entry();
    const colleague = await t.as('venue_host', { organisationId: host.organisationId });
    const answers = await Promise.all([host, host, colleague].map((who) => who.post(`/venues/${id}/claim`)));
    expect(new Set(answers.map(({ body }) => (body as ClaimView).id)).size).toBe(1);
    expect((await mails(id)).filter(({ template }) => template === 'claim_to_place')).toHaveLength(1);
    await expect(
      t.db.query(`insert into venues.claim (venue_id, organisation_id, person_id, asked_at, deadline) values ($1, $2, $3, now(), now())`, [id, host.organisationId, host.id]),
    ).rejects.toThrow(/uq_claim_live/);
  });

  it('are refused on a place somebody holds', async () => {
    const { venueId } = await t.a.room(host);
    expect((await rival.post(`/venues/${venueId}/claim`).expect(409)).body).toMatchObject({ code: 'venue.already_operated' });
  });

  it('are asked for one of one’s own organisations', async () => {
    const id = await entry();
    expect((await host.post(`/venues/${id}/claim`, { organisationId: rival.organisationId }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/organisationId' }] });
    const second = await t.a.organisation({ kind: 'venue_operator' });
    await t.db.query(`insert into identity.membership (person_id, organisation_id, role, valid_from) values ($1, $2, 'venue_host', '2015-01-01')`, [host.id, second]);
    expect((await host.post(`/venues/${id}/claim`).expect(422)).body).toMatchObject({ errors: [{ pointer: '/organisationId' }] });
    expect((await host.post(`/venues/${id}/claim`, { organisationId: second }).expect(200)).body).toMatchObject({ organisation: { id: second } });
  });

  it('do not bother a place, nor fill the list of administrators', async () => {
    const id = await entry();
    for (let asking = 0; asking < 4; asking++) await asked(await t.as('venue_host'), id);
    expect((await mails(id)).filter(({ template }) => template === 'claim_to_place')).toHaveLength(3);
    for (let asking = 0; asking < 10; asking++) await asked(host, await entry());
    expect((await host.post(`/venues/${await entry()}/claim`).expect(429)).body).toMatchObject({ code: 'claim.too_many' });
    await t.db.query('update venues.claim set asked_at = $2 where person_id = $1', [host.id, new Date(Date.now() - DAY_MS)]);
    await asked(host, await entry());
  });

  it('are forgotten: the address and the link after 90 days, what led to nothing after two years, what still holds never', async () => {
    const [refused, granted, waiting] = [await entry(), await entry(), await entry()];
    const ids = [await asked(host, refused), await asked(rival, granted), await asked(host, waiting)].map(({ id }) => id);
    await administrator.post(`/claims/${ids[0]}/refuse`, { reason: 'Pas vous' }).expect(200);
    await administrator.post(`/claims/${ids[1]}/approve`).expect(200);
    const left = async (age: string) => {
      await t.db.query(`update venues.claim set asked_at = asked_at - $2::interval, decided_at = decided_at - $2::interval where id = any($1)`, [ids, age]);
      await t.app.get(ClaimService).forget();
      const rows = await t.db.query<{ id: string; told: boolean }>('select id, link_token is not null and sent_to is not null as told from venues.claim where id = any($1)', [ids]);
      return ids.map((id) => rows.find((row) => row.id === id)?.told ?? 'gone');
    };
    expect(await left('89 days')).toEqual([true, true, true]);
    expect(await left('2 days')).toEqual([false, false, true]);
    expect(await left('2 years')).toEqual(['gone', false, true]);
    await t.db.query('update venues.venue set operator_id = null where id = $1', [granted]);
    expect(await left('1 day')).toEqual(['gone', 'gone', true]);
  });

  it('turn their pages', async () => {
    for (let asking = 0; asking < 3; asking++) await asked(host, await entry());
    const first = (await host.get('/claims/mine?limit=2').expect(200)).body as ClaimPage;
    const rest = (await host.get(`/claims/mine?limit=2&cursor=${first.nextCursor}`).expect(200)).body as ClaimPage;
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    await host.get('/claims/mine?status=perdue').expect(422);
  });
});
