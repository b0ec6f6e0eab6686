import type { FieldProblem, ProblemBody } from './problem.dto';

/** The only error thrown on purpose: becomes `application/problem+json` (RFC 9457). `detail` is French. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: { errors?: FieldProblem[]; headers?: Record<string, string> } & Record<string, unknown> = {},
  ) {
    super(`${code}: ${detail}`);
  }

  toJSON(): Omit<ProblemBody, 'requestId'> {
    const { headers: _headers, ...extra } = this.extra;
    return { type: `https://relais.example/problemes/${this.code}`, status: this.status, code: this.code, detail: this.detail, ...extra };
  }
}

const NOUNS: Record<string, string> = {};

/** Registers the French name of a noun, article included, for {@link notFound}. */
export const nameNoun = (noun: string, french: string) => void (NOUNS[noun] = french);

/** 404, also for what the actor may not see: the two must not be told apart. */
export const notFound = (noun: string) =>
  new Problem(404, `${noun}.not_found`, `${NOUNS[noun] ?? 'Cet élément'} n’existe pas ou ne vous est pas accessible.`);
export const conflict = (code: string, detail: string, extra: Record<string, unknown> = {}) =>
  new Problem(409, code, detail, extra);
/** A conflict that one field of the request explains. */
export const conflictAt = (pointer: string, code: string, detail: string, extra: Record<string, unknown> = {}) =>
  conflict(code, detail, { ...extra, errors: [{ pointer, code, detail }] });
export const invalid = (pointer: string, code: string, detail: string) =>
  new Problem(422, 'request.invalid', 'Certaines informations sont à corriger.', { errors: [{ pointer, code, detail }] });
