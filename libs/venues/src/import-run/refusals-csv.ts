import type { FindingView } from './import-run.dto';

const HEADER = ['ligne', 'id', 'champ', 'valeur', 'code', 'raison'];

/** What a spreadsheet would run as a formula, full-width signs included, is quoted. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Refusals as a French spreadsheet opens them: byte order mark, semicolons. */
export async function* refusalsCsv(refusals: AsyncIterable<FindingView>): AsyncGenerator<string> {
  yield `\ufeff${HEADER.join(';')}\r\n`;
  for await (const { row, sourceId, field, value, code, message } of refusals)
    yield `${[String(row), sourceId, field ?? '', value, code, message].map(cell).join(';')}\r\n`;
}
