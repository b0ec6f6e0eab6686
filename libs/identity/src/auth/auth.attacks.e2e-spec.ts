import { randomUUID } from 'node:crypto';
import { Clock } from '@app/platform';
import request from 'supertest';
import { TestApp, testApp } from '../../../../test/support/app';

describe('attacks on sign-in', () => {
  let t: TestApp;
  let now = Date.parse('2026-11-25T09:00:10Z');
  beforeAll(async () => {
    t = await testApp({
      env: { PUBLIC_URL: 'https://relais.example' },
      override: (builder) => builder.overrideProvider(Clock).useValue({ now: () => new Date(now) }),
    });
  });
  afterAll(() => t.close());
  beforeEach(() => (now += 60_000));

  const post = (from = '203.0.113.1') =>
    request(t.app.getHttpServer())
      .post('/api/v1/auth/sign-in')
      .set('X-Forwarded-For', from)
      .set('Content-Type', 'application/json');
  const guess = (email: string, from?: string) =>
    post(from).send({ email, password: 'une phrase au hasard' });
  const times = (n: number) => Array.from({ length: n }, (_, index) => index);

  it('lets an account be tried ten times a minute, known or not, then says when to come back', async () => {
    const known = (await t.as('agent')).email;
    for (const email of [known, `${randomUUID()}@exemple.fr`]) {
      for (const from of times(10)) await guess(email, `203.0.113.${from}`).expect(401);
      const refusal = await guess(email, '198.51.100.7').expect(429);
      expect(refusal.body).toMatchObject({ code: 'auth.too_many_attempts', status: 429 });
      expect(Number(refusal.headers['retry-after'])).toBe(50);
    }
    now += 50_000;
    await guess(known).expect(401);
  });

  it('counts simultaneous attempts one by one', async () => {
    const email = `${randomUUID()}@exemple.fr`;
    const answers = await Promise.all(times(25).map(() => guess(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('lets an address try sixty times a minute, whatever the accounts', async () => {
    for (const n of times(60)) await guess(`personne-${n}@exemple.fr`, '192.0.2.9').expect(401);
    await guess('personne-60@exemple.fr', '192.0.2.9').expect(429);
    await guess(`${randomUUID()}@exemple.fr`, '192.0.2.10').expect(401);
  });

  it('sends the cookie over https only when the site is', async () => {
    const { headers } = await request(t.app.getHttpServer()).post('/api/v1/auth/sign-out').expect(204);
    expect(headers['set-cookie']![0]).toMatch(/; Secure/);
  });

  const email = 'camille@exemple.fr';
  const password = 'une phrase assez longue';
  it.each<[string, object | string, number]>([
    ['nothing', {}, 422],
    ['a number', { email: 1, password }, 422],
    ['a list', { email: [email], password }, 422],
    ['an object', { email: { $ne: null }, password: { $ne: null } }, 422],
    ['NUL', { email: 'a\u0000@exemple.fr', password }, 422],
    ['half a surrogate pair', { email: 'a\ud800@exemple.fr', password }, 422],
    ['SQL', { email: `' or 1=1 --`, password }, 422],
    ['a huge password', { email, password: 'a'.repeat(201) }, 422],
    ['a megabyte', { email, password: 'a'.repeat(1_000_000) }, 413],
    ['an unknown field', { email, password, role: 'administrator' }, 400],
    ['a prototype', `{"email":"${email}","password":"x","__proto__":{"admin":true}}`, 400],
    ['a list as body', [], 400],
    ['half of a JSON', '{"email":', 400],
    ['depth', `{"email":${'['.repeat(1000)}${']'.repeat(1000)},"password":"x"}`, 400],
  ])('refuses %s', async (_, body, status) => {
    const answer = await post().send(body).expect(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.status).toBe(status);
  });

  it('takes a password with any character as it is', () =>
    post().send({ email, password: '\u0000\ud800 ’😀' }).expect(401));

  it.each(['text/plain', 'application/json\t; x', 'application/xml'])('refuses %j', async (type) => {
    const answer = await request(t.app.getHttpServer())
      .post('/api/v1/auth/sign-in')
      .set('Content-Type', type)
      .send('x');
    expect([400, 415]).toContain(answer.status);
  });

  it.each([
    ['empty', 'relais_session='],
    ['NUL', 'relais_session=%00'],
    ['long', `relais_session=${'a'.repeat(4000)}`],
    ['SQL', "relais_session=' or 1=1"],
  ])('knows nobody behind a cookie that is %s', (_, cookie) =>
    request(t.app.getHttpServer()).get('/api/v1/auth/me').set('Cookie', cookie).expect(401),
  );
});
