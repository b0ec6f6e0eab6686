import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, TestingModuleBuilder } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, configureHttp, Database, EventRunner, fastifyAdapter, Handlers, httpOptions, InvariantAudit, loadConfig } from '@app/platform';
import { ApiModule } from '../../apps/api/src/api.module';
import { builders, Builders } from './builders';
import { freshDatabase } from './database';
import { Someone } from './someone';

export interface TestApp {
  app: NestFastifyApplication;
  db: Database;
  config: Config;
  /** Builders through the application's own doors. */
  a: Builders;
  /** A new person holding the role, signed in; in a new organisation unless one is given. */
  as: Builders['as'];
  /** Nobody: no cookie. */
  anyone: Someone;
  /** Handles every fact of the outbox, and what those cause, without Redis. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
}

interface Options {
  env?: Record<string, string>;
  override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

/** The whole application on a database of its own. `close` checks every invariant before dropping it. */
export async function testApp({ env = {}, override = (builder) => builder }: Options = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'relais-test-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    REDIS_URL: process.env.REDIS_URL,
    STORAGE_URL: `file:${folder}/storage`,
    MAIL_URL: `file:${folder}/mail`,
    // At whatever hour the tests run.
    QUIET_HOURS: 'none',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '12',
    ...env,
  });
  const module = await override(Test.createTestingModule({ imports: [ApiModule.with(config)] })).compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(config), { logger: false, ...httpOptions });
  await configureHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const db = app.get(Database);
  const handlers = app.get(Handlers);
  const events = app.get(EventRunner);
  const settle = async () => {
    for (;;) {
      const facts = await db.query<{ id: string; type: string }>('select id, type from platform.outbox where published_at is null order by id');
      if (!facts.length) return;
      for (const { id, type } of facts) {
        await db.query('update platform.outbox set published_at = now(), pending = $2 where id = $1', [id, handlers.namesFor(type)]);
        for (const name of handlers.namesFor(type)) await events.run(id, name);
      }
    }
  };
  const close = async () => {
    const broken = (await app.get(InvariantAudit).run()).filter(({ violations }) => violations > 0);
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    expect(broken).toEqual([]);
  };
  const a = builders(app, db);
  return { app, db, config, a, as: a.as, anyone: new Someone(app, null), settle, close };
}
