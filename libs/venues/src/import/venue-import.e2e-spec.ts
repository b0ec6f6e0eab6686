import { join } from 'node:path';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import type { ImportReport } from './import-report';
import { STANDARD_COLUMNS, type RawRow } from './standard-header';
import { VenueImport } from './venue-import';

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

  const read = (producer: string, ...rows: RawRow[]): Promise<ImportReport> =>
    venues.run({ stream: file(...rows), producer, apply: true });
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
    const trial = await venues.run({ path: AURA, producer: 'aura' });
    expect(await stored('aura')).toBe(0);
    expect(trial).toMatchObject({ rows: 687, accepted: 687, refused: 0, applied: false });
    const progress: number[] = [];
    const applied = await venues.run({
      path: AURA,
      producer: 'aura',
      apply: true,
      onProgress: (rows) => progress.push(rows),
    });
    expect(applied).toEqual({ ...trial, applied: true });
    expect(progress).toEqual([687]);
    expect(await stored('aura')).toBe(687);
  });

  it('changes nothing when the same file comes twice', async () => {
    const before = await t.db.query(
      `select id, slug, version, content_hash from venues.venue where source = 'aura' order by id`,
    );
    expect(counted(await venues.run({ path: AURA, producer: 'aura', apply: true }))).toEqual({
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
    const report = await venues.run({ path: PRODUCERS, producer: 'mednum', apply: true });
    expect(report).toMatchObject({
      rows: 1343,
      accepted: 1342,
      refused: 1,
      codes: { 'row.required': 1, 'label.schema_refuses': 95, 'pivot.placeholder': 1200 },
    });
    expect(report.findings[0]).toMatchObject({
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
    expect(report).toMatchObject({ accepted: 4, duplicates: 2 });
    expect(
      report.findings
        .filter(({ code }) => code === 'row.possible_duplicate')
        .map(({ row, message }) => [row, message]),
    ).toEqual([
      [3, 'Ressemble à un lieu déjà connu (à 100 m)'],
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
