import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Table } from 'tableschema';
import { TestApp, testApp } from '../../../../test/support/app';
import { STANDARD_COLUMNS } from '../import/standard-header';
import { VenueImport } from '../import/venue-import';
import type { OpenDataDescription } from './open-data.dto';
import { OpenDataQueries } from './open-data.queries';

const DATA = join(__dirname, '../../../../data');
const LISTS = { aura: 'lieux-aura-lo2/lieux-aura.csv', mednum: 'lieux-mednum-mit/lieux-multi-producteurs.csv' };
const SCHEMA = JSON.parse(readFileSync(join(DATA, 'lieux-schema/schema.json'), 'utf8')) as object;
const WEDNESDAYS = { days: [[], [], [{ from: '14:00', to: '17:00' }], [], [], [], []], holidays: 'usual' };
type Row = Record<string, string>;

const at = '/api/v1/open-data/lieux';
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true }) as Row[];
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

describe('open data', () => {
  let t: TestApp;
  let elsewhere: TestApp;
  beforeAll(async () => {
    [t, elsewhere] = [await testApp(), await testApp()];
    const importer = t.app.get(VenueImport);
    for (const [producer, path] of Object.entries(LISTS)) await importer.run({ producer, path: join(DATA, path), apply: true });
  });
  afterAll(async () => {
    await t.close();
    await elsewhere.close();
  });

  const get = (app: TestApp, format: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    app.app.inject({ method, url: `${at}${format}`, headers });
  const csv = async (app: TestApp): Promise<string> => (await get(app, '.csv')).payload;
  /** Everything but our own identifier. */
  const told = (rows: Row[]): string[] => rows.map(({ id: _id, ...row }) => JSON.stringify(row)).sort();

  it('are every real place, in the columns of the standard, valid against its schema', async () => {
    const text = await csv(t);
    expect(text.slice(0, text.indexOf('\n'))).toBe(STANDARD_COLUMNS.join(','));
    const records = parse(text) as string[][];
    expect(records).toHaveLength(1 + 687 + 1342);
    const table = await Table.load(records, { schema: SCHEMA });
    await expect(table.read({ cast: true })).resolves.toHaveLength(2029);
    expect(text).toContain('Étapes numériques(La Poste)');
  });

  it('come back the same from another Relais', async () => {
    const text = await csv(t);
    const report = await elsewhere.app.get(VenueImport).run({ producer: 'relais-ailleurs', stream: bytes(text), apply: true });
    expect(report).toMatchObject({ rows: 2029, accepted: 2029, refused: 0 });
    expect(told(rowsOf(await csv(elsewhere)))).toEqual(told(rowsOf(text)));
  });

  it('tell what the real lists told', async () => {
    const exported = rowsOf(await csv(t));
    const given = Object.values(LISTS).flatMap((path) => parse(readFileSync(join(DATA, path)), { columns: true, bom: true }) as Row[]);
    const of = (rows: Row[], column: string) => rows.map((row) => `${row.nom?.replace(/^'@/, '@')}|${row[column]}`.normalize('NFC').replace(/\s*\(La Poste\)/, '(La Poste)').trim()).sort();
    const kept = given.filter(({ adresse }) => adresse);
    for (const column of ['pivot', 'code_postal', 'code_insee', 'adresse', 'horaires', 'source', 'date_maj', 'services', 'formations_labels', 'frais_a_charge'])
      expect(of(exported, column)).toEqual(of(kept, column));
    expect(exported.map(({ latitude }) => Number(latitude)).sort()).toEqual(kept.map(({ latitude }) => Number(latitude)).sort());
  });

  it('lose nothing to the correction of a place by its host, nor the correction to the next import', async () => {
    const host = await t.as('venue_host');
    const before = rowsOf(await csv(t));
    const { id, version } = (await t.db.one<{ id: string; version: number }>("select id, version from venues.venue where source = 'aura' order by source_id limit 1"))!;
    await t.db.query("update venues.venue set operator_id = $2, status = 'draft' where id = $1", [id, host.organisationId]);
    const correction = { summary: 'Un lieu ouvert à tous, à deux pas de la gare.', website: 'https://lieu-corrige.fr/', opening: WEDNESDAYS };
    const { body } = await host.patch(`/venues/${id}`, correction, version);
    expect(body).toMatchObject({ summary: correction.summary });
    await host.post(`/venues/${id}/rooms`, { name: 'Salle', capacity: 8 }).expect(201);
    await host.post(`/venues/${id}/publish`, {}, (body as { version: number }).version).expect(200);

    const corrected = rowsOf(await csv(t));
    const changed = corrected.filter((row) => JSON.stringify(row) !== JSON.stringify(before.find((same) => same.id === row.id)));
    expect(corrected).toHaveLength(before.length);
    expect(changed).toMatchObject([{ id, presentation_resume: correction.summary, site_web: correction.website, horaires: 'We 14:00-17:00' }]);
    const original = before.find((row) => row.id === id)!;
    const kept = ['presentation_resume', 'site_web', 'horaires', 'date_maj'];
    expect(Object.keys(original).filter((column) => !kept.includes(column) && original[column] !== changed[0]![column])).toEqual([]);

    const again = await t.app.get(VenueImport).run({ producer: 'aura', path: join(DATA, LISTS.aura), apply: true });
    expect(again).toMatchObject({ rows: 687, accepted: 0, changed: 0, unchanged: 687 });
    expect(told(rowsOf(await csv(t)))).toEqual(told(corrected));
    const table = await Table.load(parse(await csv(t)) as string[][], { schema: SCHEMA });
    await expect(table.read({ cast: true })).resolves.toHaveLength(2029);
  });

  it('are also JSON and GeoJSON, of the same places', async () => {
    const json = JSON.parse((await get(t, '.json')).payload) as Row[];
    expect(json).toHaveLength(2029);
    expect(Object.keys(json[0]!).slice(0, 4)).toEqual(['id', 'pivot', 'nom', 'commune']);
    const { payload, headers } = await get(t, '.geojson');
    const collection = JSON.parse(payload) as { type: string; licence: string; features: { geometry: { coordinates: number[] }; properties: Row }[] };
    expect(collection).toMatchObject({ type: 'FeatureCollection', licence: 'Licence Ouverte 2.0' });
    expect(collection.features).toHaveLength(2029);
    const noumea = collection.features.find(({ properties }) => properties.commune === 'Nouméa')!;
    expect(noumea.geometry.coordinates[0]).toBeGreaterThan(160);
    expect(headers['content-type']).toContain('application/geo+json');
  });

  it('say their name, licence and age, and are not sent twice', async () => {
    const { headers } = await get(t, '.csv');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="20\d\d-\d\d-\d\d_relais_lieux-de-mediation-numerique_france\.csv"$/);
    expect(headers.link).toMatch(/rel="license"/);
    const { etag, 'last-modified': lastModified } = headers as Record<string, string>;
    const again = await get(t, '.csv', { 'if-none-match': etag! });
    expect([again.statusCode, again.payload]).toEqual([304, '']);
    expect((await get(t, '.csv', { 'if-modified-since': lastModified! })).statusCode).toBe(304);
    expect((await get(t, '.csv', { 'if-none-match': '"other"', 'if-modified-since': lastModified! })).statusCode).toBe(200);
    expect((await get(t, '.json', { 'if-none-match': etag! })).statusCode).toBe(200);
    const head = await get(t, '.csv', {}, 'HEAD');
    expect([head.statusCode, head.payload, head.headers.etag]).toEqual([200, '', etag]);
    const gzip = await get(t, '.csv', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(await csv(t));
  });

  it('change their tag with every transaction that writes places, however these end', async () => {
    const tag = async () => (await get(t, '.csv', {}, 'HEAD')).headers.etag;
    const [runner, before] = [t.db.source.createQueryRunner(), await tag()];
    await runner.startTransaction();
    await runner.query(`update venues.venue set summary = 'Long' where source_id in (select source_id from venues.venue order by id limit 1)`);
    expect(await tag()).toBe(before);
    await t.db.query(`update venues.venue set summary = 'Court' where source_id in (select source_id from venues.venue order by id desc limit 1)`);
    const between = await tag();
    expect(between).not.toBe(before);
    await runner.commitTransaction();
    await runner.release();
    const after = await tag();
    expect([before, between]).not.toContain(after);
    await t.app.get(OpenDataQueries).condense();
    expect(await tag()).toBe(after);
  });

  it('say who collected what', async () => {
    const body = (await t.anyone.get('/open-data/lieux').expect(200)).body as OpenDataDescription;
    expect(body).toMatchObject({ licence: 'Licence Ouverte 2.0', published: 2029, places: 2029, located: 2029 });
    expect(body.sources.length).toBeGreaterThanOrEqual(8);
    expect(body.sources.reduce((sum, { places }) => sum + places, 0)).toBe(2029);
    expect(body.files.map(({ format }) => format)).toEqual(['csv', 'json', 'geojson']);
  });

  describe('of a place', () => {
    let count = 0;
    const export1 = async (fields: Record<string, unknown>): Promise<Row> => {
      const row = {
        source: 'un', source_id: String((count += 1)), slug: `seul-${count}`, search_text: 'x', status: 'published', time_zone: 'Europe/Paris', holiday_territory: 'metropole', name: 'Seul',
        address: '1 rue', commune_name: 'Reims', postal_code: '51100', updated_on: '2026-01-01', ...fields,
      };
      const columns = Object.keys(row).join(', ');
      await elsewhere.db.query(`insert into venues.venue (${columns}) select ${columns} from jsonb_populate_record(null::venues.venue, $1)`, [JSON.stringify(row)]);
      const { id } = (await elsewhere.db.one<{ id: string }>(`select id from venues.venue where slug = $1`, [row.slug]))!;
      return rowsOf(await csv(elsewhere)).find((exported) => exported.id === id)!;
    };

    it.each(['=cmd()', '@tout Clic', '-1+1', '+33', "'=1", "''@x", '＝1', "'quoi", "l'œuvre", 'A;B,"C"', 'saut\nde ligne', 'antislash \\n \\'])('%j survives a spreadsheet and comes back', async (text) => {
      const row = await export1({ description: text });
      expect(row.presentation_detail).not.toMatch(/^[=+\-@＝＋－＠]/);
      const json = JSON.parse((await get(elsewhere, '.json')).payload) as Row[];
      expect(json.find(({ id }) => id === row.id)).toMatchObject({ presentation_detail: text });
      const again = `${STANDARD_COLUMNS.join(',')}\n${STANDARD_COLUMNS.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
      await elsewhere.app.get(VenueImport).run({ producer: 'retour', stream: bytes(again), apply: true });
      expect(await elsewhere.db.one(`select description from venues.venue where source = 'retour' and source_id = $1`, [row.id])).toEqual({ description: text });
    });

    it.each([['+33612345678', ''], ['+262692123456', ''], ['+33180059880', '+33180059880'], ['+687234567', '+687234567'], ['+687789012', '']])('keeps mobile numbers to itself: %s', async (phone, shown) =>
      expect((await export1({ phone })).telephone).toBe(shown));

    it('keeps to itself addresses that name a person', async () => {
      const emails = ['contact@ville.fr', 'jeanne.martin@ville.fr', 'j-p_durand@asso.org', 'conseiller.numerique@gmail.com', 'jeannot75@orange.fr', 'epn@free.fr', 'dupont@cnfpt.fr'];
      expect((await export1({ emails })).courriels).toBe('contact@ville.fr|conseiller.numerique@gmail.com|epn@free.fr|dupont@cnfpt.fr');
    });

    it('writes the placeholder where the standard wants an identifier', async () => expect((await export1({ pivot: null })).pivot).toBe('00000000000000'));

    it.each([{ address: null }, { commune_name: null }, { updated_on: null }, { status: 'draft' }, { status: 'withdrawn' }])('is left out with %j', async (fields) =>
      expect(await export1(fields)).toBeUndefined());
  });
});
