import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long a body may take, and a head; a route that takes large files gives more to those it has let in. */
export const LONGEST_BODY_MS = 180_000;
const SECOND = 1_000;
const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

const given = new WeakMap<FastifyRequest['raw'], (ms: number) => void>();

/** Cuts whoever sends a body for longer than this, so that slow senders never hold all the connections. */
export function limitBodyTime(fastify: FastifyInstance, seconds: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (raw.headers['transfer-encoding'] === undefined && !Number(raw.headers['content-length'] ?? 0)) return done();
    const cut = () => {
      if (!reply.raw.headersSent) raw.socket.write(TOO_SLOW);
      raw.destroy();
    };
    let timer = setTimeout(cut, seconds * SECOND).unref();
    const clear = () => clearTimeout(timer);
    raw.once('end', clear).once('close', clear);
    given.set(raw, (ms) => {
      if (raw.complete) return;
      clear();
      timer = setTimeout(cut, ms).unref();
    });
    done();
  });
}

/** For a route that has already let its sender in: its body may take this long from now, {@link LONGEST_BODY_MS} at most. */
export function giveBodyTime({ raw }: Pick<FastifyRequest, 'raw'>, ms: number = LONGEST_BODY_MS): void {
  given.get(raw)?.(Math.min(ms, LONGEST_BODY_MS));
}
