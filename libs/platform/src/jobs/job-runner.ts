import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import { Config } from '../config/config';
import { OutboxRelay } from '../outbox/outbox-relay';
import { EventRunner } from './event-runner';
import { Handlers, JobName, JobPayload } from './handlers';
import { EVENT_JOB, EventJob, JobQueue, QUEUE } from './job-queue';
import { redisConnection } from './redis';

export interface Schedule {
  job: JobName;
  everyMs: number;
  payload?: JobPayload;
}
const IDLE_MS = 200;

/** What only the worker does: consume the queue, relay the outbox, keep the schedules. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private worker?: Worker;
  private relaying?: Promise<void>;
  private reminder?: NodeJS.Timeout;
  private stopping = false;
  private wake?: () => void;

  constructor(
    private readonly config: Config,
    private readonly handlers: Handlers,
    private readonly events: EventRunner,
    private readonly relay: OutboxRelay,
    private readonly jobs: JobQueue,
  ) {}

  async start(schedules: Schedule[]): Promise<void> {
    this.worker = new Worker(
      QUEUE,
      async (job) => {
        if (job.name === EVENT_JOB) {
          const { eventId, handler } = (job as EventJob).data;
          return this.events.run(eventId, handler);
        }
        const run = this.handlers.jobs.get(job.name);
        if (!run) throw new Error(`Aucun traitement pour ${job.name}`);
        return run(job.data);
      },
      { connection: redisConnection(this.config.REDIS_URL), concurrency: 8 },
    );
    this.worker.on('failed', (job, error) => this.logger.warn({ job: job?.name, attempt: job?.attemptsMade, err: error }, 'job failed'));
    this.worker.on('error', (error) => this.logger.warn({ err: error }, 'queue unreachable'));
    await this.keep(schedules);
    // An emptied Redis forgets the schedules: say them again every minute.
    this.reminder = setInterval(() => void this.keep(schedules).catch(() => undefined), 60_000).unref();
    this.relaying = this.relayForever();
  }

  private async keep(schedules: Schedule[]): Promise<void> {
    for (const { job, everyMs, payload } of schedules)
      await this.jobs.queue.upsertJobScheduler(job, { every: everyMs }, { name: job, data: payload ?? {} });
  }

  private async relayForever(): Promise<void> {
    while (!this.stopping) {
      const taken = await this.relay.relay().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'relay will try again');
        return 0;
      });
      if (!taken && !this.stopping)
        await new Promise<void>((resolve) => {
          this.wake = resolve;
          setTimeout(resolve, IDLE_MS);
        });
    }
  }

  /** Jobs in flight finish; the others stay in the queue for the next worker. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.reminder);
    this.wake?.();
    await this.relaying;
    await this.worker?.close();
  }
}
