import { Actor } from '@app/platform';
import { DiscoveryService } from '@nestjs/core';
import type { CanActivate } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { TestApp, testApp } from '../support/app';
import { ACCESS, READERS, Reader } from './expected-access';
import { expectedFor, RELATIONS } from './expected-relations';
import { mismatches, refusalOf, split, statusOf } from './matrix';
import { addressOf, routesOf } from './routes';
import { World, worldOf } from './world';

describe('roles × routes', () => {
  let t: TestApp;
  let world: World;
  beforeAll(async () => {
    t = await testApp();
    world = await worldOf(t);
  }, 60_000);
  afterAll(() => t.close());

  /** Signing out is one of the routes: a session that ended is opened again. */
  const tokenOf = async (reader: Reader): Promise<string | null> => {
    if (reader === 'anonymous') return null;
    const known = world.people[reader][0];
    const live = await t.db.one('select 1 from identity.session where person_id = $1', [known.id]);
    if (live) return known.token;
    await t.db.query(
      `insert into identity.session (token_hash, person_id, created_at, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now(), now() + interval '1 hour')`,
      [known.token, known.id],
    );
    return known.token;
  };
  const cells = READERS.length * Object.keys(ACCESS).length;
  const deniedCells = Object.values(ACCESS).reduce((sum, allowed) => sum + READERS.length - allowed.length, 0);

  it('lists every route of the application, and no other', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(routesOf(t.app).sort());
  });

  it(`gives each role what it should, ${cells} cells`, async () => {
    expect(await mismatches(t.app, tokenOf)).toEqual([]);
  }, 120_000);

  it('names an object for every route that reaches one', () => {
    const shells = /^GET \/pages\/(mes-demandes|suivi|formateur|hote|gestion|verifier|reponse|reponse-lieu|desabonnement)/;
    const reaching = Object.keys(ACCESS).filter((route) => route.includes(':id') && !shells.test(route));
    expect(Object.keys(RELATIONS).sort()).toEqual(reaching.sort());
  });

  it.each(Object.keys(RELATIONS))('%s answers by relation', async (route) => {
    const row = RELATIONS[route]!;
    const [method, path] = split(route);
    const ask = (id: string, token: string | null) => statusOf(t.app, method, addressOf(path, id), token, row);
    for (const reader of READERS.filter((one) => ACCESS[route]!.includes(one))) {
      const people = reader === 'anonymous' ? [null, null, null] : world.people[reader];
      await tokenOf(reader);
      const answers = [];
      for (const someone of people) answers.push(await ask(world.objects[row.target], someone?.token ?? null));
      answers.push(await ask(randomUUID(), people[0]?.token ?? null));
      expect({ reader, answers }).toEqual({ reader, answers: expectedFor(row, reader) });
    }
  }, 60_000);

  it('never gives more by another spelling of the path', async () => {
    const encoded = (path: string) => path.replace(/[a-z](?=[a-z]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    const spellings: [string, (path: string) => string][] = [
      ['HEAD', (path) => path], ['', encoded], ['', (path) => path.replace('/v1/', '//v1/')], ['', (path) => `/${path}`], ['', (path) => `${path}/`],
      ['', (path) => path.toUpperCase()], ['', (path) => path.replace('/api/', '/api/./')], ['', (path) => `${path};x=1`], ['', (path) => `${path}%00`],
    ];
    const given: string[] = [];
    for (const [route, allowed] of Object.entries(ACCESS)) {
      const [method, path] = split(route);
      const denied = READERS.find((reader) => !allowed.includes(reader) && reader !== 'anonymous');
      for (const reader of denied ? (['anonymous', denied] as const) : [])
        for (const [verb, spell] of spellings.filter(([verb]) => !verb || method === 'GET')) {
          const status = await statusOf(t.app, verb || method, spell(addressOf(path, randomUUID())), await tokenOf(reader));
          if (![401, 403, 404, 405, 400].includes(status)) given.push(`${verb || method} ${spell(path)} as ${reader}: ${status}, plain ${refusalOf(reader)}`);
        }
    }
    expect(given).toEqual([]);
  }, 120_000);

  describe('turns red when a protection is taken away', () => {
    const restricted = Object.fromEntries(Object.entries(ACCESS).filter(([, allowed]) => allowed.length < READERS.length));
    afterEach(() => jest.restoreAllMocks());

    it('the guard lets everyone in', async () => {
      const guard = t.app.get(DiscoveryService, { strict: false }).getProviders().find(({ instance }) => instance?.constructor.name === 'AccessGuard');
      jest.spyOn(guard!.instance as CanActivate, 'canActivate').mockReturnValue(true);
      expect(await mismatches(t.app, tokenOf, restricted)).toHaveLength(deniedCells);
    }, 120_000);

    it('every role holds every permission', async () => {
      jest.spyOn(Actor.prototype, 'can').mockReturnValue(true);
      const anonymous = Object.values(ACCESS).filter((allowed) => !allowed.includes('anonymous')).length;
      expect(await mismatches(t.app, tokenOf, restricted)).toHaveLength(deniedCells - anonymous);
    }, 120_000);

    it('one route is missing from the table', () => {
      const { 'GET /api/v1/agents': _removed, ...rest } = ACCESS;
      expect(Object.keys(rest).sort()).not.toEqual(routesOf(t.app).sort());
    });
  });
});
