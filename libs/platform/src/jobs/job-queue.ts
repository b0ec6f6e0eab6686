import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Job, Queue } from 'bullmq';
import { Config } from '../config/config';
import type { JobName, Jobs } from './handlers';
import { redisConnection } from './redis';

export const QUEUE = 'relais';
export const EVENT_JOB = 'event';

interface AddOptions {
  /** Two adds with one id make one job. Neither an integer nor with a colon (BullMQ). */
  jobId?: string;
  delayMs?: number;
}

const keep = { removeOnComplete: true, removeOnFail: true, attempts: 8, backoff: { type: 'exponential', delay: 500, jitter: 0.5 } } as const;

/** The door to BullMQ. Redis may lose all of it: what matters is found again in PostgreSQL. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private opened?: Queue;

  constructor(private readonly config: Config) {}

  get queue(): Queue {
    // Told by our log: without a listener, BullMQ writes to the console.
    this.opened ??= new Queue(QUEUE, { connection: redisConnection(this.config.REDIS_URL), defaultJobOptions: keep }).on('error', (error) => this.logger.warn({ err: error }, 'queue unreachable'));
    return this.opened;
  }

  async add<N extends JobName>(name: N, payload: Jobs[N], { jobId, delayMs }: AddOptions = {}): Promise<void> {
    await this.queue.add(name, payload, { jobId, delay: delayMs });
  }

  /** One job per event and handler; an id already queued is not queued again. */
  async addEvents(events: { eventId: string; handler: string }[]): Promise<void> {
    await this.queue.addBulk(
      events.map((data) => ({ name: EVENT_JOB, data, opts: { jobId: `evt-${data.eventId}-${data.handler}` } })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }
}

export type EventJob = Job<{ eventId: string; handler: string }>;
