import { join } from 'node:path';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import type { RowFinding } from './finding-spool';
import type { ImportReport } from './import-report';
import { STANDARD_COLUMNS, type RawRow } from './standard-header';
import { type ImportRequest, VenueImport } from './venue-import';

const DATA = join(__dirname, '../../../../data');
const AURA = join(DATA, 'lieux-aura-lo2/lieux-aura.csv');
const PRODUCERS = join(DATA, 'lieux-mednum-mit/lieux-multi-producteurs.csv');

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const place = (change: RawRow): RawRow => ({
  pivot: '00000000000000',
  nom: 'Espace numérique',
  commune: 'Reims',
  code_postal: '51100',
  adresse: '1 rue du Port',
  date_maj: '2024-04-02',
  ...change,
});
async function* file(...rows: RawRow[]): AsyncGenerator<Uint8Array> {
  const lines = rows.map((row) => STANDARD_COLUMNS.map((column) => quoted(row[column] ?? '')).join(','));
  yield await Promise.resolve(Buffer.from([STANDARD_COLUMNS.join(','), ...lines].join('\n')));
}

describe('import of places', () => {
  let t: TestApp;
  let host: Someone;
  let venues: VenueImport;

  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    venues = t.app.get(VenueImport);
  });
  afterAll(() => t.close());

  /** The report, and all that was found. */
  const run = async (request: ImportRequest): Promise<ImportReport & { findings: RowFinding[] }> => {
    const findings: RowFinding[] = [];
    const report = await venues.run({
      ...request,
      onFindings: async (found) => {
        for await (const one of found) findings.push(one);
      },
    });
    return { ...report, findings };
  };
  const read = (producer: string, ...rows: RawRow[]) => run({ stream: file(...rows), producer, apply: true });
  const counted = ({ rows, accepted, changed, unchanged, refused, duplicates }: ImportReport) => ({
    rows,
    accepted,
    changed,
    unchanged,
    refused,
    duplicates,
  });
  const stored = async (producer: string): Promise<number> =>
    (await t.db.one<{ n: number }>('select count(*)::int as n from venues.venue where source = $1', [
      producer,
    ]))!.n;

  it('keeps nothing of a dry run, which tells what the import would do', async () => {
    const trial = await run({ path: AURA, producer: 'aura' });
    expect(await stored('aura')).toBe(0);
    expect(trial).toMatchObject({ rows: 687, accepted: 687, refused: 0, applied: false });
    const progress: number[] = [];
    const applied = await run({
      path: AURA,
      producer: 'aura',
      apply: true,
      onProgress: (rows) => void progress.push(rows),
    });
    expect(applied).toEqual({ ...trial, applied: true });
    expect(progress).toEqual([687]);
    expect(await stored('aura')).toBe(687);
  });

  it('changes nothing when the same file comes twice', async () => {
    const before = await t.db.query(
      `select id, slug, version, content_hash from venues.venue where source = 'aura' order by id`,
    );
    expect(counted(await run({ path: AURA, producer: 'aura', apply: true }))).toEqual({
      rows: 687,
      accepted: 0,
      changed: 0,
      unchanged: 687,
      refused: 0,
      duplicates: 0,
    });
    expect(
      await t.db.query(
        `select id, slug, version, content_hash from venues.venue where source = 'aura' order by id`,
      ),
    ).toEqual(before);
  });

  it('reads eight producers: one row has no address, ninety-five bear the label of La Poste', async () => {
    const report = await run({ path: PRODUCERS, producer: 'mednum', apply: true });
    expect(report).toMatchObject({
      rows: 1343,
      accepted: 1342,
      refused: 1,
      codes: { 'row.required': 1, 'label.schema_refuses': 95, 'pivot.placeholder': 1200 },
    });
    expect(report.findings.find(({ refused }) => refused)).toMatchObject({
      field: 'adresse',
      code: 'row.required',
      message: 'Cette colonne est obligatoire',
      refused: true,
    });
    const zones = await t.db.query(
      `select time_zone, count(*)::int as n from venues.venue where source = 'mednum' and departement_code >= '97' group by 1 order by 1`,
    );
    expect(zones).toEqual([
      ...[
        'America/Cayenne',
        'America/Guadeloupe',
        'America/Martinique',
        'Indian/Mayotte',
        'Indian/Reunion',
      ].map((time_zone) => ({ time_zone, n: 1 })),
      { time_zone: 'Pacific/Noumea', n: 92 },
    ]);
    const placeholders = await t.db.query(`select 1 from venues.venue where pivot ~ '^0+$'`);
    expect(placeholders).toEqual([]);
  });

  it('shows the places in the directory, without operator', async () => {
    const { body } = await t.anyone.get('/venues?q=cran%20gevrier').expect(200);
    const [{ id }] = (body as { items: [{ id: string }] }).items;
    expect((await host.get(`/venues/${id}`).expect(200)).body).toMatchObject({
      status: 'published',
      source: 'aura',
      collectedBy: 'Hinaura',
      operator: null,
      rooms: [],
      actions: ['claim'],
    });
  });

  it('takes what changed and leaves the rest, the link and what its host holds', async () => {
    await read(
      'annuaire',
      place({ id: 'a' }),
      place({ id: 'b', nom: 'Tenu par un hôte' }),
      place({ id: 'c', nom: 'Autre lieu' }),
    );
    await t.db.query(
      `update venues.venue set operator_id = $1, status = 'draft' where source = 'annuaire' and source_id = 'b'`,
      [host.organisationId],
    );
    const report = await read(
      'annuaire',
      place({ id: 'a', nom: 'Renommé' }),
      place({ id: 'b', nom: 'Écrasé' }),
      place({ id: 'c', nom: 'Autre lieu' }),
    );
    expect(counted(report)).toEqual({
      rows: 3,
      accepted: 0,
      changed: 1,
      unchanged: 2,
      refused: 0,
      duplicates: 0,
    });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ row: 3, id: 'b', code: 'row.operator_holds' }),
    );
    expect(
      await t.db.query(
        `select name, slug, version from venues.venue where source = 'annuaire' order by source_id`,
      ),
    ).toEqual([
      { name: 'Renommé', slug: 'espace-numerique-reims', version: 2 },
      { name: 'Tenu par un hôte', slug: 'tenu-par-un-hote-reims', version: 1 },
      { name: 'Autre lieu', slug: 'autre-lieu-reims', version: 1 },
    ]);
  });

  it('refuses an identifier met twice, and stays the same from one import to the next', async () => {
    const rows = [place({ id: 'x', nom: 'Premier' }), place({ id: 'x', nom: 'Second' })];
    expect(counted(await read('repetitions', ...rows))).toMatchObject({ accepted: 1, refused: 1 });
    expect(counted(await read('repetitions', ...rows))).toMatchObject({ unchanged: 1, refused: 1 });
    expect(await t.db.query(`select name from venues.venue where source = 'repetitions'`)).toEqual([
      { name: 'Premier' },
    ]);
  });

  it('proposes duplicates with their distance, unknown when it is', async () => {
    const report = await read(
      'doublons',
      place({ id: '1', nom: 'Le Même', latitude: '49.25', longitude: '4.03' }),
      place({ id: '2', nom: 'LE MEME', latitude: '49.2509', longitude: '4.03' }),
      place({ id: '3', nom: 'Le même', latitude: '49.35', longitude: '4.03' }),
      place({ id: '4', nom: 'Le même' }),
    );
    expect(report).toMatchObject({ accepted: 4, duplicates: 4 });
    expect(
      report.findings
        .filter(({ code }) => code === 'row.possible_duplicate')
        .map(({ row, message }) => [row, message]),
    ).toEqual([
      [2, 'Ressemble à un lieu déjà connu (à 100 m)'],
      [3, 'Ressemble à un lieu déjà connu (à 100 m)'],
      [4, 'Ressemble à un lieu déjà connu (distance inconnue)'],
      [5, 'Ressemble à un lieu déjà connu (distance inconnue)'],
    ]);
  });

  it('keeps all of a file, or nothing when it breaks half-way', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* file(
        ...Array.from({ length: 1500 }, (_, index) => place({ id: `n-${index}`, nom: `Lieu ${index}` })),
      );
      yield Buffer.from('\n"jamais fermé');
    }
    await expect(venues.run({ stream: broken(), producer: 'casse', apply: true })).rejects.toMatchObject({
      code: 'import.csv',
    });
    expect(await stored('casse')).toBe(0);
  });

  it('flags the places its producer no longer lists, and takes the flag away when they are back', async () => {
    const gone = () =>
      t.db.query(`select source_id, gone_on is not null as gone, status from venues.venue where source = 'absents' order by 1`);
    const [a, b] = [place({ id: 'a', nom: 'Premier' }), place({ id: 'b', nom: 'Second' })];
    await read('absents', a, b);
    expect(await run({ stream: file(a), producer: 'absents' })).toMatchObject({ gone: 1, applied: false });
    expect(await read('absents', a)).toMatchObject({ rows: 1, unchanged: 1, gone: 1, returned: 0 });
    expect(await gone()).toEqual([
      { source_id: 'a', gone: false, status: 'published' },
      { source_id: 'b', gone: true, status: 'published' },
    ]);
    const administrator = await t.as('administrator');
    const { slug } = (await t.db.one<{ slug: string }>(`select slug from venues.venue where source = 'absents' and source_id = 'b'`))!;
    expect((await administrator.get(`/venues/${slug}`).expect(200)).body.goneOn).toMatch(/^\d{4}-/);
    expect((await t.anyone.get(`/venues/${slug}`).expect(200)).body.goneOn).toBeNull();
    expect(await read('absents', a)).toMatchObject({ gone: 0 });
    await t.db.query(`update venues.venue set kept_on = gone_on where gone_on is not null`);
    expect(await read('absents', a, b)).toMatchObject({ unchanged: 2, gone: 0, returned: 1 });
    expect((await gone()).filter((row) => row.gone)).toEqual([]);
    expect(await read('absents', a)).toMatchObject({ gone: 1 });
    expect(await t.db.query(`select 1 from venues.venue where source = 'absents' and gone_on is not null and kept_on is null`)).toHaveLength(1);
  });

  it('does not take for gone a place whose row is refused', async () => {
    await read('refuses', place({ id: 'a' }));
    expect(await read('refuses', place({ id: 'a', code_postal: 'x' }))).toMatchObject({ refused: 1, gone: 0 });
  });

  it('asks whether a list that lacks most places is complete', async () => {
    const all = Array.from({ length: 25 }, (_, index) => place({ id: `n-${index}`, nom: `Lieu ${index}` }));
    await read('partiels', ...all);
    const part = (coverage?: 'complete' | 'partial', apply = true) =>
      run({ stream: file(...all.slice(0, 5)), producer: 'partiels', apply, coverage });
    expect(await part(undefined, false)).toMatchObject({ looksPartial: true, gone: 20 });
    await expect(part()).rejects.toMatchObject({ code: 'import.looks_partial', extra: { missing: 20, known: 25 } });
    expect(await part('partial')).toMatchObject({ gone: 0, looksPartial: false });
    expect(await part('complete')).toMatchObject({ gone: 20, looksPartial: false });
  });

  it('reads the same list in JSON: the same file twice, in two formats, changes nothing', async () => {
    const rows = [place({ id: 'a', latitude: '49.25', longitude: '4.03', services: 'Insertion professionnelle via le numérique|Loisirs et créations numériques' })];
    await read('formats', ...rows);
    const { services, ...rest } = rows[0]!;
    const json = Buffer.from(JSON.stringify([{ ...rest, latitude: 49.25, longitude: 4.03, services: services!.split('|'), horaires: null }]));
    async function* stream() {
      yield await Promise.resolve(json);
    }
    expect(await run({ stream: stream(), producer: 'formats', apply: true })).toMatchObject({ rows: 1, unchanged: 1 });
  });

  it('tells every refusal, however many', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => place({ id: `r-${index}`, code_postal: 'x', date_maj: 'hier' }));
    const report = await read('tout-refuse', ...rows);
    const findings = report.findings.filter((found) => found.refused);
    expect(report.refused).toBe(2500);
    expect(findings).toHaveLength(5000);
    expect(findings.at(-1)).toEqual({
      row: 2501, id: 'r-2499', refused: true, field: 'date_maj', value: 'hier', code: 'date.invalid', message: 'Date attendue au format AAAA-MM-JJ',
    });
  });

  it('reads one list of a producer at a time', async () => {
    let start = () => {};
    let goOn = () => {};
    const started = new Promise<void>((resolve) => (start = resolve));
    const refused = new Promise<void>((resolve) => (goOn = resolve));
    async function* slow() {
      start();
      await refused;
      yield* file(place({ id: 'a' }));
    }
    const first = run({ stream: slow(), producer: 'en-cours', apply: true });
    await started;
    await expect(run({ stream: file(place({ id: 'b' })), producer: 'en-cours' })).rejects.toMatchObject({ code: 'import.busy' });
    goOn();
    expect(await first).toMatchObject({ accepted: 1 });
  });

  it('places the communes in the middle of their places', async () => {
    await t.a.venue(host);
    await read('communes', place({ id: '1', code_insee: '63113', latitude: '45.70', longitude: '3.00' }), place({ id: '2', code_insee: '63113', latitude: '45.90', longitude: '3.20' }));
    const commune = await t.db.one<{ lat: number }>(`select lat from identity.commune where code = '63113'`);
    expect(commune!.lat).toBeGreaterThan(45.7);
    expect(commune!.lat).toBeLessThan(45.9);
  });

  it('keeps formulas and markup as the text they are', async () => {
    const nom = '=HYPERLINK("http://x")<script>';
    await read('textes', place({ id: '1', nom }));
    expect(await t.db.query(`select name from venues.venue where source = 'textes'`)).toEqual([
      { name: nom },
    ]);
  });

  it.each(['relais', '', 'Majuscule', '../x'])('refuses the producer %j', async (producer) =>
    expect(read(producer, place({ id: '1' }))).rejects.toMatchObject({ code: 'import.producer' }),
  );
});
