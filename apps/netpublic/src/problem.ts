import type { FastifyReply } from 'fastify';

/** RFC 9457 answer; `extra` carries the current version of the offer or the list of errors. */
export function problem(
  reply: FastifyReply,
  status: number,
  code: string,
  detail: string,
  extra: Record<string, unknown> = {},
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ status, code, detail, ...extra }));
}
