/** One invalid part of a request. */
export class FieldProblem {
  /** A JSON pointer into the body or the query (RFC 6901). */
  pointer: string;
  code: string;
  /** A French sentence for the reader. */
  detail: string;
}

/** What an answer that is not a success says, as `application/problem+json` (RFC 9457). Some carry more, which their code announces. */
export class ProblemBody {
  type: string;
  status: number;
  /** Stable: programs rely on it. */
  code: string;
  /** A French sentence for the reader. */
  detail: string;
  errors?: FieldProblem[];
  /** What to quote when asking for help. */
  requestId: string;
}
