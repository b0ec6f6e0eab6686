import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database';

/** What Prometheus reads. Labels are route patterns, never addresses people typed. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly http = new Histogram({
    name: 'relais_http_seconds',
    help: 'Time to answer a request, in seconds',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor(db: Database) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'relais_outbox_waiting',
      help: 'Facts not yet published, or published and not yet handled',
      registers: [this.registry],
      async collect() {
        const [row] = await db.query<{ n: number }>(
          "select count(*)::int as n from platform.outbox where published_at is null or pending <> '{}'::text[]",
        );
        this.set(row!.n);
      },
    });
  }
}
