import type { VenueDetail } from '@app/venues';
import { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';
import { inDays } from '../../../../test/support/builders';

const TILES = 'https://tuiles.example/{z}/{x}/{y}.png';

describe('the pages of a place', () => {
  let t: TestApp;
  let host: Someone;
  beforeAll(async () => {
    t = await testApp({ env: { MAP_TILES_URL: TILES } });
    host = await t.as('venue_host');
  });
  afterAll(() => t.close());

  const page = (url: string, someone?: Someone) =>
    t.app.inject({ method: 'GET', url, headers: someone && { cookie: `relais_session=${someone.token}` } });
  const draft = async (name: string): Promise<VenueDetail> =>
    (
      await host
        .post('/venues', {
          name, address: '1 quai du Port', communeName: 'Saint-Étienne', postalCode: '42000', latitude: 45.43, longitude: 4.39,
          phone: '+33477000000', website: 'https://port.example', summary: 'Un lieu </script> ouvert', fees: ['Gratuit'],
          services: ['Loisirs et créations numériques'],
          opening: { days: [[{ from: '09:00', to: '12:00' }], [], [], [], [], [], []], holidays: 'closed' },
        })
        .expect(201)
    ).body as VenueDetail;
  const published = async (name: string): Promise<VenueDetail> => {
    const { id } = await draft(name);
    await host.post(`/venues/${id}/rooms`, { name: 'Atelier', capacity: 10 }).expect(201);
    return (await host.post(`/venues/${id}/publish`).expect(200)).body as VenueDetail;
  };

  describe('the card', () => {
    it('may be framed by anyone, and runs, keeps and fetches nothing', async () => {
      const { slug } = await published('La <b>Fabrique</b> & co');
      const { statusCode, headers, body } = await page(`/lieux/${slug}/carte`);
      expect({ statusCode, type: headers['content-type'], cache: headers['cache-control'], resource: headers['cross-origin-resource-policy'] }).toEqual({
        statusCode: 200, type: 'text/html; charset=utf-8', cache: 'public, max-age=300', resource: 'cross-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors \*;/);
      expect(policy).not.toContain('script-src');
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
      expect(body).not.toMatch(/<script|<img|<link rel="(?!canonical)|\son\w+=/i);
      expect(body).toContain('La &lt;b&gt;Fabrique&lt;/b&gt; &amp; co');
    });

    it('is not there for a draft, not even for its host: whoever frames it is nobody', async () => {
      const { slug } = await draft('Brouillon à encadrer');
      for (const url of [`/lieux/${slug}/carte`, '/lieux/nulle-part/carte']) {
        const { statusCode, headers } = await page(url, host);
        expect(statusCode).toBe(404);
        expect(headers['content-security-policy']).not.toContain('frame-ancestors *');
      }
    });
  });

  it('tells machines where it is, when it opens and whether it is free', async () => {
    const { slug } = await published('Cyber-base du Port');
    const { body } = await page(`/lieux/${slug}`);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)!;
    expect(JSON.parse(json!)).toMatchObject({
      '@context': 'https://schema.org', '@type': ['Place', 'LocalBusiness'], name: 'Cyber-base du Port', description: 'Un lieu </script> ouvert', telephone: '+33477000000',
      url: expect.stringMatching(new RegExp(`/lieux/${slug}$`)) as string, sameAs: ['https://port.example'], isAccessibleForFree: true,
      address: { '@type': 'PostalAddress', streetAddress: '1 quai du Port', postalCode: '42000', addressLocality: 'Saint-Étienne', addressCountry: 'FR' },
      geo: { '@type': 'GeoCoordinates', latitude: 45.43, longitude: 4.39 },
      openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '09:00', closes: '12:00' }],
    });
  });

  it('lets the tile server of this deployment, and no other, draw the map', async () => {
    const { headers, body } = await page('/lieux');
    expect(/img-src ([^;]+)/.exec(String(headers['content-security-policy']))![1]!.split(' ')).toContain('https://tuiles.example');
    expect(body).toContain(`<meta name="relais:tiles" content="${TILES}"`);
    const bare = await testApp();
    const plain = await bare.app.inject({ method: 'GET', url: '/lieux' });
    expect(String(plain.headers['content-security-policy'])).not.toContain('tuiles');
    expect(plain.body).not.toContain('relais:tiles');
    await bare.close();
  });

  it('is drawn before it is in view for its host only, whoever asked just before', async () => {
    const { slug } = await draft('Pas encore en vue');
    const [colleague, other, administrator] = [
      await t.as('venue_host', { organisationId: host.organisationId }), await t.as('venue_host'), await t.as('administrator'),
    ];
    const status = async (someone?: Someone) => (await page(`/lieux/${slug}`, someone)).statusCode;
    expect([await status(), await status(host), await status(colleague), await status(administrator)]).toEqual([404, 200, 200, 200]);
    expect([await status(), await status(other)]).toEqual([404, 404]);
    expect((await page(`/lieux/${slug}`, host)).body).not.toContain('Pas encore en vue');
    expect((await page('/lieux/nulle-part', host)).statusCode).toBe(404);
  });

  describe('whether it is open', () => {
    it('is told to all once it is in view, and to its host before', async () => {
      const { slug } = await published('Ouvert le lundi');
      expect((await t.anyone.get(`/venues/${slug}/opening`).expect(200)).body).toMatchObject({ timeZone: 'Europe/Paris', isOpen: expect.any(Boolean) as boolean, closures: [] });
      const hidden = await draft('Ouvert bientôt');
      await t.anyone.get(`/venues/${hidden.slug}/opening`).expect(404);
      await host.get(`/venues/${hidden.id}/opening`).expect(200);
      for (const odd of ['%00', '..%2f..', '0', 'x'.repeat(90)]) expect((await t.anyone.get(`/venues/${odd}/opening`)).status).toBe(404);
    });

    it('follows a place made one with another', async () => {
      const [kept, other] = [await published('Médiathèque gardée'), await published('Médiathèque réunie')];
      await t.db.query(`update venues.venue set status = 'withdrawn', merged_into = $2 where id = $1`, [other.id, kept.id]);
      await t.db.query(`insert into venues.closure (venue_id, period, reason) values ($1, daterange($2::date, $2::date + 1), 'Travaux')`, [kept.id, inDays(0)]);
      for (const name of [other.slug, other.id])
        expect((await t.anyone.get(`/venues/${name}/opening`).expect(200)).body).toMatchObject({ isOpen: false, closures: [{ reason: 'Travaux' }] });
      expect((await page(`/lieux/${other.slug}`)).headers.location).toBe(`/lieux/${kept.slug}`);
      await t.db.query(`update venues.venue set merged_into = null where id = $1`, [other.id]);
    });
  });
});
