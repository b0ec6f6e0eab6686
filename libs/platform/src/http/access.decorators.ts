import { applyDecorators, createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import type { Actor } from './actor';
import { describedHeader } from './described';

export const CAN = 'relais:can';
export const PUBLIC = 'relais:public';

/** The route asks for this permission; the object itself is narrowed further by the context's policy. */
export const Can = (permission: string) => applyDecorators(SetMetadata(CAN, permission), ApiCookieAuth());
/** The route is open to anyone; an actor is still known when a session cookie comes along. */
export const Public = () => SetMetadata(PUBLIC, true);

export type RelaisRequest = FastifyRequest & { actor?: Actor | null };

/** The actor; on a public route it may be null, so type it `Actor | null` there. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<RelaisRequest>().actor ?? null;
});

/** The version asked by `If-Match`. Missing: 428. Not one of ours: 412. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) throw new Problem(428, 'edit.version_required', 'Indiquez la version que vous modifiez (en-tête If-Match).');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw stale();
  return Number(version);
}, [describedHeader({ name: 'If-Match', description: 'Version lue de ce qui change, entre guillemets.', required: true, schema: { type: 'string' }, example: '"3"' })]);

const stale = () =>
  new Problem(412, 'edit.stale', 'Une autre personne a modifié cet élément entre-temps. Rechargez-le avant de recommencer.');

/** Refuses to overwrite what someone else changed since it was read. */
export function ifMatch(asked: number, actual: number): void {
  if (asked !== actual) throw stale();
}
