import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnreachable, problemOfDatabaseError } from './constraint-problems';
import { Problem } from './problem';

const BY_STATUS: Record<number, [string, string]> = {
  400: ['request.malformed', 'La requête est mal formée.'],
  401: ['auth.required', 'Connectez-vous pour continuer.'],
  403: ['auth.refused', 'Vous n’avez pas accès à cette action.'],
  404: ['route.not_found', 'Cette adresse n’existe pas.'],
  405: ['route.method', 'Cette action n’existe pas à cette adresse.'],
  406: ['request.not_acceptable', 'Ce format de réponse n’est pas disponible.'],
  408: ['request.timeout', 'La requête a mis trop de temps à arriver.'],
  413: ['request.too_large', 'Le contenu envoyé est trop volumineux.'],
  414: ['request.too_long', 'L’adresse demandée est trop longue.'],
  415: ['request.media_type', 'Ce format de contenu n’est pas accepté.'],
  429: ['request.too_many', 'Trop de tentatives. Patientez quelques instants avant de réessayer.'],
  503: ['service.unavailable', 'Le service est momentanément indisponible. Réessayez dans un instant.'],
};
const FAULT = new Problem(500, 'service.fault', 'Une erreur est survenue de notre côté. Réessayez dans un instant.');

/** Every way to fail, told as one problem. Nothing of the cause is echoed. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status !== 500) {
    const [code, detail] = BY_STATUS[status] ?? ['request.refused', 'La requête n’a pas pu être traitée.'];
    return new Problem(status, code, detail);
  }
  if (isUnreachable(error)) return new Problem(503, 'service.unavailable', BY_STATUS[503]![1]);
  return problemOfDatabaseError(error) ?? FAULT;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id }, problem.code);
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers(problem.extra.headers ?? {})
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ ...problem.toJSON(), requestId: request.id }));
  }
}
