import fc from 'fast-check';
import { TestApp, testApp } from '../support/app';
import { Someone } from '../support/someone';
import { ACCESS } from './expected-access';
import { split } from './matrix';
import { addressOf } from './routes';
import { World, worldOf } from './world';

const ORIGIN = 'http://127.0.0.1:3000';
const JSON_TYPE = 'application/json';

describe('HTTP, written by someone unkind', () => {
  let t: TestApp;
  let world: World;
  let manager: Someone;
  beforeAll(async () => {
    t = await testApp();
    world = await worldOf(t);
    manager = world.people.course_manager[0];
  }, 60_000);
  afterAll(() => t.close());

  interface Raw {
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'DELETE' | 'OPTIONS';
    as?: Someone;
    headers?: Record<string, string>;
    payload?: string | Buffer;
  }
  const send = (url: string, { method = 'GET', as, headers = {}, payload }: Raw = {}) =>
    t.app.inject({ method, url, headers: { ...(as && { cookie: `relais_session=${as.token}` }), ...headers }, ...(payload !== undefined && { payload }) });
  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    send(url, { method: 'POST', as: manager, headers: { 'content-type': JSON_TYPE, ...headers }, payload });
  const course = (extra: object = {}) => ({
    title: 'Une formation', summary: 'Vingt caractères au moins, voilà.', audiences: [{ code: 'A', from: '2015-10-01' }], modality: 'presence', durationHours: 6,
    theme: 'accessibilite-numerique', ...extra,
  });
  const courses = async () => (await t.db.one<{ n: number }>('select count(*)::int as n from training.course'))!.n;

  describe('origin of writes', () => {
    it.each([
      ['another site', { origin: 'https://ailleurs.example' }],
      ['our name elsewhere', { origin: `${ORIGIN}.ailleurs.example` }],
      ['no origin at all', { origin: 'null' }],
      ['another port', { origin: 'http://127.0.0.1:3001' }],
      ['a neighbour, without origin', { 'sec-fetch-site': 'same-site' }],
      ['another site, without origin', { 'sec-fetch-site': 'cross-site' }],
    ])('%s is refused, even with a session', async (_, headers) => {
      const before = await courses();
      const answer = await post('/api/v1/courses', JSON.stringify(course()), headers as Record<string, string>);
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'auth.foreign_origin']);
      expect(await courses()).toBe(before);
    });

    it('our own pages and programs are let in, and reading is not a write', async () => {
      for (const headers of [{ origin: ORIGIN }, { 'sec-fetch-site': 'same-origin' }, {}])
        expect((await post('/api/v1/courses', '{}', headers as Record<string, string>)).statusCode).toBe(422);
      expect((await send('/api/v1/courses', { headers: { origin: 'https://ailleurs.example' } })).statusCode).toBe(200);
    });
  });

  describe('bodies', () => {
    const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const cases: [string, string | Buffer, Record<string, string>, number[]][] = [
      ['__proto__', '{"__proto__":{"isAdmin":true}}', {}, [400]],
      ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}}}', {}, [400]],
      ['a field of ours', JSON.stringify(course({ status: 'published' })), {}, [400]],
      ['an id', JSON.stringify(course({ id: '00000000-0000-7000-8000-000000000000' })), {}, [400]],
      ['an author', JSON.stringify(course({ createdBy: 'x' })), {}, [400]],
      ['ten thousand levels', deep(10_000), {}, [400, 413]],
      ['seventeen levels', deep(17), {}, [400]],
      ['300 kB', JSON.stringify(course({ content: 'a'.repeat(300_000) })), {}, [413]],
      ['a list', '[]', {}, [400]],
      ['a text', '"formation"', {}, [400]],
      ['null', 'null', {}, [400]],
      ['half a JSON', '{"title":', {}, [400]],
      ['nothing', '', {}, [400]],
      ['a number too many', `${JSON.stringify(course())}1`, {}, [400]],
      ['a duration out of range', JSON.stringify(course({ durationHours: 1e308 })), {}, [422]],
      ['texts as objects', JSON.stringify(course({ title: { $ne: '' } })), {}, [422]],
      ['NUL in a text', JSON.stringify(course({ title: 'Une\u0000formation' })), {}, [422]],
      ['half a surrogate pair', '{"title":"Une formation \\ud800"}', {}, [422]],
      ['XML', '<a/>', { 'content-type': 'application/xml' }, [415]],
      ['a form', 'title=Une+formation', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
      ['plain text', JSON.stringify(course()), { 'content-type': 'text/plain' }, [400, 415]],
      ['no type', JSON.stringify(course()), { 'content-type': '' }, [400, 415, 422]],
      ['a type with a tab', '{"__proto__":{}}', { 'content-type': 'application/json\t' }, [400, 415]],
      ['a type with a tail', '{"title":1}', { 'content-type': 'application/json garbage' }, [415, 422]],
      ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {}, [400]],
    ];
    it.each(cases)('%s is refused, and nothing is written', async (_, payload, headers, expected) => {
      const before = await courses();
      const answer = await post('/api/v1/courses', payload, headers);
      expect(expected).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(await courses()).toBe(before);
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    });

    it('the same key twice counts once, the last, and is checked', async () => {
      const answer = await post('/api/v1/courses', `${JSON.stringify(course()).slice(0, -1)},"title":"abc"}`);
      expect(answer.json()).toMatchObject({ status: 422, errors: [{ pointer: '/title' }] });
    });

    it.each(['', 'court', 'a'.repeat(10_000), 'clé avec espace'])('an unusable idempotency key (%#) is a 400', async (key) => {
      expect((await post('/api/v1/courses', JSON.stringify(course()), { 'idempotency-key': key })).statusCode).toBe(400);
    });
  });

  describe('queries', () => {
    const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const lists: [string, () => Someone | undefined][] = [
      ['/api/v1/courses', () => undefined], ['/api/v1/venues', () => undefined], ['/api/v1/manage/courses', () => manager], ['/api/v1/manage/sessions', () => manager],
      ['/api/v1/rooms', () => manager], ['/api/v1/trainers', () => manager], ['/api/v1/bookings', () => world.people.venue_host[0]],
      ['/api/v1/venues/mine', () => world.people.venue_host[0]], ['/api/v1/agents', () => world.people.training_officer[0]],
      ['/api/v1/enrolments/mine', () => world.people.agent[0]], ['/api/v1/enrolments/to-decide', () => world.people.training_officer[0]],
      ['/api/v1/me/messages', () => world.people.agent[0]], ['/api/v1/federation/publications', () => world.people.state_officer[0]],
    ];
    const meaningless = [
      'limit=0', 'limit=-1', 'limit=101', 'limit=1e9', 'limit=abc', 'limit=1&limit=2', 'limit[$gt]=1', 'sort=title;drop table person', 'sort=(select 1)', 'order=asc',
      'cursor=%00', 'cursor=e30', 'cursor=bm90IGpzb24', 'cursor=a&cursor=b', `cursor=${cursor({}, [])}`, `cursor=${'a'.repeat(501)}`, `cursor=${cursor('a\0')}`,
      'constructor[prototype]=1',
    ];
    /** Of a shape that some list may read: refused, or a page, but never a fault. */
    const odd = [
      '__proto__=1', `cursor=${cursor('x', 'y', 'z')}`, `cursor=${cursor('x', 'y')}`, `cursor=${cursor('x')}`, `cursor=${cursor(1e308, 1)}`, `cursor=${cursor(null, null)}`,
      `cursor=${cursor('2026-02-31', '00000000-0000-7000-8000-000000000000')}`, `cursor=${cursor("' or 1=1", "';--")}`,
    ];
    it.each(lists)('%s refuses what has no meaning', async (path, as) => {
      const strange = [];
      for (const [queries, expected] of [[meaningless, [400, 422]], [odd, [200, 400, 422]]] as const)
        for (const query of queries) {
          const { statusCode } = await send(`${path}?${query}`, { as: as() });
          if (!expected.some((status) => status === statusCode)) strange.push(`${query}: ${statusCode}`);
        }
      expect(strange).toEqual([]);
    });

    const searches = ['/api/v1/courses', '/api/v1/venues', '/api/v1/reference/communes', '/api/v1/reference/metiers'];
    const words = [':*', '!!!', "'", '& |', '<->', '\\', '%', '_', '():*&!|<2>', 'le la les', '🙂', 'é'.normalize('NFD'), '*', '"', "l'accueil", 'a'.repeat(60)];
    it.each(searches)('%s takes any words for words', async (path) => {
      for (const q of words) expect({ q, status: (await send(`${path}?q=${encodeURIComponent(q)}`)).statusCode }).toEqual({ q, status: 200 });
      for (const q of ['%00', 'a'.repeat(5_000), '%ff%fe', 'a&q=b', '%F0%9F', '%E2%80%AE'])
        expect([200, 400, 422]).toContain((await send(`${path}?q=${q}`)).statusCode);
    });
  });

  it('an id that is not one is answered like an absent one', async () => {
    const ids = ['0', '-1', '9007199254740993', '9223372036854775808', '1e3', '1%20OR%201=1', 'null', '[1]', '%00', '..%2f..%2fetc%2fpasswd', '%F0%9F%99%82', '\u00e9', "'"];
    const routes = ['/api/v1/organisations/', '/api/v1/sessions/', '/api/v1/courses/', '/api/v1/venues/', '/api/v1/attestations/verify/'];
    const strange = [];
    for (const route of routes)
      for (const id of ids) {
        const { statusCode } = await send(route + encodeURI(id).replace(/%25/g, '%'), { as: world.people.agent[0] });
        if (statusCode !== 404) strange.push(`${route}${id}: ${statusCode}`);
      }
    expect(strange).toEqual([]);
  });

  describe('what every answer carries', () => {
    it.each(['/', '/formations', '/api/v1/courses', '/api/v1/absent', '/health/live'])('%s: security headers', async (url) => {
      const { headers } = await send(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      for (const directive of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) expect(policy).toContain(directive);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'x-frame-options': 'SAMEORIGIN' });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    });

    it('the session cookie is out of reach of scripts and other sites', async () => {
      const answer = await send('/api/v1/auth/sign-out', { method: 'POST' });
      expect(String(answer.headers['set-cookie'])).toMatch(/^relais_session=;.*HttpOnly.*SameSite=Lax/);
    });

    it('a problem says what, never how: no stack, no SQL', async () => {
      const asked = [
        send('/api/v1/absent'), send('/api/v1/auth/me'), post('/api/v1/courses', '{'), post('/api/v1/courses', '{}'), send('/api/v1/courses?limit=x'),
        send('/api/v1/sessions/S-XXXXX'), send(`/api/v1/organisations/${world.objects.employer}`, { as: manager }), send('/api/v1/courses', { method: 'DELETE' }),
      ];
      for (const { statusCode, headers, body } of await Promise.all(asked)) {
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(JSON.parse(body)).toMatchObject({ type: expect.stringContaining('problemes/'), status: statusCode, code: expect.any(String), detail: expect.any(String), requestId: expect.any(String) });
        expect(body).not.toMatch(/node_modules|\.ts:|\.js:|at \w+\.|select |insert |QueryFailed|stack/i);
      }
    });
  });

  it('no request drawn at random is answered by a fault', async () => {
    const roles = ['anonymous', ...Object.keys(world.people)] as const;
    const value = fc.oneof(
      fc.constantFrom(null, '', 0, -1, 2 ** 53, 1e308, '\u0000', '\ud800', "'; drop table x; --", '2026-02-31', '25:00', [], {}, [null], true), fc.string({ unit: 'binary' }), fc.integer(),
      fc.constantFrom(...Object.values(world.objects)),
    );
    const names = fc.constantFrom('title', 'reason', 'capacity', 'slots', 'marks', 'name', 'email', 'password', 'roomId', 'trainerIds', 'organisationId', 'motivation', 'latitude', 'communeCode');
    const queryNames = fc.constantFrom('q', 'limit', 'cursor', 'sort', 'departement', 'near', 'status', 'state', 'from', 'date', 'start', 'end', 'minCapacity', 'timeZone', 'venueId');
    const request = fc.record({
      route: fc.constantFrom(...Object.keys(ACCESS).filter((route) => !/sign-(in|out)|GET \*/.test(route))),
      reader: fc.constantFrom(...roles),
      id: fc.oneof(fc.constantFrom(...Object.values(world.objects)), fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent)),
      body: fc.dictionary(names, value, { maxKeys: 4 }),
      query: fc.dictionary(queryNames, fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('1', '%', '\u0000', '2026-13-01', 'Europe/Nulle', ...Object.values(world.objects))), { maxKeys: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ route, reader, id, body, query }) => {
        const [method, path] = split(route) as [NonNullable<Raw['method']>, string];
        const answer = await send(`${addressOf(path, id || 'x')}?${new URLSearchParams(query)}`, {
          method,
          as: reader === 'anonymous' ? undefined : world.people[reader as keyof World['people']][0],
          headers: { 'if-match': '"999"', 'content-type': JSON_TYPE },
          ...(method !== 'GET' && { payload: JSON.stringify(body) }),
        });
        expect(answer.statusCode).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
