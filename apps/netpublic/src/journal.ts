import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Append-only JSON lines, one write and one fsync for all the lines that arrive together.
 * A line torn by a crash is dropped at the next start, when the file is rewritten whole and renamed.
 * After a failed write every later write fails too: memory and disk must not part silently.
 */
export class Journal<T> {
  private pending: string[] = [];
  private flushed: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open<T>(
    dir: string,
    keyOf: (record: T) => string,
  ): Promise<{ journal: Journal<T>; records: T[] }> {
    await mkdir(dir, { recursive: true });
    const path = join(dir, 'offers.jsonl');
    const records = latest(await readLines<T>(path), keyOf);
    await writeWhole(path, records);
    return { journal: new Journal<T>(await open(path, 'a')), records };
  }

  append(record: T): Promise<void> {
    this.pending.push(JSON.stringify(record));
    if (this.pending.length === 1) this.flushed = this.flushed.then(() => this.flush());
    return this.flushed;
  }

  /** Resolves when everything appended so far is on disk. */
  settled(): Promise<void> {
    return this.flushed;
  }

  async close(): Promise<void> {
    await this.flushed.catch(() => undefined);
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const lines = this.pending;
    this.pending = [];
    await this.file.appendFile(lines.join('\n') + '\n');
    await this.file.datasync();
  }
}

async function readLines<T>(path: string): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Keeps the last record of each key, in the order of those last records. */
function latest<T>(records: T[], keyOf: (record: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const record of records) {
    byKey.delete(keyOf(record));
    byKey.set(keyOf(record), record);
  }
  return [...byKey.values()];
}

async function writeWhole<T>(path: string, records: T[]): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  await file.writeFile(records.map((record) => JSON.stringify(record) + '\n').join(''));
  await file.datasync();
  await file.close();
  await rename(temporary, path);
}
