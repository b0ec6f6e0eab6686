import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson } from './body';
import type { Fault, Faults } from './faults';
import { shapeErrors } from './offer-shape';
import type { OfferRecord, OfferStore, Outcome } from './offer-store';
import { problem } from './problem';

const REFERENCE = /^[A-Za-z0-9._-]{1,80}$/;
const MAX_PAGE = 500;
type ByReference = { Params: { reference: string } };

export function offerRoutes(app: FastifyInstance, store: OfferStore, token: string, faults: Faults): void {
  const struck = new WeakMap<FastifyRequest, Fault>();

  app.addHook('onRequest', async (request, reply) => {
    if (!sameToken(request.headers.authorization, token)) {
      return problem(reply, 401, 'token.refused', 'Jeton absent ou inconnu.');
    }
    const fault = faults.take();
    struck.set(request, fault);
    if (fault.mode === 'error') return problem(reply, 500, 'portal.failure', 'Panne du portail.');
    if (fault.mode === 'rate_limit') {
      void reply.header('retry-after', String(fault.retryAfterSeconds));
      return problem(reply, 429, 'portal.busy', 'Trop de requêtes.');
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = struck.get(request);
    if (fault?.mode === 'slow') await delay(fault.delayMs);
    if (fault?.mode === 'wrong_json') return '<html><body>Maintenance</body></html>';
    if (fault?.mode === 'half_body') return cut(reply, String(payload));
    return payload;
  });

  const once = async (request: FastifyRequest, apply: () => Promise<Outcome>): Promise<Outcome> => {
    if (struck.get(request)?.mode === 'duplicate') await apply();
    return apply();
  };

  app.put<ByReference & { Body: Buffer }>('/offers/:reference', async (request, reply) => {
    const { reference } = request.params;
    if (!REFERENCE.test(reference)) return problem(reply, 400, 'reference.malformed', 'Référence illisible.');
    const offer = parseJson(request.body);
    if (offer === undefined) return problem(reply, 400, 'body.malformed', 'JSON illisible.');
    const errors = shapeErrors(offer);
    if (errors.length > 0) return problem(reply, 422, 'offer.refused', 'Offre refusée.', { errors });
    const version = ifMatch(request);
    if (version === undefined) return problem(reply, 400, 'version.malformed', 'If-Match illisible.');
    const hash = createHash('sha256').update(request.body).digest('hex');
    return answer(reply, await once(request, () => store.put(reference, hash, offer, version)));
  });

  app.delete<ByReference & { Querystring: { reason?: string } }>(
    '/offers/:reference',
    async (request, reply) => {
      const version = ifMatch(request);
      if (version === undefined) return problem(reply, 400, 'version.malformed', 'If-Match illisible.');
      const reason = request.query.reason ?? null;
      return answer(
        reply,
        await once(request, () => store.withdraw(request.params.reference, reason, version)),
      );
    },
  );

  app.get<ByReference>('/offers/:reference', async (request, reply) => {
    const record = store.get(request.params.reference);
    if (!record) return answer(reply, { result: 'unknown' });
    void reply.code(record.state === 'withdrawn' ? 410 : 200).header('etag', `"${record.version}"`);
    return { ...view(record), offer: record.offer };
  });

  app.get<{ Querystring: { cursor?: string; limit?: string } }>('/offers', async (request, reply) => {
    const after = Number(request.query.cursor ?? 0);
    const limit = Number(request.query.limit ?? 100);
    if (!Number.isSafeInteger(after) || !Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
      return problem(reply, 400, 'page.malformed', `Curseur illisible ou limite hors de 1 à ${MAX_PAGE}.`);
    }
    const items = store.after(after, limit);
    const last = items.at(-1);
    return {
      items: items.map(view),
      nextCursor: items.length === limit && last ? String(last.sequence) : null,
    };
  });
}

function answer(reply: FastifyReply, outcome: Outcome) {
  if (outcome.result === 'unknown') return problem(reply, 404, 'offer.unknown', 'Offre inconnue.');
  const current = view(outcome.record);
  if (outcome.result === 'stale') {
    return problem(reply, 412, 'offer.stale', 'L’offre a changé depuis cette version.', { current });
  }
  if (outcome.result === 'version_required') {
    return problem(reply, 428, 'offer.version_required', 'If-Match est attendu pour une offre déjà connue.', {
      current,
    });
  }
  return reply
    .code(outcome.result === 'created' ? 201 : 200)
    .header('etag', `"${current.version}"`)
    .send({ result: outcome.result, ...current });
}

function view(record: OfferRecord) {
  const { id, reference, version, sequence, state, contentHash, reason, updatedAt } = record;
  return { id, reference, version, sequence, state, contentHash, reason, updatedAt };
}

/** The version asked for, null without the header, undefined when it cannot be read. */
function ifMatch(request: FastifyRequest): number | null | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return null;
  const digits = /^"(\d{1,9})"$/.exec(header)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function sameToken(header: string | undefined, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

/** Announces the whole answer, sends half of it and breaks the connection. */
function cut(reply: FastifyReply, payload: string): Readable {
  void reply.header('content-length', Buffer.byteLength(payload));
  return Readable.from(
    (function* () {
      yield payload.slice(0, payload.length / 2);
      throw new Error('connection cut on purpose');
    })(),
  );
}
