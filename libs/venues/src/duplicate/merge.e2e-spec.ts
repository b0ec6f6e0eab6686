import fc from 'fast-check';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import { VenueImport } from '../import/venue-import';
import { STANDARD_COLUMNS, type RawRow } from '../import/standard-header';
import type { DuplicateDetail, DuplicatePage } from './duplicate.dto';
import { MERGE_FIELD_NAMES, type MergeField } from './merge.rules';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
async function* file(...rows: RawRow[]): AsyncGenerator<Uint8Array> {
  const lines = rows.map((row) => STANDARD_COLUMNS.map((column) => quoted(row[column] ?? '')).join(','));
  yield await Promise.resolve(Buffer.from([STANDARD_COLUMNS.join(','), ...lines].join('\n')));
}
const place = (change: RawRow): RawRow => ({
  pivot: '00000000000000', nom: 'Espace numérique', commune: 'Reims', code_postal: '51100', code_insee: '51454', adresse: '1 rue du Port', date_maj: '2024-04-02', ...change,
});

describe('places that look alike', () => {
  let t: TestApp;
  let administrator: Someone;
  let host: Someone;

  beforeAll(async () => {
    t = await testApp();
    administrator = await t.as('administrator');
    host = await t.as('venue_host');
  });
  afterAll(() => t.close());

  const read = (producer: string, ...rows: RawRow[]) =>
    t.app.get(VenueImport).run({ stream: file(...rows), producer, apply: true, coverage: 'complete' });
  const proposals = async (status = 'proposed') =>
    (await administrator.get(`/duplicates?status=${status}&limit=100`).expect(200)).body as DuplicatePage;
  const detail = async (id: string) => (await administrator.get(`/duplicates/${id}`).expect(200)).body as DuplicateDetail;
  const pairOf = async (a: string, b: string) =>
    (await t.db.one<{ id: string }>('select id from venues.duplicate where first_id = least($1::uuid, $2) and second_id = greatest($1::uuid, $2)', [a, b]))?.id;
  const idOf = async (source: string, sourceId: string) =>
    (await t.db.one<{ id: string }>('select id from venues.venue where source = $1 and source_id = $2', [source, sourceId]))!.id;
  let count = 0;

  /** Two places of the same name in one commune, of two producers: their pair. */
  const twins = async (change: RawRow = {}, other: RawRow = {}) => {
    const n = (count += 1);
    const nom = `Cyberbase ${'abcdefghijklmnopqrstuvwxyz'[n % 26]!.repeat(6)}${n}`;
    await read(`un-${n}`, place({ id: '1', nom, code_insee: `51${100 + n}`, ...change }));
    await read(`deux-${n}`, place({ id: '1', nom, code_insee: `51${100 + n}`, ...other }));
    const [a, b] = [await idOf(`un-${n}`, '1'), await idOf(`deux-${n}`, '1')];
    return { a, b, n, nom, pair: (await pairOf(a, b))! };
  };
  const asked = async (pair: string, keep: string, take: MergeField[] = []) => {
    const { first, second } = await detail(pair);
    const [kept, other] = first.id === keep ? [first, second] : [second, first];
    return { keep, take, keptVersion: kept.version, otherVersion: other.version };
  };

  it.each<[string, RawRow, RawRow, string[] | null]>([
    ['the same name without accents nor legal form', { nom: 'Association Médiathèque du Port' }, { nom: 'MEDIATHEQUE LE PORT SARL' }, ['Même nom', 'Même rue', 'Distance inconnue']],
    ['near, with the same SIRET', { nom: 'Pôle numérique', pivot: '43493312300029', latitude: '49.25', longitude: '4.03' }, { nom: 'Cyber-espace', pivot: '43493312300029', latitude: '49.2509', longitude: '4.03', adresse: '3 place Royale' }, ['Même identifiant (SIRET, RNA ou RIDET)', 'À 100 m l’un de l’autre']],
    ['another street, and far', { nom: 'Point info', latitude: '49.25', longitude: '4.03' }, { nom: 'Point info', latitude: '49.27', longitude: '4.03' }, null],
    ['another name in the same street', { nom: 'Mission locale' }, { nom: 'Bibliothèque' }, null],
    ['streets written otherwise', { nom: 'Fabrique ouverte', adresse: '12 bis, av. du Gal de Gaulle' }, { nom: 'La Fabrique', adresse: 'Avenue du Gal de Gaulle' }, ['Même rue']],
  ])('%s', async (what, one, two, reasons) => {
    const n = (count += 1);
    await read(`un-${n}`, place({ id: '1', code_insee: `51${100 + n}`, ...one }));
    await read(`deux-${n}`, place({ id: '1', code_insee: `51${100 + n}`, ...two }));
    const pair = await pairOf(await idOf(`un-${n}`, '1'), await idOf(`deux-${n}`, '1'));
    if (reasons === null) expect(pair).toBeUndefined();
    else expect((await detail(pair!)).reasons).toEqual(expect.arrayContaining(reasons));
  });

  it('finds neighbours across two communes, and counts the pairs of a list', async () => {
    await read('limite-1', place({ id: '1', nom: 'Tiers-lieu des Forges', code_insee: '51001', latitude: '48.9', longitude: '4.1' }));
    expect(await read('limite-2', place({ id: '1', nom: 'Tiers lieu Les Forges', code_insee: '51002', latitude: '48.9003', longitude: '4.1' }))).toMatchObject({ duplicates: 1 });
  });

  it('compares those that follow one another when a commune has too many places to compare each with each', async () => {
    const crowd = Array.from({ length: 600 }, (_, n) => place({ id: `${n}`, nom: `Point numérique ${(n * 7919).toString(36)}`, adresse: `${n} rue ${(n * 104729).toString(36)}`, code_insee: '69123' }));
    await read('foule', ...crowd, place({ id: 'a', nom: 'Médiathèque Zola', adresse: '2 quai Perrache', code_insee: '69123' }));
    await read('autre', place({ id: 'b', nom: 'MEDIATHEQUE ZOLA SARL', adresse: '40 cours Zola', code_insee: '69123' }), place({ id: 'c', nom: 'Zola, médiathèque', adresse: '2, quai Perrache', code_insee: '69123' }));
    const zola = await idOf('foule', 'a');
    expect(await pairOf(zola, await idOf('autre', 'b'))).toBeDefined();
    expect(await pairOf(zola, await idOf('autre', 'c'))).toBeDefined();
  });

  it('compares a place made by hand once it is published', async () => {
    const { id } = await t.a.venue(host);
    const room = { name: 'Salle 1', capacity: 5 };
    await host.post(`/venues/${id}/rooms`, room).expect(201);
    const { name } = (await t.db.one<{ name: string }>('select name from venues.venue where id = $1', [id]))!;
    await read('main', place({ id: '1', nom: name, code_insee: '63113', code_postal: '63000', adresse: '1 place de la Mairie' }));
    await t.db.query('delete from venues.duplicate');
    await host.post(`/venues/${id}/publish`).expect(200);
    await t.settle();
    expect(await pairOf(id, await idOf('main', '1'))).toBeDefined();
  });

  it('is put away, and brought back', async () => {
    const { pair, n, nom } = await twins();
    expect((await administrator.post(`/duplicates/${pair}/dismiss`).expect(200)).body).toMatchObject({ status: 'dismissed', actions: ['reopen'] });
    await read(`un-${n}`, place({ id: '1', nom, code_insee: `51${100 + n}`, telephone: '+33180059880' }));
    expect((await detail(pair)).status).toBe('dismissed');
    await administrator.post(`/duplicates/${pair}/dismiss`).expect(409);
    expect((await administrator.post(`/duplicates/${pair}/reopen`).expect(200)).body).toMatchObject({ status: 'proposed' });
  });

  it('merges: the other leads to the kept one, whose chosen values imports leave alone', async () => {
    const { a, b, pair, n, nom } = await twins({ telephone: '+33180059880' }, { telephone: '+33180059881', site_web: 'https://b.fr' });
    const slugOf = async (id: string) => (await t.db.one<{ slug: string }>('select slug from venues.venue where id = $1', [id]))!.slug;
    const [kept, gone] = [await slugOf(a), await slugOf(b)];
    const merged = (await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a, ['phone', 'website'])).expect(200)).body as DuplicateDetail;
    expect(merged).toMatchObject({ status: 'merged', keptId: a, actions: ['undo'] });
    const shown = (await t.anyone.get(`/venues/${gone}`).expect(200)).body;
    expect(shown).toMatchObject({ id: a, slug: kept, phone: '+33180059881', website: 'https://b.fr' });
    const page = await t.app.inject({ method: 'GET', url: `/lieux/${gone}` });
    expect([page.statusCode, page.headers.location]).toEqual([308, `/lieux/${kept}`]);
    expect((await read(`un-${n}`, place({ id: '1', nom: `${nom} bis`, code_insee: `51${100 + n}`, telephone: '+33180059899' })))).toMatchObject({ changed: 1 });
    expect((await read(`deux-${n}`, place({ id: '1', nom: `${nom} ter`, code_insee: `51${100 + n}` })))).toMatchObject({ changed: 1, codes: { 'row.merged': 1 } });
    expect((await t.anyone.get(`/venues/${gone}`).expect(200)).body).toMatchObject({ id: a, name: `${nom} bis`, phone: '+33180059881' });
    await administrator.post(`/duplicates/${pair}/undo`).expect(200);
    expect((await t.anyone.get(`/venues/${gone}`).expect(200)).body).toMatchObject({ id: b, name: `${nom} ter`, phone: null });
    expect((await t.anyone.get(`/venues/${kept}`).expect(200)).body).toMatchObject({ id: a, phone: '+33180059880', website: null });
  });

  it('keeps the place that a host holds', async () => {
    const { a, b, pair } = await twins();
    await t.db.query('update venues.venue set operator_id = $2, status = $3 where id = $1', [b, host.organisationId, 'draft']);
    const answer = await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(409);
    expect(answer.body.code).toBe('duplicate.keep_operated');
    const other = await t.as('venue_host');
    await t.db.query('update venues.venue set operator_id = $2, status = $3 where id = $1', [a, other.organisationId, 'draft']);
    expect((await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(409)).body.code).toBe('duplicate.two_operators');
  });

  it('refuses a merge of what was changed since it was compared, or of another place', async () => {
    const { a, pair } = await twins();
    const stale = await asked(pair, a);
    await t.db.query('update venues.venue set version = version + 1 where id = $1', [a]);
    await administrator.post(`/duplicates/${pair}/merge`, stale).expect(412);
    await administrator.post(`/duplicates/${pair}/merge`, { ...stale, keep: '00000000-0000-7000-8000-000000000000' }).expect(422);
    await administrator.post(`/duplicates/${pair}/merge`, { ...stale, take: ['status'] }).expect(422);
  });

  it('decides once when two decide at once', async () => {
    const { a, b, pair } = await twins();
    const [one, two] = [await asked(pair, a), await asked(pair, b)];
    const answers = await Promise.all([administrator.post(`/duplicates/${pair}/merge`, one), administrator.post(`/duplicates/${pair}/merge`, two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('undoes merges in the reverse order', async () => {
    const { a, b, pair, n, nom } = await twins();
    await read(`trois-${n}`, place({ id: '1', nom, code_insee: `51${100 + n}` }));
    const c = await idOf(`trois-${n}`, '1');
    await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
    const next = (await pairOf(a, c))!;
    expect((await proposals()).items.map(({ id }) => id)).not.toContain(await pairOf(b, c));
    await administrator.post(`/duplicates/${next}/merge`, await asked(next, c)).expect(200);
    expect((await administrator.post(`/duplicates/${pair}/undo`).expect(409)).body.code).toBe('duplicate.kept_merged_since');
    await administrator.post(`/duplicates/${next}/undo`).expect(200);
    await administrator.post(`/duplicates/${pair}/undo`).expect(200);
  });

  /** All that is said of two places and of what they have, save versions. */
  const world = (ids: string[]) =>
    t.db.one(
      `select (select jsonb_agg(to_jsonb(v) - 'version' order by id) from venues.venue v where id = any($1)) as venues,
              (select jsonb_agg(to_jsonb(r) - 'version' order by id) from venues.room r where venue_id = any($1)) as rooms,
              (select jsonb_agg(to_jsonb(b) order by id) from venues.booking b where venue_id = any($1)) as bookings,
              (select jsonb_agg(to_jsonb(c) order by id) from venues.closure c where venue_id = any($1)) as closures,
              (select jsonb_agg(to_jsonb(p) - 'version' order by id) from venues.photo p where venue_id = any($1)) as photos,
              (select jsonb_agg(to_jsonb(e) order by id) from venues.equipment e where venue_id = any($1)) as equipment`,
      [ids],
    );

  it('undone, a merge has changed nothing, whatever the places have and whatever was chosen', async () => {
    const rooms = fc.uniqueArray(fc.constantFrom('Salle 1', 'Salle 2', 'Atelier', 'Fab lab'), { maxLength: 3 });
    const closures = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });
    const things = fc.uniqueArray(fc.constantFrom('Vidéoprojecteur', 'Ordinateur', 'Imprimante 3D'), { maxLength: 2 });
    const side = fc.record({ rooms, closures, things, photos: fc.integer({ min: 0, max: 7 }) });
    await fc.assert(
      fc.asyncProperty(side, side, fc.subarray(MERGE_FIELD_NAMES), fc.boolean(), async (one, two, take, keepsFirst) => {
        const { a, b, pair } = await twins(
          { horaires: 'Mo-Fr 09:00-12:00', latitude: '49.25', longitude: '4.03', services: 'Loisirs et créations numériques' },
          { horaires: 'Sa 10:00-18:00; PH off', courriels: 'accueil@b.fr', presentation_resume: 'Un lieu', code_postal: '51000' },
        );
        for (const [id, has] of [[a, one], [b, two]] as const) {
          for (const name of has.rooms) {
            const room = (await t.db.one<{ id: string }>('insert into venues.room (venue_id, name, capacity) values ($1, $2, 8) returning id', [id, name]))!;
            await t.db.query(
              `insert into venues.booking (room_id, venue_id, period, requested_by, purpose, status) values ($1, $2, '[2031-01-01 09:00+00,2031-01-01 12:00+00)', $3, 'Atelier', 'confirmed')`,
              [room.id, id, host.id],
            );
          }
          for (const month of has.closures)
            await t.db.query('insert into venues.closure (venue_id, period, reason) values ($1, daterange($2, $3), $4)', [id, `2031-0${month}-01`, `2031-0${month}-10`, 'Travaux']);
          for (let position = 0; position < has.photos; position += 1)
            await t.db.query(`insert into venues.photo (venue_id, position, alt, width, height, added_at, ready_at) values ($1, $2, 'Salle', 10, 10, now(), now())`, [id, position]);
          for (const name of has.things) await t.db.query('insert into venues.equipment (venue_id, name, quantity) values ($1, $2, 3)', [id, name]);
        }
        const before = await world([a, b]);
        const keep = keepsFirst ? a : b;
        await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, keep, take)).expect(200);
        const left = await t.db.one<{ n: number }>('select count(*)::int as n from venues.room r join venues.booking k on k.room_id = r.id where r.venue_id = $1 and k.venue_id = $1', [keep]);
        expect(left!.n).toBe(one.rooms.length + two.rooms.length);
        await administrator.post(`/duplicates/${pair}/undo`).expect(200);
        expect(await world([a, b])).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('moves the sessions of a room with it', async () => {
    const session = await t.a.session({ host });
    const { venueId } = (await t.db.one<{ venueId: string }>('select venue_id as "venueId" from training.session where id = $1', [session.id]))!;
    const { name } = (await t.db.one<{ name: string }>('select name from venues.venue where id = $1', [venueId]))!;
    const { id: other } = await t.a.venue(host);
    await t.db.query('update venues.venue set name = $2 where id = $1', [other, name]);
    await t.settle();
    const pair = (await t.db.one<{ id: string }>(
      `insert into venues.duplicate (first_id, second_id, score, name_similarity, same_street, same_pivot)
       values (least($1::uuid, $2), greatest($1::uuid, $2), 1, 1, true, false)
       on conflict (first_id, second_id) do update set score = 1 returning id`, [venueId, other]))!.id;
    const venueOf = async () => (await t.db.one<{ venue: string }>('select venue_id as venue from training.session where id = $1', [session.id]))!.venue;
    await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, other)).expect(200);
    await t.settle();
    expect(await venueOf()).toBe(other);
    await administrator.post(`/duplicates/${pair}/undo`).expect(200);
    await t.settle();
    expect(await venueOf()).toBe(venueId);
  });

  describe('with a claim that waits', () => {
    const ask = async (who: Someone, venueId: string) => ((await who.post(`/venues/${venueId}/claim`).expect(200)).body as { id: string }).id;
    const claim = (id: string) => t.db.one('select status, venue_id as venue from venues.claim where id = $1', [id]);
    const operatorOf = async (id: string) => (await t.db.one<{ operator: string | null }>('select operator_id as operator from venues.venue where id = $1', [id]))!.operator;
    const news = (id: string) => t.db.query("select type from platform.outbox where payload->>'claimId' = $1 and type = 'venues.claim_lapsed'", [id]);

    it('follow to the kept place, where they are granted; undone, they go back', async () => {
      const { a, b, pair } = await twins();
      const claimant = await t.as('venue_host');
      const id = await ask(claimant, b);
      await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
      expect(await claim(id)).toEqual({ status: 'asked', venue: a });
      expect((await claimant.get('/claims/mine').expect(200)).body).toMatchObject({ items: [{ id, status: 'asked', venue: { id: a } }] });
      await administrator.post(`/duplicates/${pair}/undo`).expect(200);
      expect(await claim(id)).toEqual({ status: 'asked', venue: b });
      await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
      await administrator.post(`/claims/${id}/approve`).expect(200);
      expect([await operatorOf(a), await operatorOf(b)]).toEqual([claimant.organisationId, null]);
      await administrator.post(`/duplicates/${pair}/undo`).expect(200);
      expect(await claim(id)).toEqual({ status: 'granted', venue: a });
    });

    it('lapse when somebody holds the kept place, and who asked is told', async () => {
      const { a, b, pair } = await twins();
      const id = await ask(await t.as('venue_host'), b);
      await t.db.query('update venues.venue set operator_id = $2, version = version + 1 where id = $1', [a, host.organisationId]);
      await t.db.query(`insert into venues.room (venue_id, name, capacity) values ($1, 'Salle', 8)`, [a]);
      await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
      expect(await claim(id)).toEqual({ status: 'lapsed', venue: a });
      expect(await news(id)).toHaveLength(1);
    });

    it('of both places by one organisation go on as one', async () => {
      const { a, b, pair } = await twins();
      const claimant = await t.as('venue_host');
      const [first, second] = [await ask(claimant, a), await ask(claimant, b)];
      await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
      expect([await claim(first), await claim(second)]).toEqual([{ status: 'asked', venue: a }, { status: 'lapsed', venue: b }]);
      expect(await news(second)).toEqual([]);
    });

    it('granted as the place is merged: the kept place is held, or the merge is refused; never the hidden one alone', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { a, b, pair } = await twins();
        const id = await ask(await t.as('venue_host'), b);
        const merge = await asked(pair, a);
        const [merged, granted] = await Promise.all([administrator.post(`/duplicates/${pair}/merge`, merge), administrator.post(`/claims/${id}/approve`)]);
        expect([200, 409, 412]).toContain(merged.status);
        expect([200, 409]).toContain(granted.status);
        if (merged.status === 200) expect(await operatorOf(b)).toBeNull();
        if (granted.status === 409) expect(await claim(id)).toEqual({ status: 'asked', venue: a });
      }
    });

    it('no organisation is given a merged place', async () => {
      const { a, b, pair } = await twins();
      await administrator.post(`/duplicates/${pair}/merge`, await asked(pair, a)).expect(200);
      expect((await administrator.put(`/venues/${b}/operator`, { organisationId: host.organisationId }).expect(409)).body).toMatchObject({ code: 'venue.merged' });
    });
  });

  it('knows what to do of every table that names a place', async () => {
    const tables = await t.db.query<{ name: string }>(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c where c.contype = 'f' and c.confrelid = 'venues.venue'::regclass order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(EVERY_TABLE);
  });
});

/** Tables that name a place. What goes with a merged place is in `merge-moves.ts`; the rest has its reason here. */
const EVERY_TABLE = [
  'training.session', // follows its room, by the fact `venues.venues_merged`
  'venues.booking', // follows its room, by its foreign key
  'venues.calendar_feed', // stays: its address shows what the kept place shows
  'venues.claim', // one that waits follows; what was decided stays
  'venues.closure',
  'venues.duplicate', // about the pair itself
  'venues.equipment',
  'venues.merge', // the memory of it
  'venues.photo',
  'venues.room',
  'venues.session_hosting', // stays: the conditions were accepted for that place
  'venues.venue', // `merged_into`
];
