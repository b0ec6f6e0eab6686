import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

/** Files by key (`attestations/…pdf`). A write is whole or absent. */
export abstract class Storage {
  abstract put(key: string, content: Buffer): Promise<void>;
  /** The content, or null when there is none. */
  abstract get(key: string): Promise<Buffer | null>;
  /** Keeps a file as it comes, and answers its size; nothing of it when its source throws. */
  abstract write(key: string, content: AsyncIterable<Uint8Array>): Promise<number>;
  /** The content as it is read, or null when there is none. */
  abstract read(key: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Takes the file away; nothing happens when there is none. */
  abstract delete(key: string): Promise<void>;
}

@Injectable()
export class FileStorage extends Storage {
  private readonly root: string;

  constructor(config: Config) {
    super();
    this.root = resolve(config.STORAGE_URL.replace(/^file:(\/\/)?/, ''));
  }

  async put(key: string, content: Buffer): Promise<void> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}`;
    try {
      await writeFile(draft, content, { mode: 0o600 });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async write(key: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}`;
    try {
      const sink = createWriteStream(draft, { mode: 0o600 });
      await pipeline(content, sink);
      await rename(draft, path);
      return sink.bytesWritten;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async read(key: string): Promise<AsyncIterable<Uint8Array> | null> {
    const path = this.path(key);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return found && chunksOf(path);
  }

  async get(key: string): Promise<Buffer | null> {
    return readFile(this.path(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    if (!/^[a-z0-9]+(?:[/-][a-z0-9.]+)*$/.test(key) || key.includes('..')) throw new Error(`clé de stockage refusée : ${key}`);
    return join(this.root, key);
  }
}

/** Opened when it is first read: what nobody reads holds no descriptor. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
