import { mkdtemp, appendFile, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { OfferStore } from './offer-store';
import { buildServer } from './server';

const token = 'jeton-de-test-netpublic';
const offer = (title = 'Découvrir l’open data') => ({
  formation: {
    'intitule-formation': title,
    'objectif-formation': 'Publier un premier jeu de données.',
    'resultats-attendus': 'Un jeu de données publié.',
    'contenu-formation': 'Licences, formats, portail.',
  },
});

describe('the NetPublic stand-in', () => {
  let dir: string;
  let store: OfferStore;
  let app: FastifyInstance;
  const open = async () => {
    store = await OfferStore.open(dir);
    app = buildServer({ token, faultsAllowed: true }, store);
  };
  const close = async () => {
    await app.close();
    await store.close();
  };
  const send = (method: 'GET' | 'PUT' | 'DELETE', url: string, body?: unknown, version?: number) =>
    app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'netpublic-'));
    await open();
  });
  afterEach(async () => {
    await close();
    await rm(dir, { recursive: true });
  });

  it('creates, echoes the hash of what it received, updates on the right version only', async () => {
    const created = await send('PUT', '/offers/course-1', offer());
    expect(created.statusCode).toBe(201);
    const sha256 = createHash('sha256').update(JSON.stringify(offer())).digest('hex');
    expect(created.json()).toMatchObject({
      id: 'NP-000001',
      version: 1,
      contentHash: sha256,
      state: 'published',
    });

    expect((await send('PUT', '/offers/course-1', offer('B'))).statusCode).toBe(428);
    expect((await send('PUT', '/offers/course-1', offer('B'), 7)).json()).toMatchObject({
      code: 'offer.stale',
      current: { version: 1 },
    });
    const updated = await send('PUT', '/offers/course-1', offer('B'), 1);
    expect(updated.statusCode).toBe(200);
    expect(updated.headers.etag).toBe('"2"');
  });

  it('answers unchanged to a replay, whatever the version given', async () => {
    await send('PUT', '/offers/course-1', offer());
    const replay = await send('PUT', '/offers/course-1', offer());
    expect(replay.json()).toMatchObject({ result: 'unchanged', version: 1 });
  });

  it('keeps a tombstone after a withdrawal and revives it on the next deposit', async () => {
    await send('PUT', '/offers/session-1', offer());
    const gone = await send('DELETE', '/offers/session-1?reason=annul%C3%A9e', undefined, 1);
    expect(gone.json()).toMatchObject({ state: 'withdrawn', version: 2, reason: 'annulée' });
    expect((await send('GET', '/offers/session-1')).statusCode).toBe(410);
    expect((await send('DELETE', '/offers/session-1')).json()).toMatchObject({ version: 2 });
    expect((await send('PUT', '/offers/session-1', offer(), 2)).json()).toMatchObject({
      version: 3,
      reason: null,
    });
    expect((await send('DELETE', '/offers/unknown')).statusCode).toBe(404);
  });

  it('lists by order of change with a cursor', async () => {
    for (const n of [1, 2, 3]) await send('PUT', `/offers/course-${n}`, offer());
    await send('PUT', '/offers/course-1', offer('B'), 1);
    const first = (await send('GET', '/offers?limit=2')).json();
    expect(first.items.map((item: { reference: string }) => item.reference)).toEqual([
      'course-2',
      'course-3',
    ]);
    const second = (await send('GET', `/offers?limit=2&cursor=${first.nextCursor}`)).json();
    expect(second).toMatchObject({ items: [{ reference: 'course-1' }], nextCursor: null });
  });

  it('finds everything again after a restart, and drops a line torn by a crash', async () => {
    await send('PUT', '/offers/course-1', offer());
    await send('PUT', '/offers/course-1', offer('B'), 1);
    await close();
    await appendFile(join(dir, 'offers.jsonl'), '{"reference":"course-9","ver');
    await open();
    expect((await send('GET', '/offers')).json().items).toHaveLength(1);
    expect((await send('PUT', '/offers/course-2', offer())).json()).toMatchObject({
      id: 'NP-000002',
      sequence: 3,
    });
    const lines = (await readFile(join(dir, 'offers.jsonl'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
  });

  it.each([
    ['no token', { authorization: '' }, 401],
    ['another token', { authorization: 'Bearer x' }, 401],
  ])('refuses %s', async (_name, headers, status) => {
    expect((await app.inject({ url: '/offers', headers })).statusCode).toBe(status);
  });

  it('refuses what it could not show', async () => {
    expect((await send('PUT', '/offers/a%20b', offer())).statusCode).toBe(400);
    expect((await send('PUT', '/offers/a', {})).statusCode).toBe(422);
    const long = await send('PUT', '/offers/a', offer('x'.repeat(256)));
    expect(long.json().errors).toEqual([
      { pointer: '/formation/intitule-formation', detail: 'Texte de 1 à 255 caractères attendu.' },
    ]);
  });

  it('shows people a page with the titles escaped', async () => {
    await send('PUT', '/offers/a', offer('<script>alert(1)</script>'));
    const page = (await app.inject({ url: '/' })).body;
    expect(page).toContain('1 offre de formation');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  describe('faults', () => {
    const fault = (body: unknown) => send('PUT', '/_faults', body);

    it('answers 500 and 429 without touching the store, then behaves again', async () => {
      await fault({ mode: 'error', times: 1 });
      expect((await send('PUT', '/offers/a', offer())).statusCode).toBe(500);
      await fault({ mode: 'rate_limit', times: 1, retryAfterSeconds: 7 });
      expect((await send('PUT', '/offers/a', offer())).headers['retry-after']).toBe('7');
      expect((await send('PUT', '/offers/a', offer())).statusCode).toBe(201);
    });

    it('applies the deposit but answers nonsense, or half, or twice', async () => {
      await fault({ mode: 'wrong_json', times: 1 });
      expect((await send('PUT', '/offers/a', offer())).body).toContain('<html>');
      await fault({ mode: 'duplicate', times: 1 });
      expect((await send('PUT', '/offers/b', offer())).json()).toMatchObject({
        result: 'unchanged',
        version: 1,
      });
      await fault({ mode: 'half_body', times: 1 });
      await app.listen({ port: 0, host: '127.0.0.1' });
      const address = app.server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const answer = await fetch(`http://127.0.0.1:${port}/offers`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await expect(answer.text()).rejects.toThrow();
    });

    it('are refused when unknown and absent when not allowed', async () => {
      expect((await fault({ mode: 'fire' })).statusCode).toBe(400);
      const sober = buildServer({ token, faultsAllowed: false }, store);
      expect((await sober.inject({ method: 'PUT', url: '/_faults', payload: {} })).statusCode).toBe(404);
    });
  });
});
