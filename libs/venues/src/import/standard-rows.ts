import { csvRows } from './csv-rows';
import { decoded } from './csv-text';
import { boundedFile } from './file-limits';
import { jsonRows } from './json-rows';
import type { NumberedRow } from './numbered-row';

/**
 * The rows of a file of the standard, one at a time whatever its size. Its content says whether it is CSV or JSON, and
 * in which encoding. Archives, pictures and files over the limit are refused before anything is kept of them.
 */
export async function* standardRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedRow> {
  const text = decoded(boundedFile(source));
  try {
    const first = await text.next();
    const start: string = first.done ? '' : first.value;
    const read = /^\s*[[{]/.test(start) ? jsonRows : csvRows;
    yield* read(start, text);
  } finally {
    await text.return(undefined);
  }
}
