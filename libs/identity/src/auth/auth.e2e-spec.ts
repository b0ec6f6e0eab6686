import { randomUUID } from 'node:crypto';
import { Clock } from '@app/platform';
import request from 'supertest';
import { TestApp, testApp } from '../../../../test/support/app';
import { IdentityService } from '../person/identity.service';

const password = 'une phrase assez longue';
const HOUR = 3_600_000;

describe('sign-in', () => {
  let t: TestApp;
  let now = Date.parse('2026-11-25T09:00:10Z');
  beforeAll(async () => {
    t = await testApp({
      override: (builder) => builder.overrideProvider(Clock).useValue({ now: () => new Date(now) }),
    });
  });
  afterAll(() => t.close());
  beforeEach(() => (now += 60_000));

  const account = async () => {
    const organisationId = await t.a.organisation({ kind: 'venue_operator' });
    const email = `camille-${randomUUID()}@exemple.fr`;
    const id = await t.app.get(IdentityService).createPerson({
      email,
      givenName: 'Camille',
      familyName: 'Durand',
      role: 'venue_host',
      organisation: organisationId,
      password,
    });
    return { id, organisationId, email };
  };
  const signIn = (body: object) => request(t.app.getHttpServer()).post('/api/v1/auth/sign-in').send(body);
  const me = (cookie: string) => request(t.app.getHttpServer()).get('/api/v1/auth/me').set('Cookie', cookie);
  const cookieOf = (answer: request.Response) => answer.headers['set-cookie']![0]!.split(';')[0]!;

  it('answers who I am and sets a cookie that no script reads', async () => {
    const { id, organisationId, email } = await account();
    const answer = await signIn({ email: ` ${email.toUpperCase()} `, password }).expect(200);
    expect(answer.body).toMatchObject({
      personId: id,
      email,
      memberships: [{ organisationId, role: 'venue_host' }],
      permissions: expect.arrayContaining(['identity.me.read', 'venues.venue.create']),
      profile: null,
    });
    expect(answer.headers['set-cookie']![0]).toMatch(
      /^relais_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await me(cookieOf(answer)).expect(200)).body).toEqual(answer.body);
  });

  it('keeps the hash of the token and not the token', async () => {
    const { id, email } = await account();
    const token = cookieOf(await signIn({ email, password })).split('=')[1]!;
    const [row] = await t.db.query<{ row: string; bytes: number }>(
      'select to_jsonb(s)::text as row, octet_length(token_hash) as bytes from identity.session s where person_id = $1 order by id desc',
      [id],
    );
    expect(row!.bytes).toBe(32);
    expect(row!.row).not.toContain(token);
    expect(row!.row).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('gives one and the same refusal to an unknown, a wrong and a closed account', async () => {
    const [known, closed] = [await account(), await account()];
    await t.app.get(IdentityService).deactivate(closed.id);
    const answers = [
      await signIn({ email: `${randomUUID()}@exemple.fr`, password }),
      await signIn({ email: known.email, password: 'une autre phrase longue' }),
      await signIn({ email: closed.email, password }),
    ];
    const seen = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, requestId: '' },
      cookie: headers['set-cookie'],
      type: headers['content-type'],
    }));
    expect(seen[0]).toMatchObject({
      status: 401,
      body: { code: 'auth.refused_credentials' },
      cookie: undefined,
    });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('gives a new token each time and ends the session it replaces', async () => {
    const { email } = await account();
    const first = cookieOf(await signIn({ email, password }));
    const second = cookieOf(await signIn({ email, password }).set('Cookie', first).expect(200));
    expect(second).not.toBe(first);
    await me(first).expect(401);
    await me(second).expect(200);
  });

  it('ignores a token it did not give', async () => {
    const chosen = `relais_session=${'a'.repeat(43)}`;
    const { email } = await account();
    expect(cookieOf(await signIn({ email, password }).set('Cookie', chosen).expect(200))).not.toBe(chosen);
    await me(chosen).expect(401);
  });

  it('signs out for good, once or twice', async () => {
    const { email } = await account();
    const cookie = cookieOf(await signIn({ email, password }));
    const signOut = () =>
      request(t.app.getHttpServer()).post('/api/v1/auth/sign-out').set('Cookie', cookie).expect(204);
    expect((await signOut()).headers['set-cookie']![0]).toMatch(
      /^relais_session=; .*Expires=Thu, 01 Jan 1970/,
    );
    await me(cookie).expect(401);
    await signOut();
  });

  it('forgets a role or an account at the next request', async () => {
    const { id, email, organisationId } = await account();
    const identity = t.app.get(IdentityService);
    const cookie = cookieOf(await signIn({ email, password }));
    const organisation = () =>
      request(t.app.getHttpServer()).get(`/api/v1/organisations/${organisationId}`).set('Cookie', cookie);
    await organisation().expect(200);
    await identity.revoke(id, 'venue_host', organisationId);
    await organisation().expect(403);
    expect((await me(cookie).expect(200)).body).toMatchObject({
      memberships: [],
      permissions: ['identity.email.edit_own', 'identity.me.read', 'notifications.message.read', 'notifications.preference.edit', 'training.search.keep'],
    });
    await identity.deactivate(id);
    await me(cookie).expect(401);
  });

  it('lasts twelve hours after the last request, seven days at most', async () => {
    const { email } = await account();
    const quiet = cookieOf(await signIn({ email, password }));
    const busy = cookieOf(await signIn({ email, password }));
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      now += 11 * HOUR;
      await me(busy).expect(200);
    }
    await me(quiet).expect(401);
    now += 11 * HOUR;
    await me(busy).expect(401);
  });

  it('refuses a write that comes from another site', async () => {
    const { email } = await account();
    await signIn({ email, password }).set('Origin', 'https://ailleurs.example').expect(403);
  });

  it('records both outcomes, without address or password', async () => {
    const { id, email } = await account();
    await signIn({ email, password: 'une autre phrase longue' }).expect(401);
    await signIn({ email, password }).expect(200);
    const entries = await t.db.query<{ action: string; line: string }>(
      `select action, to_jsonb(e)::text as line from platform.audit_entry e where subject_id = $1 and action like 'identity.sign_in.%' order by id`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'identity.sign_in.refused',
      'identity.sign_in.accepted',
    ]);
    for (const { line } of entries) {
      expect(line).not.toContain(email);
      expect(line).not.toContain('phrase');
    }
  });
});
