import { Failure, explain } from './services/failure.mjs';
import { startPostgres } from './services/postgres.mjs';
import { startRedis } from './services/redis.mjs';

export { startPostgres, startRedis };

/** Both services, or none: when one does not start, the other is stopped. */
export async function startServices({ test = false, inMemory = false, name, settings, announce } = {}) {
  const both = await Promise.allSettled([
    startPostgres({ test, inMemory, name, settings }),
    startRedis({ test, announce }),
  ]);
  const refused = both.find(({ status }) => status === 'rejected');
  if (refused) {
    await Promise.all(both.map(({ value }) => value?.stop()));
    throw new Failure(explain(refused.reason), { cause: refused.reason });
  }
  const [postgres, redis] = both.map(({ value }) => value);
  return {
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    stop: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}
