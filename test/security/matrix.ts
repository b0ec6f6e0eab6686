import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { ACCESS, READERS, Reader } from './expected-access';
import { addressOf } from './routes';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD';
export type Tokens = (reader: Reader) => Promise<string | null>;

export interface Ask {
  body?: object;
  version?: number;
}

/** One request as the holder of a session, or as nobody; answers its status. */
export async function statusOf(app: NestFastifyApplication, method: string, url: string, token: string | null, { body = {}, version }: Ask = {}): Promise<number> {
  const answer = await app.inject({
    method: method as Method,
    url,
    headers: { ...(token && { cookie: `relais_session=${token}` }), ...(version !== undefined && { 'if-match': `"${version}"` }) },
    ...(!['GET', 'HEAD'].includes(method) && { payload: body }),
  });
  return answer.statusCode;
}

export const split = (route: string): [string, string] => route.split(' ') as [string, string];
const DENIED = new Set([401, 403]);
export const refusalOf = (reader: Reader): number => (reader === 'anonymous' ? 401 : 403);

/** Each cell, role × route, whose answer is not the expected one. An absent object keeps the calls without effect. */
export async function mismatches(app: NestFastifyApplication, tokenOf: Tokens, access = ACCESS): Promise<string[]> {
  const found: string[] = [];
  for (const [route, allowed] of Object.entries(access)) {
    const [method, path] = split(route);
    for (const reader of READERS) {
      const status = await statusOf(app, method, addressOf(path, randomUUID()), await tokenOf(reader));
      const expected = allowed.includes(reader) ? 'allowed' : refusalOf(reader);
      const actual = DENIED.has(status) ? status : 'allowed';
      if (actual !== expected) found.push(`${route} as ${reader}: expected ${expected}, got ${status}`);
    }
  }
  return found;
}
