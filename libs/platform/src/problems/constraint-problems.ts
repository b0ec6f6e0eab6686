import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { Problem } from './problem';

const byConstraint = new Map<string, Problem>();

/** Says what a violated constraint means to a person. Called beside the entity that declares the constraint. */
export function constraintProblem(constraint: string, status: number, code: string, detail: string): void {
  byConstraint.set(constraint, new Problem(status, code, detail));
}

interface PgError {
  code?: string;
  constraint?: string;
}

const pgError = (error: unknown): PgError | undefined =>
  error instanceof QueryFailedError
    ? (error.driverError as PgError)
    : error instanceof Error && 'severity' in error
      ? (error as PgError)
      : undefined;

/** What a statement told instead of failing, as the error it would have been. */
export const databaseError = (code: string, constraint: string): Error => Object.assign(new Error(`${code} ${constraint}`), { severity: 'ERROR', code, constraint });

/** True when one of these constraints refused. */
export const hasConstraint = (error: unknown, ...constraints: string[]): boolean => constraints.includes(pgError(error)?.constraint ?? '');

/** True when a constraint refused what was written. */
export const isRefusal = (error: unknown): boolean => pgError(error)?.code?.startsWith('23') ?? false;

const CONTENTION = ['40001', '40P01', '55P03'];
/** True when PostgreSQL undid a transaction because of another one: the same may succeed now. */
export const isContention = (error: unknown): boolean => CONTENTION.includes(pgError(error)?.code ?? '');

/** The problem behind a PostgreSQL error, when it is the caller's to solve; else undefined (a fault of ours). */
export function problemOfDatabaseError(error: unknown): Problem | undefined {
  const pg = pgError(error);
  if (!pg) return undefined;
  if (pg.constraint && byConstraint.has(pg.constraint)) return byConstraint.get(pg.constraint);
  switch (pg.code) {
    case '23505':
      return new Problem(409, 'data.duplicate', 'Cet élément existe déjà.');
    case '23503':
      return new Problem(422, 'data.unknown_reference', 'Un élément désigné n’existe pas.');
    case '23P01':
      return new Problem(409, 'data.overlap', 'Cette période est déjà occupée.');
    case '40001':
    case '40P01':
    case '55P03':
      return new Problem(409, 'data.busy', 'Une autre personne modifie ces données. Réessayez dans un instant.');
    case '57014':
    case '53300':
    case '57P01':
    case '57P03':
      return new Problem(503, 'service.busy', 'Le service est momentanément indisponible. Réessayez dans un instant.');
    default:
      return undefined;
  }
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** True when the database could not be reached at all, or no more: a connection lost between two statements is released. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError ||
    UNREACHABLE.has((error as NodeJS.ErrnoException).code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|has encountered a connection error/.test(error.message));
