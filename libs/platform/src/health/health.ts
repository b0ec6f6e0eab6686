import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { redisConnection } from '../jobs/redis';

type Check = { ok: boolean; detail?: string };
const LATE_SECONDS = 300;

const within = <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('timeout')), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/**
 * Ready means: PostgreSQL answers and this process is not stopping. Redis and the outbox are reported, but an api goes on
 * taking requests without them: facts wait in PostgreSQL.
 */
@Injectable()
export class Health implements OnApplicationShutdown {
  draining = false;
  private redis?: Redis;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  async check(): Promise<{ ready: boolean; details: Record<string, Check> }> {
    const [postgres, redis] = await Promise.all([this.postgres(), this.pingRedis()]);
    const details: Record<string, Check> = { ...postgres, redis };
    if (this.draining) details.process = { ok: false, detail: 'arrêt en cours' };
    return { ready: details.postgres!.ok && !this.draining, details };
  }

  private async postgres(): Promise<Record<string, Check>> {
    try {
      const rows = await within(
        this.db.query<{ lag: number }>(
          `select coalesce(extract(epoch from now() - min(occurred_at)), 0)::int as lag from platform.outbox
            where published_at is null or pending <> '{}'::text[]`,
        ),
        2_000,
      );
      const lag = rows[0]!.lag;
      return { postgres: { ok: true }, outbox: { ok: lag < LATE_SECONDS, detail: `${lag} s de retard` } };
    } catch {
      return { postgres: { ok: false }, outbox: { ok: false } };
    }
  }

  private async pingRedis(): Promise<Check> {
    if (!this.redis) {
      this.redis = new Redis({ ...redisConnection(this.config.REDIS_URL), maxRetriesPerRequest: 1, enableOfflineQueue: true });
      this.redis.on('error', () => undefined);
    }
    return within(this.redis.ping(), 1_000).then(
      () => ({ ok: true }),
      () => ({ ok: false }),
    );
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
