import { Problem } from '@app/platform';
import { JSONParser } from '@streamparser/json';
import { finding } from './finding';
import { REQUIRED_COLUMNS, STANDARD_COLUMNS, type RawRow, type StandardColumn } from './standard-header';
import type { NumberedRow } from './numbered-row';

/** Characters read without a whole place coming out: no place is that long. */
const MAX_PENDING = 512 * 1024;
const PIECE = 64 * 1024;

/** The objects of a JSON array, one at a time: no more than one place and one piece of the file is in memory. */
export async function* jsonRows(start: string, rest: AsyncIterable<string>): AsyncGenerator<NumberedRow> {
  if (!/^\s*\[/.test(start))
    throw new Problem(422, 'import.json_shape', 'Le fichier JSON doit être un tableau de lieux : [ { "id": … }, … ].');
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  const found: unknown[] = [];
  parser.onValue = ({ value }) => void found.push(value);
  let row = 0;
  let pending = 0;
  for await (const piece of pieces(start, rest)) {
    write(() => parser.write(piece), row);
    pending = found.length ? 0 : pending + piece.length;
    if (pending > MAX_PENDING) throw unreadable(row);
    for (const value of found.splice(0)) yield readObject((row += 1), value);
  }
  if (!parser.isEnded) write(() => parser.end(), row);
  if (row === 0) throw new Problem(422, 'import.empty', 'Le fichier est vide.');
}

async function* pieces(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  const cut = function* (text: string) {
    for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
  };
  yield* cut(start);
  for await (const text of rest) yield* cut(text);
}

const unreadable = (row: number) =>
  new Problem(422, 'import.json', `Le fichier JSON est illisible après ${row} lieu${row > 1 ? 'x' : ''}.`);

function write(step: () => void, row: number): void {
  try {
    step();
  } catch {
    throw unreadable(row);
  }
}

function readObject(row: number, value: unknown): NumberedRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { row, fault: finding('row.shape', null, JSON.stringify(value)) };
  const missing = REQUIRED_COLUMNS.find((column) => !Object.hasOwn(value, column));
  if (row === 1 && missing && REQUIRED_COLUMNS.every((column) => !Object.hasOwn(value, column)))
    throw new Problem(422, 'import.columns', `Il manque des colonnes obligatoires (${REQUIRED_COLUMNS.join(', ')}).`);
  const values: RawRow = {};
  for (const column of STANDARD_COLUMNS) {
    if (!Object.hasOwn(value, column)) continue;
    const text = textOf((value as Record<StandardColumn, unknown>)[column]);
    if (text === undefined) return { row, fault: finding('row.value', column) };
    values[column] = text;
  }
  return { row, values };
}

/** Several values are a list, or one text with bars between them, as in CSV. */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const parts = value.map(textOf);
    return parts.includes(undefined) || value.some(Array.isArray) ? undefined : parts.join('|');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
