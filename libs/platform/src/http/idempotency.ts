import { createHash } from 'node:crypto';
import { applyDecorators, CallHandler, createParamDecorator, ExecutionContext, Injectable, NestInterceptor, UseInterceptors } from '@nestjs/common';
import { ApiHeader, type ApiHeaderOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, Observable } from 'rxjs';
import { Database } from '../database/database';
import { Problem } from '../problems/problem';
import type { RelaisRequest } from './access.decorators';
import { describedHeader } from './described';

/** A click by its key: the same one asks for the same thing once. */
export interface Click {
  key: string;
  /** Of what it asks for. */
  fingerprint: string;
}

/** The header of an answer that was given before. */
export const REPLAYED = 'idempotent-replay';

export const keyReused = () => new Problem(422, 'idempotency.key_reused', 'Cette clé d’idempotence a déjà servi pour une autre demande.');

function clickOf(request: RelaisRequest): Click | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Problem(400, 'idempotency.key_invalid', 'La clé d’idempotence compte de 8 à 200 caractères sans espace.');
  return { key, fingerprint: createHash('sha256').update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`).digest('hex') };
}

const HEADER: ApiHeaderOptions = {
  name: 'Idempotency-Key', description: 'Une clé par demande, de 8 à 200 caractères\u202f: la même redonne la première réponse.', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 },
};

/** The click behind a request whose own statement keeps its key; null when it has none. */
export const ClickKey = createParamDecorator((_: unknown, context: ExecutionContext): Click | null => clickOf(context.switchToHttp().getRequest<RelaisRequest>()), [describedHeader(HEADER)]);

/**
 * The key is one row written in the transaction of the effect: a concurrent twin waits for it, then reads the answer.
 * A refused request leaves no row, so its key may be used again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly db: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RelaisRequest>();
    const click = clickOf(request);
    if (!click) return next.handle();
    const { key, fingerprint } = click;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(
      this.db.tx(async () => {
        const mine = await this.db.query(
          `insert into platform.idempotency (person_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning 1`,
          [request.actor!.personId, key, fingerprint],
        );
        if (!mine.length) return this.replay(request.actor!.personId, key, fingerprint, reply);
        const answer: unknown = await lastValueFrom(next.handle());
        await this.db.query('update platform.idempotency set status = $3, answer = $4 where person_id = $1 and key = $2', [
          request.actor!.personId, key, reply.statusCode, JSON.stringify(answer ?? null),
        ]);
        return answer;
      }),
    );
  }

  private async replay(personId: string, key: string, fingerprint: string, reply: FastifyReply): Promise<unknown> {
    const first = await this.db.one<{ fingerprint: string; status: number; answer: unknown }>(
      'select fingerprint, status, answer from platform.idempotency where person_id = $1 and key = $2',
      [personId, key],
    );
    if (first?.fingerprint !== fingerprint) throw keyReused();
    void reply.status(first.status).header(REPLAYED, 'true');
    return first.answer;
  }
}

/** A second click with the same `Idempotency-Key` gets the first answer. Keys are kept per person. */
export const Idempotent = () => applyDecorators(UseInterceptors(IdempotencyInterceptor), ApiHeader(HEADER));
