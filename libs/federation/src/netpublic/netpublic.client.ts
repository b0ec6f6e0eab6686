import { Clock, Config } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { BuiltOffer } from '../offer/offer.rules';
import { retryAfterMs } from '../publication/publication.rules';
import { Answer, AnswerPage, readAnswer, readConflict, readPage, readRefusal } from './netpublic.answers';

const TIMEOUT_MS = 10_000;
const PAGE = 500;

/** What became of one request. Nothing is ever thrown: an unreachable portal is an outcome. */
export type Outcome =
  | { kind: 'done'; answer: Answer | null }
  | { kind: 'conflict'; version: number | null }
  | { kind: 'rejected'; error: string }
  | { kind: 'unavailable'; error: string; retryAfterMs: number | null };

/** Speaks the protocol of `docs/netpublic-protocol.md`. */
@Injectable()
export class NetPublicClient {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get configured(): boolean {
    return this.config.NETPUBLIC_URL !== undefined;
  }

  put(reference: string, offer: BuiltOffer, version: number | null): Promise<Outcome> {
    return this.attempt('PUT', reference, version, offer.body, (answer) =>
      answer?.contentHash === offer.hash
        ? { kind: 'done', answer }
        : unavailable('Le portail n’a pas reçu l’offre telle qu’elle a été envoyée.'),
    );
  }

  /** An offer the portal never had, or no longer has, counts as withdrawn. */
  withdraw(reference: string, version: number | null): Promise<Outcome> {
    return this.attempt('DELETE', reference, version, undefined, (answer) =>
      answer === null || answer.state === 'withdrawn'
        ? { kind: 'done', answer }
        : unavailable('Le portail n’a pas confirmé le retrait.'),
    );
  }

  /** One page of everything the portal holds, tombstones included; undefined when it does not answer properly. */
  async list(cursor: string | null): Promise<AnswerPage | undefined> {
    try {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
      const response = await this.request('GET', `/offers?${query.toString()}`);
      return response.status === 200 ? readPage(await response.text()) : undefined;
    } catch {
      return undefined;
    }
  }

  private async attempt(
    method: 'PUT' | 'DELETE',
    reference: string,
    version: number | null,
    body: string | undefined,
    accept: (answer: Answer | null) => Outcome,
  ): Promise<Outcome> {
    try {
      const response = await this.request(method, `/offers/${encodeURIComponent(reference)}`, version, body);
      return await this.read(method, response, accept);
    } catch (error) {
      return unavailable(reasonOf(error));
    }
  }

  private request(
    method: string,
    path: string,
    version: number | null = null,
    body?: string,
  ): Promise<Response> {
    return fetch(new URL(path, this.config.NETPUBLIC_URL), {
      method,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${this.config.NETPUBLIC_TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === null ? {} : { 'if-match': `"${version}"` }),
      },
    });
  }

  private async read(
    method: 'PUT' | 'DELETE',
    response: Response,
    accept: (a: Answer | null) => Outcome,
  ): Promise<Outcome> {
    const text = await response.text();
    switch (response.status) {
      case 200:
      case 201: {
        const answer = readAnswer(text);
        return answer ? accept(answer) : unavailable('Réponse illisible du portail.');
      }
      case 404:
        return method === 'DELETE' ? accept(null) : { kind: 'conflict', version: null };
      case 412:
      case 428:
        return { kind: 'conflict', version: readConflict(text) };
      case 400:
      case 413:
      case 422:
        return { kind: 'rejected', error: readRefusal(text, response.status) };
      case 401:
      case 403:
        return unavailable('Le portail refuse notre jeton d’accès.');
      default: {
        const wait = retryAfterMs(response.headers.get('retry-after'), this.clock.now());
        return unavailable(`Le portail a répondu ${response.status}.`, wait);
      }
    }
  }
}

const unavailable = (error: string, wait: number | null = null): Outcome => ({
  kind: 'unavailable',
  error,
  retryAfterMs: wait,
});

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Le portail n’a pas répondu à temps.';
  return 'Le portail est injoignable ou a coupé la connexion.';
}
