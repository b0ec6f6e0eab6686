import { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';
import { ManagedVenues, VenueDetail } from './venue.dto';

const SIRET = '43493312300029';

describe('venues over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let otherHost: Someone;
  let administrator: Someone;

  beforeAll(async () => {
    t = await testApp();
    const organisationId = await t.a.organisation({ kind: 'venue_operator', siret: SIRET });
    host = await t.as('venue_host', { organisationId });
    otherHost = await t.as('venue_host');
    administrator = await t.as('administrator');
  });
  afterAll(() => t.close());

  const created = async (fields: object = {}): Promise<VenueDetail> => {
    const answer = await host.post('/venues', { name: 'Médiathèque du Port', ...fields }).expect(201);
    return answer.body as VenueDetail;
  };
  const complete = {
    address: '1 quai du Port',
    communeName: 'Saint-Étienne',
    postalCode: '42000',
    latitude: 45.43,
    longitude: 4.39,
  };
  const published = async (fields: object = {}): Promise<VenueDetail> => {
    const { id } = await created({ ...complete, ...fields });
    await host.post(`/venues/${id}/rooms`, { name: 'Atelier', capacity: 10 }).expect(201);
    return (await host.post(`/venues/${id}/publish`).expect(200)).body as VenueDetail;
  };
  /** An entry of an imported directory. */
  const entry = async (sourceId: string, pivot: string | null): Promise<string> =>
    (await t.db.one<{ id: string }>(
      `insert into venues.venue (source, source_id, slug, search_text, name, time_zone, status, pivot)
       values ('annuaire', $1, $1, 'epn', 'EPN', 'Europe/Paris', 'published', $2) returning id`,
      [sourceId, pivot],
    ))!.id;

  describe('a draft', () => {
    it('belongs to its host, with what may be done next', async () => {
      const venue = await created({ communeName: 'Brest' });
      expect(venue).toMatchObject({
        status: 'draft',
        slug: 'mediatheque-du-port-brest',
        operator: { id: host.organisationId },
        actions: ['edit', 'publish'],
        version: 1,
      });
    });

    it('is not there for anyone else', async () => {
      const { id, slug } = await created();
      for (const someone of [t.anyone, otherHost]) {
        await someone.get(`/venues/${id}`).expect(404);
        await someone.get(`/venues/${slug}`).expect(404);
      }
      await administrator.get(`/venues/${id}`).expect(200);
      await otherHost.post(`/venues/${id}/publish`).expect(404);
      await otherHost.patch(`/venues/${id}`, { name: 'À moi' }, 1).expect(404);
      await otherHost.post(`/venues/${id}/rooms`, { name: 'À moi', capacity: 5 }).expect(404);
    });

    it('says all that is missing before it can be published', async () => {
      const { id } = await created();
      const { body } = await host.post(`/venues/${id}/publish`).expect(422);
      expect(body).toMatchObject({ code: 'venue.incomplete' });
      expect((await host.get(`/venues/${id}/publication`).expect(200)).body).toEqual({ missing: (body as { errors: object[] }).errors });
      expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
        '/address',
        '/communeName',
        '/communeCode',
        '/rooms',
      ]);
    });

    it('gives a second place of the same name another address', async () => {
      const slugs = [await created({ name: 'Jumeau' }), await created({ name: 'Jumeau' })].map(
        ({ slug }) => slug,
      );
      expect(new Set(slugs).size).toBe(2);
    });

    it('is made once, however often the button is clicked', async () => {
      const click = () =>
        host.post('/venues', { name: 'Cliqué deux fois' }).set('Idempotency-Key', 'cle-de-test-venue');
      const [first, second] = [await click().expect(201), await click().expect(201)];
      expect((second.body as VenueDetail).id).toBe((first.body as VenueDetail).id);
    });

    it('keeps the clock of its territory', async () => {
      expect(await created({ postalCode: '97400' })).toMatchObject({
        departementCode: '974',
        timeZone: 'Indian/Reunion',
      });
    });
  });

  describe('edits', () => {
    it('need the version that was read', async () => {
      const { id, version } = await created();
      await host.patch(`/venues/${id}`, { summary: 'Ouvert à tous' }).expect(428);
      const { body, headers } = await host
        .patch(`/venues/${id}`, { summary: 'Ouvert à tous' }, version)
        .expect(200);
      expect(body).toMatchObject({ summary: 'Ouvert à tous', name: 'Médiathèque du Port', version: 2 });
      expect(headers.etag).toBe('"2"');
      await host.patch(`/venues/${id}`, { summary: 'Trop tard' }, version).expect(412);
    });

    it('take away what is emptied, and nothing else', async () => {
      const { id } = await created({
        ...complete,
        phone: '+33180059880',
        services: ['Accès internet et matériel informatique'],
      });
      const { body } = await host.patch(`/venues/${id}`, { phone: '' }, 1).expect(200);
      expect(body).toMatchObject({
        phone: null,
        services: ['Accès internet et matériel informatique'],
        address: '1 quai du Port',
      });
    });

    it('cannot leave a published place incomplete', async () => {
      const { id, version } = await published();
      const { body } = await host.patch(`/venues/${id}`, { address: null }, version).expect(422);
      expect(body).toMatchObject({ code: 'venue.incomplete', errors: [{ pointer: '/address' }] });
    });

    it.each([
      [{ name: null }, '/name'],
      [{ name: '' }, '/name'],
      [{ name: 'a'.repeat(256) }, '/name'],
      [{ name: 'x\u0000y' }, '/name'],
      [{ name: 'x\u202ey' }, '/name'],
      [{ name: ['a'] }, '/name'],
      [{ pivot: '00000000000000' }, '/pivot'],
      [{ pivot: '43493312300028' }, '/pivot'],
      [{ postalCode: '6300' }, '/postalCode'],
      [{ communeCode: '63999' }, '/communeCode'],
      [{ latitude: 91, longitude: 2 }, '/latitude'],
      [{ latitude: '1,5', longitude: 2 }, '/latitude'],
      [{ latitude: 45 }, '/longitude'],
      [{ website: 'javascript:alert(1)' }, '/website'],
      [{ bookingUrl: 'file:///etc/passwd' }, '/bookingUrl'],
      [{ services: ['Réparation de vélos'] }, '/services'],
      [{ services: null }, '/services'],
      [{ emails: ['pas une adresse'] }, '/emails'],
      [{ phone: '01 80 05 98 80' }, '/phone'],
    ])('refuse %j', async (change, pointer) => {
      const { id } = await created();
      const { body } = await host.patch(`/venues/${id}`, change, 1).expect(422);
      expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([
        pointer,
      ]);
    });

    it.each([{ status: 'published' }, { operatorId: null }, { slug: 'a' }, { version: 9 }, { unknown: 1 }])(
      'do not know %j',
      async (change) => {
        const { id } = await created();
        await host.patch(`/venues/${id}`, change, 1).expect(400);
      },
    );

    it.each(["O'Brien", 'Null', 'D’Ângelo-N’Guyen', '💻 Espace', '<b>Gras</b>', '=1+1'])(
      'accept the name %s as it is',
      async (name) => {
        const { id } = await created();
        expect((await host.patch(`/venues/${id}`, { name }, 1).expect(200)).body).toMatchObject({ name });
      },
    );
  });

  describe('publication', () => {
    it('shows the place to anyone, by id and by readable address, and tells the others', async () => {
      const venue = await published();
      expect(venue).toMatchObject({
        status: 'published',
        actions: ['edit', 'withdraw'],
        roomsCount: 1,
        rooms: [{ name: 'Atelier', capacity: 10 }],
      });
      for (const key of [venue.id, venue.slug])
        expect((await t.anyone.get(`/venues/${key}`).expect(200)).body).toMatchObject({
          id: venue.id,
          actions: [],
        });
      const facts = await t.db.query(
        `select 1 from platform.outbox where type = 'venues.venue_published' and payload->>'venueId' = $1`,
        [venue.id],
      );
      expect(facts).toHaveLength(1);
    });

    it('is taken back, then done again', async () => {
      const { id } = await published();
      await host.post(`/venues/${id}/publish`).expect(409);
      await host.post(`/venues/${id}/withdraw`).expect(200);
      await t.anyone.get(`/venues/${id}`).expect(404);
      await host.post(`/venues/${id}/publish`).expect(200);
    });
  });

  describe('a place its producer no longer lists', () => {
    const listed = async (query: string, who = administrator) => ((await who.get(`/venues/mine?${query}`).expect(200)).body as ManagedVenues).items;
    const gone = async (sourceId: string, operatorId: string | null = null): Promise<string> => {
      const id = await entry(sourceId, null);
      await t.db.query(`update venues.venue set gone_on = '2026-03-01', operator_id = $2, status = 'withdrawn' where id = $1`, [id, operatorId]);
      return id;
    };

    it('is found apart, until someone says that it is there all the same', async () => {
      const id = await gone('parti-1');
      expect(await listed('gone=true')).toMatchObject([{ id, goneOn: '2026-03-01', operatorName: null }]);
      const { body } = await administrator.get(`/venues/${id}`).expect(200);
      expect(body).toMatchObject({ goneOn: '2026-03-01', keptOn: null, actions: expect.arrayContaining(['keep']) as string[] });
      const kept = (await administrator.post(`/venues/${id}/keep`).expect(200)).body as VenueDetail;
      expect(kept).toMatchObject({ goneOn: '2026-03-01', keptOn: expect.stringMatching(/^\d{4}-/) as string });
      expect(kept.actions).not.toContain('keep');
      expect(await listed('gone=true')).toEqual([]);
      expect((await listed('limit=100')).find((place) => place.id === id)).toMatchObject({ goneOn: null });
      expect((await administrator.post(`/venues/${id}/keep`).expect(409)).body).toMatchObject({ code: 'venue.not_gone' });
    });

    it('is told to its host, and to no other', async () => {
      const id = await gone('parti-2', host.organisationId);
      expect(await listed('gone=true', host)).toMatchObject([{ id }]);
      expect(await listed('gone=true', otherHost)).toEqual([]);
      await otherHost.post(`/venues/${id}/keep`).expect(404);
      await host.post(`/venues/${id}/keep`).expect(200);
    });

    it('is searched by words among those one manages', async () => {
      expect((await listed('q=epn&limit=100')).every(({ name }) => name === 'EPN')).toBe(true);
      expect(await listed('q=introuvable')).toEqual([]);
      for (const query of ['gone=yes', 'gone=', `q=${'a'.repeat(300)}`, 'q=%00', 'limit=0']) await administrator.get(`/venues/mine?${query}`).expect(422);
    });
  });

  describe('the operator', () => {
    it('is set by an administrator, among organisations that hold places', async () => {
      const id = await entry('operator-1', null);
      await host.put(`/venues/${id}/operator`, { organisationId: host.organisationId }).expect(403);
      const employer = await t.a.organisation({ kind: 'employer' });
      await administrator.put(`/venues/${id}/operator`, { organisationId: employer }).expect(422);
      await administrator.put(`/venues/${id}/operator`, { organisationId: host.organisationId }).expect(200);
      expect((await host.get('/venues/mine?limit=100').expect(200)).text).toContain(id);
    });
  });

  describe('addresses', () => {
    it.each([
      '0',
      '-1',
      '9007199254740993',
      '1e3',
      "1'%20or%20'1'='1",
      '%00',
      'A'.repeat(150),
      '..%2f..%2fetc',
      '01890000-0000-7000-8000-000000000000',
    ])('has no place %.30s', async (key) => void (await t.anyone.get(`/venues/${key}`).expect(404)));
  });
});
