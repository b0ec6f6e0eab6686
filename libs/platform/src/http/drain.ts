import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health } from '../health/health';

/** Time for a load balancer to see that this process is leaving, before it stops listening. */
const NOTICE_MS = 1_500;
const PATIENCE_MS = 10_000;

/**
 * On SIGTERM or SIGINT: says it is not ready, asks each client to close its connection with its next answer, stops
 * listening, lets the requests in flight finish, then closes the application. Nest 11 has no drain of its own.
 */
export function drainOnSignal(app: NestFastifyApplication, exit: (code: number) => void = process.exit): void {
  const fastify = app.getHttpAdapter().getInstance();
  const server = fastify.server as Server;
  let inFlight = 0;
  let idle: (() => void) | undefined;
  let leaving = false;

  server.on('request', () => (inFlight += 1));
  fastify.addHook('onResponse', (_request, _reply, done) => {
    inFlight -= 1;
    if (leaving && inFlight === 0) idle?.();
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (leaving) void reply.header('connection', 'close');
    done(null, payload);
  });

  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => exit(1), NOTICE_MS + 2 * PATIENCE_MS).unref();
    app.get(Health).draining = true;
    await wait(NOTICE_MS);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const finished = inFlight === 0 ? Promise.resolve() : new Promise<void>((resolve) => (idle = resolve));
    await Promise.race([Promise.all([finished, closed]), wait(PATIENCE_MS)]);
    await app.close();
    exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
}
