import { Injectable, OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventMeta, Events } from '../outbox/outbox';

/** Job payloads by name; each context adds its own by declaration merging, and calls {@link declareJobs}. */
export interface Jobs {
  'platform.chain_audit': Record<string, never>;
  'platform.prune': Record<string, never>;
  'platform.requeue_outbox': { olderThanSeconds?: number };
}
export type JobName = keyof Jobs & string;
export type JobPayload = Jobs[JobName];

const JOB = 'relais:job';
const EVENT = 'relais:event';
const declared = new Set<string>();

/** Names the jobs a context can add; a process refuses to boot when one has no handler. */
export const declareJobs = (...names: JobName[]): void => names.forEach((name) => void declared.add(name));
declareJobs('platform.chain_audit', 'platform.prune', 'platform.requeue_outbox');

type JobMethod<N extends JobName> = { value?: (payload: Jobs[N]) => Promise<void> };
type EventMethod<T extends keyof Events & string> = { value?: (payload: Events[T], meta: EventMeta) => Promise<void> };

/** This method does the job. It may run more than once. */
export const OnJob =
  <N extends JobName>(name: N) =>
  (_target: object, _key: string, descriptor: JobMethod<N>): void =>
    Reflect.defineMetadata(JOB, name, descriptor.value!);

/** This method reacts to the fact, once, inside a transaction that also records that it did. */
export const OnEvent =
  <T extends keyof Events & string>(type: T) =>
  (_target: object, _key: string, descriptor: EventMethod<T>): void =>
    Reflect.defineMetadata(EVENT, type, descriptor.value!);

type Handler<A extends unknown[]> = (...args: A) => Promise<void>;

/** Finds every handler at boot; refuses a job with none or with two. */
@Injectable()
export class Handlers implements OnModuleInit {
  readonly jobs = new Map<string, Handler<[unknown]>>();
  private readonly events = new Map<string, Map<string, Handler<[unknown, EventMeta]>>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Record<string, Handler<unknown[]>>;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[key];
        if (typeof method !== 'function') continue;
        const job = this.reflector.get<string | undefined>(JOB, method);
        const event = this.reflector.get<string | undefined>(EVENT, method);
        if (job) this.addJob(job, method.bind(instance));
        if (event) this.addEvent(event, `${instance.constructor.name}.${key}`, method.bind(instance));
      }
    }
    const orphans = [...declared].filter((name) => !this.jobs.has(name));
    if (orphans.length) throw new Error(`Aucun traitement pour : ${orphans.join(', ')}`);
  }

  /** Names of the handlers of an event, in a stable order. */
  namesFor = (type: string): string[] => [...(this.events.get(type)?.keys() ?? [])].sort();

  eventHandler = (type: string, name: string) => this.events.get(type)?.get(name);

  private addJob(name: string, run: Handler<[unknown]>): void {
    if (this.jobs.has(name)) throw new Error(`Deux traitements pour ${name}`);
    this.jobs.set(name, run);
  }

  private addEvent(type: string, name: string, run: Handler<[unknown, EventMeta]>): void {
    const handlers = this.events.get(type) ?? new Map<string, Handler<[unknown, EventMeta]>>();
    if (handlers.has(name)) throw new Error(`Deux réactions nommées ${name}`);
    this.events.set(type, handlers.set(name, run));
  }
}
