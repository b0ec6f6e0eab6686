import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './finding';

export interface RowFinding extends Finding {
  row: number;
  /** The producer's identifier of the place; empty when the row has none. */
  id: string;
  refused: boolean;
}

const FULL = 256 * 1024;

/** What was found in a file, row after row, on disk: a list of a hundred thousand mistakes takes no memory. */
export class FindingSpool {
  private waiting: string[] = [];
  private size = 0;

  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
  ) {}

  static async open(): Promise<FindingSpool> {
    const folder = await mkdtemp(join(tmpdir(), 'relais-import-'));
    return new FindingSpool(folder, await open(join(folder, 'findings'), 'w+', 0o600));
  }

  add(found: RowFinding): void {
    const line = JSON.stringify(found);
    this.size += line.length;
    this.waiting.push(line);
  }

  /** Writes when there is enough to write. */
  async settle(atLeast = FULL): Promise<void> {
    if (this.size <= atLeast || !this.waiting.length) return;
    const lines = this.waiting.splice(0);
    this.size = 0;
    await this.file.appendFile(`${lines.join('\n')}\n`);
  }

  async *read(): AsyncGenerator<RowFinding> {
    await this.settle(0);
    for await (const line of this.file.readLines({ start: 0, autoClose: false })) yield JSON.parse(line) as RowFinding;
  }

  async remove(): Promise<void> {
    await this.file.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
