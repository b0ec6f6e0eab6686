import type { Finding } from './finding';
import { boundedFile, MAX_FILE_BYTES } from './file-limits';
import type { RawRow } from './standard-header';
import { standardRows } from './standard-rows';

const place = { id: 'a-1', pivot: '43493312300029', nom: 'Médiathèque', commune: 'Évry', code_postal: '91000', adresse: '1 rue', date_maj: '2024-04-02' };

type Row = { row: number; values?: RawRow; fault?: Finding };
async function rowsOf(...chunks: Uint8Array[]): Promise<Row[]> {
  async function* stream() {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  const rows: Row[] = [];
  for await (const row of standardRows(stream())) rows.push(row);
  return rows;
}
const json = (...rows: unknown[]) => Buffer.from(JSON.stringify(rows));

describe('rows of a JSON file', () => {
  it('numbers places from one', async () =>
    expect(await rowsOf(json(place, { ...place, id: 'a-2' }))).toEqual([
      { row: 1, values: place },
      { row: 2, values: { ...place, id: 'a-2' } },
    ]));

  it('reads several values as a list or with bars, and numbers', async () => {
    const [first] = await rowsOf(json({ ...place, services: ['a', 'b'], publics_specifiquement_adresses: 'c|d', latitude: 45.1, telephone: null }));
    expect(first?.values).toMatchObject({ services: 'a|b', publics_specifiquement_adresses: 'c|d', latitude: '45.1', telephone: '' });
  });

  it.each<[string, Buffer]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff ${JSON.stringify([place])}`)],
    ['UTF-16', Buffer.from(`\ufeff${JSON.stringify([place])}`, 'utf16le')],
  ])('reads %s', async (_, bytes) => expect((await rowsOf(bytes))[0]?.values?.nom).toBe('Médiathèque'));

  it('survives any cut between chunks', async () => {
    const bytes = json(place, place);
    expect(await rowsOf(...Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)))).toHaveLength(2);
  });

  it('ignores names it does not know, and those of every object', async () => {
    const [first] = await rowsOf(Buffer.from(`[{"__proto__":{"adresse":"x"},"constructor":1,"humeur":"bonne",${JSON.stringify(place).slice(1)}]`));
    expect(first?.values).toEqual(place);
  });

  it('points at what is not a place, and at a value that is none', async () =>
    expect(await rowsOf(json(place, 'x', [place], { ...place, services: { a: 1 } }, { ...place, nom: true }))).toMatchObject([
      { row: 1 },
      { row: 2, fault: { code: 'row.shape' } },
      { row: 3, fault: { code: 'row.shape' } },
      { row: 4, fault: { code: 'row.value', field: 'services' } },
      { row: 5, fault: { code: 'row.value', field: 'nom' } },
    ]));

  it.each<[string, string, string]>([
    ['an object', '{"lieux":[]}', 'import.json_shape'],
    ['an empty list', '[]', 'import.empty'],
    ['a list cut short', `[${JSON.stringify(place)},{"id":`, 'import.json'],
    ['what follows a list', `[${JSON.stringify(place)}] x`, 'import.json'],
    ['a place without end', `[{"id":"${'x'.repeat(700_000)}`, 'import.json'],
    ['columns of something else', '[{"name":"x"}]', 'import.columns'],
  ])('refuses %s', async (_, text, code) => expect(rowsOf(Buffer.from(text))).rejects.toMatchObject({ code }));

  it('is not brought down by depth', async () =>
    expect(rowsOf(Buffer.from(`[${'['.repeat(200_000)}`))).rejects.toMatchObject({ code: 'import.json' }));
});

describe('what is not a list', () => {
  it.each<[string, number[], string]>([
    ['a zip, an .xlsx or a bomb', [0x50, 0x4b, 3, 4, 20, 0, 8, 0], 'import.archive'],
    ['an empty zip', [0x50, 0x4b, 5, 6, 0, 0], 'import.archive'],
    ['a gzip', [0x1f, 0x8b, 8, 0, 0, 0], 'import.archive'],
    ['a 7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'import.archive'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'import.not_a_list'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10], 'import.not_a_list'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'import.not_a_list'],
  ])('refuses %s by its content', async (_, bytes, code) => {
    await expect(rowsOf(Uint8Array.from(bytes))).rejects.toMatchObject({ code });
    await expect(rowsOf(...bytes.map((byte) => Uint8Array.of(byte)))).rejects.toMatchObject({ code });
  });

  it('refuses a file over the limit without reading the rest of it', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += piece.length;
        yield await Promise.resolve(piece);
      }
    }
    const read = async () => {
      for await (const chunk of boundedFile(endless())) void chunk;
    };
    await expect(read()).rejects.toMatchObject({ code: 'import.too_large', status: 413 });
    expect(sent).toBe(MAX_FILE_BYTES + piece.length);
  });
});
