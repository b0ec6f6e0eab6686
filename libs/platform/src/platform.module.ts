import { DynamicModule, Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Audit } from './audit/audit';
import { Clock } from './clock/clock';
import { Config } from './config/config';
import { dataSource } from './database/data-source';
import { Database } from './database/database';
import { Health } from './health/health';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { AccessGuard } from './http/access.guard';
import { rateLimits } from './http/rate-limit';
import { RequestValidation } from './http/validation.pipe';
import { InvariantAudit } from './invariants/invariant-audit';
import { EventRunner } from './jobs/event-runner';
import { Handlers } from './jobs/handlers';
import { JobQueue } from './jobs/job-queue';
import { JobRunner } from './jobs/job-runner';
import { SignedLinks } from './links/signed-links';
import { ConfiguredMailer, Mailer } from './mail/mailer';
import { Outbox } from './outbox/outbox';
import { OutboxRelay } from './outbox/outbox-relay';
import { ProblemFilter } from './problems/problem.filter';
import { FileStorage, Storage } from './storage/storage';

const doors = [
  { provide: Mailer, useClass: ConfiguredMailer },
  { provide: Storage, useClass: FileStorage },
];
const services = [Database, Clock, Outbox, OutboxRelay, Handlers, EventRunner, JobQueue, JobRunner, Audit, SignedLinks, InvariantAudit, Health, Metrics];

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly db: Database) {}

  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, rateLimits],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        {
          provide: DataSource,
          inject: [Config],
          useFactory: (settings: Config) => dataSource({ url: settings.DATABASE_URL, pool: settings.DATABASE_POOL }).initialize(),
        },
        ...services,
        ...doors,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Config, Mailer, Storage, ...services],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db.source.destroy();
  }
}
