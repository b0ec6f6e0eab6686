import type { Finding } from './finding';
import type { RawRow } from './standard-header';
import { standardRows } from './standard-rows';

const HEADER = 'id,pivot,nom,commune,code_postal,adresse,date_maj';
const ROW = 'a-1,43493312300029,Médiathèque d’Évry,Évry,91000,1 rue de l’Œuvre,2024-04-02';

type Row = { row: number; values?: RawRow; fault?: Finding };

async function rowsOf(...chunks: (Uint8Array | string)[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of standardRows(stream(chunks))) rows.push(row);
  return rows;
}

async function* stream(chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk as Uint8Array));
}

const windows1252 = (text: string) =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('Œ', '\u008c'), 'latin1');
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('rows of a CSV file', () => {
  const text = `${HEADER}\r\n${ROW}\r\n`;

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 little endian without mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 big endian', utf16be(text)],
    ['Windows-1252', windows1252(text)],
  ])('reads %s', async (_, bytes) => {
    const [first] = await rowsOf(bytes);
    expect(first?.row).toBe(2);
    expect(first?.values).toMatchObject({
      id: 'a-1',
      nom: 'Médiathèque d’Évry',
      adresse: '1 rue de l’Œuvre',
    });
  });

  it('survives characters cut between chunks', async () => {
    const bytes = Buffer.from(text);
    const rows = await rowsOf(...Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)));
    expect(rows[0]?.values?.nom).toBe('Médiathèque d’Évry');
  });

  it('reads semicolons, and keeps those of the values', async () => {
    const [first] = await rowsOf(
      `${HEADER.replaceAll(',', ';')};horaires\n${ROW.replaceAll(',', ';')};"Mo 09:00; Tu off"\n`,
    );
    expect(first?.values?.horaires).toBe('Mo 09:00; Tu off');
  });

  it('reads the tabs of a « Unicode text » of a spreadsheet', async () => {
    const text = `${HEADER},horaires\n${ROW},Mo 09:00; Tu off\n`.replaceAll(',', '\t');
    const [first] = await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(first?.values).toMatchObject({ id: 'a-1', horaires: 'Mo 09:00; Tu off' });
  });

  it('passes over blank rows, and numbers the others as a spreadsheet does', async () => {
    const blank = ';'.repeat(6);
    const rows = await rowsOf(`\n${HEADER}\n${ROW}\n${blank}\n\n${ROW}\n${blank}\n`.replaceAll(',', ';'));
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([[3, undefined], [6, undefined]]);
  });

  it('says at which row a quote is not closed', async () =>
    expect(rowsOf(`${HEADER}\n${ROW}\n"never closed`)).rejects.toMatchObject({ detail: expect.stringContaining('à partir de la ligne 3') as string }));

  it('ignores columns it does not know', async () => {
    const [first] = await rowsOf(`${HEADER},humeur,__proto__\n${ROW},bonne,x\n`);
    expect(Object.keys(first?.values ?? {})).not.toContain('humeur');
  });

  it('points at a row of another length', async () =>
    expect(await rowsOf(`${HEADER}\n${ROW}\na-2,short\n`)).toEqual([
      expect.objectContaining({ row: 2 }),
      { row: 3, fault: expect.objectContaining({ code: 'row.columns', message: expect.stringContaining('2 au lieu de 7') as string }) as Finding },
    ]));

  it.each([
    ['', 'import.empty'],
    ['id,nom\n1,x\n', 'import.columns'],
    [`${HEADER},nom\n`, 'import.columns'],
    [`${HEADER}\n"never closed`, 'import.csv'],
    [`${HEADER}\n${'x'.repeat(200_000)}`, 'import.csv'],
  ])('refuses %.40j', async (content, code) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ code });
  });

  it('refuses a file of two encodings', async () =>
    expect(
      rowsOf(Buffer.from(`${HEADER}\n${'é'.repeat(40_000)},\n`), Buffer.from([0xe9, 0x0a])),
    ).rejects.toMatchObject({ code: 'import.encoding' }));
});
