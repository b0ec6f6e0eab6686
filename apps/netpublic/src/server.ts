import fastify, { type FastifyInstance } from 'fastify';
import type { NetPublicConfig } from './config';
import { parseJson } from './body';
import { Faults, isFault } from './faults';
import { offerRoutes } from './offers.routes';
import type { OfferStore } from './offer-store';
import { listPage } from './page';
import { problem } from './problem';

const BODY_LIMIT = 256 * 1024;

export function buildServer(
  config: Pick<NetPublicConfig, 'token' | 'faultsAllowed'>,
  store: OfferStore,
): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', logger: false });
  const faults = new Faults();

  // The raw bytes are kept: the hash that is echoed is the hash of what was received.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.get('/health', () => ({ status: 'ok' }));
  app.get<{ Querystring: { page?: string } }>('/', (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(listPage(store.published(), Math.trunc(Number(request.query.page ?? 1)) || 1)),
  );

  void app.register((scope, _options, done) => {
    offerRoutes(scope, store, config.token, faults);
    done();
  });

  if (config.faultsAllowed) {
    app.put('/_faults', (request, reply) => {
      const wanted = parseJson(request.body);
      if (!isFault(wanted)) return problem(reply, 400, 'fault.unknown', 'Panne inconnue.');
      return faults.set(wanted);
    });
  }

  return app;
}
