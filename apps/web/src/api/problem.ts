export interface ProblemError {
  pointer: string;
  code: string;
  detail: string;
}

/** An answer of the API that is not a success (RFC 9457). `code` is stable, `detail` is a French sentence for the reader. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: ProblemError[] = [],
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

const unreachable =
  'Le service ne répond pas. Vérifiez votre connexion, puis réessayez. Ce que vous avez saisi est toujours là.';
const unexpected = 'Le service a rencontré une difficulté. Réessayez dans quelques instants.';

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  const { code, detail, errors } = (body ?? {}) as Partial<ApiProblem>;
  return new ApiProblem(response.status, code ?? 'unexpected', detail ?? unexpected, errors ?? []);
}

export const offline = (): ApiProblem => new ApiProblem(0, 'unreachable', unreachable);
