// A Redis of one's own, which keeps nothing when it is killed.
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { redisBinary } from '../../../scripts/services/redis-binary.mjs';
import { startRedis } from '../../../scripts/services.mjs';
import { takeOrders } from './killable.mjs';

const redis = await startRedis({ test: true });
const answers = async () => {
  const client = new Redis(redis.url, { lazyConnect: true, retryStrategy: null });
  client.on('error', () => undefined);
  return client.connect().then(() => true, () => false).finally(() => client.disconnect());
};
const { command, env } = await redisBinary();
await takeOrders(redis, { signal: 'SIGTERM', answers, command: [command, join(readlinkSync(`/proc/${redis.pid}/cwd`), 'redis.conf')], options: { env } });
