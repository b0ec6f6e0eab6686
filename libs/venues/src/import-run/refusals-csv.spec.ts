import { refusalsCsv } from './refusals-csv';

const lines = async (value: string): Promise<string[]> => {
  async function* one() {
    yield await Promise.resolve({ row: 2, sourceId: 'a', field: 'nom', value, code: 'x', message: 'Trop long' });
  }
  const parts: string[] = [];
  for await (const part of refusalsCsv(one())) parts.push(part);
  return parts;
};

describe('refusalsCsv', () => {
  it('opens in a spreadsheet', async () =>
    expect(await lines('Salle')).toEqual(['\ufeffligne;id;champ;valeur;code;raison\r\n', '2;a;nom;Salle;x;Trop long\r\n']));
  it.each(['=cmd|calc', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])('quotes %j', async (value) =>
    expect((await lines(value))[1]).toMatch(/;"?'/),
  );
  it('keeps quotes and semicolons in their cell', async () => expect((await lines('a;"b"'))[1]).toContain('"a;""b"""'));
});
