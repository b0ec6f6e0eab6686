import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';

interface Kept<T> {
  until: number;
  value: Promise<T>;
  drawn?: T;
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

  /** What was drawn less than two seconds ago, if anything. */
  drawn(key: string): T | undefined {
    return this.current(key)?.drawn;
  }

  get(key: string, draw: () => Promise<T>): Promise<T> {
    const known = this.current(key);
    if (known) return known.value;
    const fresh: Kept<T> = { until: performance.now() + KEEP_MS, value: draw() };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    fresh.value.then(
      (value) => (fresh.drawn = value),
      () => this.kept.delete(key),
    );
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST && !oldest.done) this.kept.delete(oldest.value);
    return fresh.value;
  }

  private current(key: string): Kept<T> | undefined {
    const known = this.kept.get(key);
    return known && known.until > performance.now() ? known : undefined;
  }
}
