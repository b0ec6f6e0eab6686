import { pipeline, Readable } from 'node:stream';
import { Problem } from '@app/platform';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from './csv-text';
import { finding } from './finding';
import { REQUIRED_COLUMNS, STANDARD_COLUMNS, type RawRow, type StandardColumn } from './standard-header';
import type { NumberedRow } from './numbered-row';

/** The quote that an export puts before what a spreadsheet would run. */
const QUOTED_FORMULA = /^'(?='*[=+\-@＝＋－＠\t\r])/;
const MAX_RECORD = 128 * 1024;

/** The rows of a CSV file of the standard, one at a time. */
export async function* csvRows(start: string, rest: AsyncIterable<string>): AsyncGenerator<NumberedRow> {
  const parser = parse({
    delimiter: delimiterOf(start),
    relax_column_count: true,
    max_record_size: MAX_RECORD,
  });
  pipeline(Readable.from(rejoined(start, rest)), parser, () => undefined);
  let header: (StandardColumn | null)[] | undefined;
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      // A blank row is counted all the same: numbers are those that a spreadsheet shows.
      row += 1;
      if (record.every((value) => value.trim() === '')) continue;
      if (!header) header = readHeader(record);
      else if (record.length === header.length) yield { row, values: toRow(header, record) };
      else yield { row, fault: finding('row.columns', null, '', `${record.length} au lieu de ${header.length}`) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem(
      422,
      'import.csv',
      `Le fichier est illisible à partir de la ligne ${Number(error.records) + 1}, aux guillemets mal fermés ou trop longue.`,
    );
  }
  if (!header) throw new Problem(422, 'import.empty', 'Le fichier est vide.');
}

async function* rejoined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

function readHeader(record: string[]): (StandardColumn | null)[] {
  const names = record.map((name) => name.trim().toLowerCase());
  const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length)
    throw new Problem(422, 'import.columns', `Il manque des colonnes obligatoires (${missing.join(', ')}).`);
  const repeated = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (repeated) throw new Problem(422, 'import.columns', `La colonne « ${repeated.slice(0, 40)} » figure deux fois dans l’en-tête.`);
  return names.map((name) => STANDARD_COLUMNS.find((column) => column === name) ?? null);
}

function toRow(header: (StandardColumn | null)[], record: string[]): RawRow {
  const values: RawRow = {};
  header.forEach((column, index) => {
    if (column) values[column] = record[index]?.replace(QUOTED_FORMULA, '');
  });
  return values;
}
