import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';

interface Kept<T> {
  until: number;
  value: Promise<T>;
}

const KEEP_MS = 2_000;
const MOST = 500;

/**
 * Pages everyone reads are drawn at most once every two seconds per process, however many ask: a rush on the opening
 * of a session costs PostgreSQL one read. Nothing personal passes here, and two seconds is what a reader may be late.
 */
@Injectable()
export class PageCache<T> {
  private readonly kept = new Map<string, Kept<T>>();

  get(key: string, draw: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.value;
    const value = draw();
    this.kept.delete(key);
    this.kept.set(key, { until: now + KEEP_MS, value });
    value.catch(() => this.kept.delete(key));
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST && !oldest.done) this.kept.delete(oldest.value);
    return value;
  }
}
