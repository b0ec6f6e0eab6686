import { Clock } from '@app/platform';
import { Someone } from '../../../../test/support/someone';
import { TestApp, testApp } from '../../../../test/support/app';
import { searchTextOf } from '../venue/text.rules';
import { DirectoryPage, MapPoints } from './directory.dto';

const CREATE = 'Loisirs et créations numériques';
const PRESENT = { departement_code: '63', name: 'Espace public numérique' };

describe('the directory', () => {
  let t: TestApp;
  let host: Someone;
  let count = 0;

  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    await t.db.query(
      `with r as (insert into identity.region values ('84', 'AURA')), d as (insert into identity.departement values ('63', 'Puy-de-Dôme', '84', 'Europe/Paris', 'metropole'))
       insert into identity.commune (code, name, search_name, departement_code, region_code, postal_codes, lat, lon)
       values ('63113', 'Clermont-Ferrand', 'clermont ferrand', '63', '84', '{63000}', 45.78, 3.08), ('63999', 'Nulle-Part', 'nulle part', '63', '84', '{}', null, null)`,
    );
    await place({ name: 'Cyber-base de l’Œuvre', commune_name: 'Évry', departement_code: '91', services: [CREATE] });
    await place({ name: 'Bibliothèque Aimé-Césaire', commune_name: 'Évry', departement_code: '91', summary: 'Imprimantes 3D et wifi/tablettes' });
    await place({ name: 'Médiathèques du Val', commune_name: 'Riom', description: 'Tout près de Clermont', postal_code: '63200' });
    await place({ ...PRESENT, commune_name: 'Clermont-Ferrand', latitude: 45.78, longitude: 3.08, fees: ['Gratuit'], care: ['Surdité'] });
    await place({ name: 'À Cournon', latitude: 45.74, longitude: 3.19, publics: ['Seniors'], programmes: ['France Services'], typologies: ['CCAS'] });
    await place({ name: 'À Issoire', latitude: 45.54, longitude: 3.25, labels: ['ORDI 3.0'], accesslibre_url: 'https://acceslibre.beta.gouv.fr/x' });
    await place({ name: 'Sans position', departement_code: '63' });
    await place({ name: 'Brouillon', latitude: 45.78, longitude: 3.08, status: 'draft' });
  });
  afterAll(() => t.close());

  /** An entry of an imported directory. */
  const place = async (fields: Record<string, unknown> & { name: string; commune_name?: string }): Promise<void> => {
    count += 1;
    const row = { source: 'annuaire', source_id: String(count), slug: `lieu-${count}`, status: 'published', time_zone: 'Europe/Paris', ...fields };
    const text = searchTextOf(fields.name, fields.commune_name ?? null);
    const columns = Object.keys({ ...row, search_text: '' });
    await t.db.query(
      `insert into venues.venue (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::venues.venue, $1)`,
      [JSON.stringify({ ...row, search_text: text })],
    );
  };
  const ask = async (query: string): Promise<DirectoryPage> => (await t.anyone.get(`/venues?${query}`).expect(200)).body as DirectoryPage;
  const names = async (query: string): Promise<string[]> => (await ask(query)).items.map(({ name }) => name);
  const q = (text: string) => names(`q=${encodeURIComponent(text)}`);

  describe('words', () => {
    it.each([
      ['evry', 2], ['ÉVRY', 2], ['E\u0301vry', 2], ['oeuvre', 1], ['l’œuvre', 1], ["l'Oeuvre d'Évry", 1], ['evry césaire', 1], ['médiathèque', 1], ['MEDIATHEQUES', 1],
      ['biblio', 1], ['imprimante', 1], ['tablette', 1], ['63200', 1], ['ccas', 1], ['création numérique', 1], ['cyber base', 1], ['cyberbase', 0], ['evry riom', 0],
    ])('%s finds %i', async (words, expected) => expect(await q(words)).toHaveLength(expected));

    it('weigh more in a name or a commune than in a description', async () =>
      expect(await q('clermont')).toEqual(['Espace public numérique', 'Médiathèques du Val']));

    it('without meaning are searched when alone', async () => {
      expect(await q('le la les')).toEqual([]);
      expect(await q('la médiathèque de la ville'.replace(' de la ville', ''))).toEqual(['Médiathèques du Val']);
    });

    it('that cannot be written in a name find nothing', async () => {
      for (const words of ['🙂', 'مكتبة', '!!!', ':*', "'", '& |', '<->', '\\', '%', '_', '():*&!|<2>']) expect(await q(words)).toEqual([]);
    });

    it('of ten thousand letters, or with direction marks, are refused', async () => {
      for (const words of ['a'.repeat(10_000), 'mot%20'.repeat(800), '%E2%80%AE', '%00']) await t.anyone.get(`/venues?q=${words}`).expect(422);
      await t.anyone.get(`/venues?q=${'mot%20'.repeat(30)}`).expect(200);
    });

    it('follow what a place says of itself', async () => {
      const { id } = (await host.post('/venues', { name: 'Le Fournil' }).expect(201)).body as { id: string };
      await t.db.query(`update venues.venue set status = 'published', operator_id = null where id = $1`, [id]);
      expect(await q('boulange')).toEqual([]);
      await t.db.query(`update venues.venue set summary = 'Ancienne boulangerie' where id = $1`, [id]);
      expect(await q('boulangeries')).toEqual(['Le Fournil']);
      await t.db.query(`delete from venues.venue where id = $1`, [id]);
    });
  });

  describe('near', () => {
    const HERE = 'lat=45.7801&lon=3.0801';
    const radians = (degrees: number) => (degrees * Math.PI) / 180;
    const from = (latitude: number, longitude: number) => {
      const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
      const chord = half(45.7801, latitude) + Math.cos(radians(45.7801)) * Math.cos(radians(latitude)) * half(3.0801, longitude);
      return Math.round(2 * 6_371_000 * Math.asin(Math.sqrt(chord)));
    };

    it('gives the nearest first, in metres, and those without position apart', async () => {
      const { items, total } = await ask(HERE);
      expect(items.map(({ name, distanceMetres }) => [name, distanceMetres])).toEqual([
        ['Espace public numérique', from(45.78, 3.08)], ['À Cournon', from(45.74, 3.19)], ['À Issoire', from(45.54, 3.25)],
      ]);
      expect(total).toBeNull();
      expect(await ask('located=false&limit=1')).toMatchObject({ items: [{ distanceMetres: null }], total: 4 });
    });

    it('keeps what is within the radius', async () => {
      expect(await ask(`${HERE}&radius=10`)).toMatchObject({ total: 2, items: [{ distanceMetres: from(45.78, 3.08) }, { distanceMetres: from(45.74, 3.19) }] });
      expect(await names(`${HERE}&radius=9`)).toEqual(['Espace public numérique']);
    });

    it('starts from a commune as well', async () => {
      expect(await names('commune=63113&radius=12&sort=name')).toEqual(['À Cournon', 'Espace public numérique']);
      expect((await t.anyone.get('/venues?commune=63999').expect(422)).body).toMatchObject({ errors: [{ code: 'directory.commune_unlocated' }] });
      expect((await t.anyone.get('/venues?commune=01000').expect(422)).body).toMatchObject({ errors: [{ code: 'directory.commune_unknown' }] });
    });

    it('crosses the antimeridian and the poles', async () => {
      expect((await ask('lat=90&lon=0')).items).toHaveLength(3);
      expect((await ask('lat=-45.78&lon=-176.92')).items.at(-1)).toMatchObject({ name: 'Espace public numérique' });
    });

    it.each([
      'lat=NaN&lon=3', 'lat=91&lon=3', 'lat=1,5&lon=3', 'lat=45&lon=181', 'lat=1e1&lon=3', 'lat=45', 'lon=3', 'radius=5', 'sort=distance', `${HERE}&radius=0`,
      `${HERE}&radius=1000000000`, `${HERE}&radius=1.5`, 'lat=45&lat=46&lon=3', 'commune=nulle', 'sort=price', 'service=x', 'departement=999', 'label=x', 'accessible=yes', 'typology=constructor',
      'public=Seniors&public=x', 'public=Seniors&public=Seniors', 'service=', 'charter=false', 'charter=true&charter=true',
      Array.from({ length: 400 }, () => 'fee=Gratuit').join('&'),
    ])('refuses %s', async (query) => void (await t.anyone.get(`/venues?${query}`).expect(422)));
  });

  it.each([
    [`service=${encodeURIComponent(CREATE)}`, ['Cyber-base de l’Œuvre']], ['departement=91&q=cesaire', ['Bibliothèque Aimé-Césaire']], ['fee=Gratuit', ['Espace public numérique']],
    [`care=${encodeURIComponent('Surdité')}`, ['Espace public numérique']], ['public=Seniors', ['À Cournon']], ['label=France%20Services', ['À Cournon']], ['label=ORDI%203.0', ['À Issoire']],
    ['typology=CCAS', ['À Cournon']], ['accessible=true', ['À Issoire']], ['public=Seniors&fee=Gratuit', []],
  ])('narrows to %s', async (query, expected) => expect(await names(query)).toEqual(expected));

  it('asks for all of several services, and any of several of the other values', async () => {
    const [first, second] = ['Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique'];
    await place({ name: 'Deux services', services: [first, second], publics: ['Jeunes'], fees: ['Payant'] });
    await place({ name: 'Un service', services: [first], labels: ['SUD LABS (PACA)'] });
    const every = (name: string, ...values: string[]) => values.map((value) => `${name}=${encodeURIComponent(value)}`).join('&');
    expect(await names(every('service', first))).toEqual(['Deux services', 'Un service']);
    expect(await names(every('service', first, second))).toEqual(['Deux services']);
    expect(await names(every('public', 'Jeunes', 'Seniors'))).toEqual(['À Cournon', 'Deux services']);
    expect(await names(`${every('public', 'Jeunes', 'Seniors')}&fee=Payant`)).toEqual(['Deux services']);
    expect(await names(every('label', 'SUD LABS (PACA)', 'France Services'))).toEqual(['À Cournon', 'Un service']);
    const { items } = (await t.anyone.get(`/venues/points?zoom=12&${every('public', 'Jeunes', 'Seniors')}`).expect(200)).body as MapPoints;
    expect(items.map(({ name }) => name)).toEqual(['À Cournon']);
    await t.db.query(`delete from venues.venue where name in ('Deux services', 'Un service')`);
  });

  it('keeps the places whose NetPublic charter is signed, in a version that is current', async () => {
    const signer = await t.as('venue_host');
    await t.db.query(`update venues.venue set operator_id = $1 where name in ('Brouillon', 'Sans position')`, [signer.organisationId]);
    await t.db.query(`insert into venues.room (venue_id, name, capacity) select id, 'Salle', 8 from venues.venue where operator_id = $1`, [signer.organisationId]);
    expect(await names('charter=true')).toEqual([]);
    await signer
      .post('/charter/adhesions', { organisationId: signer.organisationId, versionCode: '2015', signatoryName: 'Awa Payet', signatoryFunction: 'Maire', hostsCnfptSessions: false })
      .expect(201);
    expect(await names('charter=true')).toEqual(['Sans position']);
    await t.db.query('update venues.charter_adhesion set withdrawn_at = now(), withdrawn_by = $1', [signer.id]);
    expect(await names('charter=true')).toEqual([]);
    await t.db.query(`delete from venues.room where venue_id in (select id from venues.venue where operator_id = $1)`, [signer.organisationId]);
    await t.db.query(`update venues.venue set operator_id = null where operator_id = $1`, [signer.organisationId]);
  });

  it('counts a room that a wheelchair enters as accessible', async () => {
    await t.db.query(`insert into venues.room (venue_id, name, capacity, wheelchair_access) select id, 'Salle', 8, true from venues.venue where name = 'À Cournon'`);
    expect(await names('accessible=true')).toEqual(['À Cournon', 'À Issoire']);
  });

  it.each(['', 'q=e', 'lat=45.7801&lon=3.0801', 'q=numerique&sort=relevance', 'lat=45.7801&lon=3.0801&sort=name'])('turns the pages of %s without repeating or missing a place', async (query) => {
    const all = await names(`${query}&limit=100`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer: DirectoryPage = await ask(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...answer.items.map(({ name }) => name));
      cursor = answer.nextCursor;
    }
    expect(seen).toEqual(all);
  });

  it.each(['cursor=abc', `cursor=${Buffer.from('["x"]').toString('base64url')}`, 'price=1', 'public[]=x', 'public[a]=Seniors', 'label[constructor]=x'])('does not know %s', async (query) => void (await t.anyone.get(`/venues?${query}`).expect(400)));

  describe('open', () => {
    const clock = { now: new Date('2026-06-09T08:00:00Z') };
    const open = (query = 'open=now') => names(`q=ouvrable&sort=name&${query}`);
    /** Tuesdays and Fridays from nine to noon and from two to six; closed on holidays. */
    const hours = { week_hours: '{[1980,2160),[2280,2520),[6300,6480),[6600,6840)}', holiday_hours: '{}' };
    beforeAll(async () => {
      jest.spyOn(t.app.get(Clock), 'now').mockImplementation(() => clock.now);
      await t.db.query(
        `insert into identity.public_holiday values ('2026-07-14', 'metropole', 'x'), ('2026-07-14', 'alsace-moselle', 'x'), ('2026-04-03', 'alsace-moselle', 'Vendredi saint'),
           ('2026-05-22', '972-martinique', 'x') on conflict do nothing`,
      );
      const there = (name: string, time_zone: string, holiday_territory: string) => place({ name: `Ouvrable ${name}`, time_zone, holiday_territory, ...hours });
      await there('Nouméa', 'Pacific/Noumea', '988-nouvelle-caledonie');
      await there('Paris', 'Europe/Paris', 'metropole');
      await there('Fort-de-France', 'America/Martinique', '972-martinique');
      await there('Saint-Denis', 'Indian/Reunion', '974-la-reunion');
      await there('Strasbourg', 'Europe/Paris', 'alsace-moselle');
      await place({ name: 'Ouvrable on ne sait quand' });
    });
    afterAll(() => jest.restoreAllMocks());
    const [REUNION, PARIS, STRASBOURG, NOUMEA, MARTINIQUE] = ['Ouvrable Saint-Denis', 'Ouvrable Paris', 'Ouvrable Strasbourg', 'Ouvrable Nouméa', 'Ouvrable Fort-de-France'] as const;

    it.each([
      ['2026-06-09T08:00:00Z', [PARIS, STRASBOURG]], // ten in Paris, noon in La Réunion, four in the morning in Martinique
      ['2026-06-09T05:30:00Z', [REUNION, NOUMEA]], // half past nine in La Réunion, half past four in Nouméa
      ['2026-06-08T22:30:00Z', [NOUMEA]], // already Tuesday there
      ['2026-06-09T14:00:00Z', [MARTINIQUE, PARIS, STRASBOURG]], // ten in Martinique, four in the afternoon in Paris
      ['2026-06-09T10:00:00Z', [REUNION]], // noon sharp in Paris, two in La Réunion
      ['2026-07-14T08:00:00Z', []], // a holiday of the mainland
      ['2026-04-03T08:00:00Z', [PARIS]], // Good Friday, in Alsace only
      ['2026-05-22T14:00:00Z', [PARIS, STRASBOURG]], // the abolition of slavery, in Martinique only
      ['2026-03-31T07:00:00Z', [PARIS, REUNION, STRASBOURG]], // nine, summer time having begun
      ['2026-10-27T08:00:00Z', [PARIS, STRASBOURG]], // nine again, once it ended
      ['2026-10-27T07:30:00Z', [REUNION]],
    ])('now, at %s', async (now, expected) => {
      clock.now = new Date(now);
      expect((await open()).sort()).toEqual([...expected].sort());
    });

    it('at a day and hour of each clock', async () => {
      expect(await open('open=2026-06-09T09:00')).toHaveLength(5);
      expect((await open('open=2026-04-03T09:00')).sort()).toEqual([MARTINIQUE, NOUMEA, PARIS, REUNION].sort());
      for (const moment of ['2026-02-31T09:00', '2026-06-09', '2026-06-09T24:00', 'yesterday', '2026-06-09T09:00T09:00']) await t.anyone.get(`/venues?open=${moment}`).expect(422);
    });

    it('not while it is closed for works', async () => {
      await t.db.query(`insert into venues.closure (venue_id, period, reason) select id, '[2026-06-09,2026-06-10)', 'Travaux' from venues.venue where name = $1`, [PARIS]);
      expect((await open('open=2026-06-09T09:00')).sort()).toEqual([MARTINIQUE, NOUMEA, REUNION, STRASBOURG].sort());
      expect(await open('open=2026-06-12T09:00')).toHaveLength(5);
    });

    it('is told of each place, unknown when its hours are', async () => {
      clock.now = new Date('2026-06-16T08:00:00Z');
      const { items } = await ask('q=ouvrable');
      const told = Object.fromEntries(items.map(({ name, isOpen }) => [name, isOpen]));
      expect(told).toMatchObject({ [PARIS]: true, [MARTINIQUE]: false, 'Ouvrable on ne sait quand': null });
    });
  });

  it('counts together, for a map, what is less than a marker apart', async () => {
    const points = async (query: string) => (await t.anyone.get(`/venues/points?${query}`).expect(200)).body as MapPoints;
    expect(await points('zoom=0')).toMatchObject({ total: 3, items: [{ count: 3, slug: null, name: null }] });
    const apart = await points('zoom=12');
    expect(apart.items.map(({ name, count: n }) => [name, n])).toEqual([['Espace public numérique', 1], ['À Cournon', 1], ['À Issoire', 1]]);
    expect((await points('zoom=12&south=45.7&north=45.76&west=3&east=3.2')).items).toMatchObject([{ name: 'À Cournon', latitude: 45.74, longitude: 3.19 }]);
    expect((await points('zoom=12&public=Seniors')).total).toBe(1);
    for (const query of ['zoom=99', 'south=91', 'west=abc']) await t.anyone.get(`/venues/points?${query}`).expect(422);
  });
});
