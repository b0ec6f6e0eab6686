import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Calendar, icsOf } from './calendar';

/** Answers a calendar, or 304 to whom already has it: `known` is what If-None-Match says. */
export function sendCalendar(reply: FastifyReply, known: string | undefined, calendar: Calendar): void {
  const text = icsOf(calendar);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = { etag: tag, 'cache-control': 'private, max-age=300', 'content-type': 'text/calendar; charset=utf-8' };
  void (knows(known, tag) ? reply.status(304).headers(headers).send() : reply.headers(headers).send(text));
}

// Several may be told, and a proxy that compresses makes them weak.
const knows = (known: string | undefined, tag: string): boolean => known?.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))) ?? false;
