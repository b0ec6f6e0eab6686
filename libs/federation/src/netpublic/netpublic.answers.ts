/** What the portal says of an offer it holds. */
export interface Answer {
  id: string;
  reference: string;
  version: number;
  state: 'published' | 'withdrawn';
  contentHash: string;
}

const LONGEST_REASON = 500;

/** A well-formed answer, or undefined: what another organisation sends is never trusted. */
export function readAnswer(text: string): Answer | undefined {
  const value = object(text);
  return isAnswer(value) ? value : undefined;
}

export interface AnswerPage {
  items: Answer[];
  nextCursor: string | null;
}

/** A well-formed page of the list, or undefined. */
export function readPage(text: string): AnswerPage | undefined {
  const { items, nextCursor } = object(text);
  if (!Array.isArray(items) || !items.every(isAnswer)) return undefined;
  return { items, nextCursor: typeof nextCursor === 'string' ? nextCursor : null };
}

/** The version the portal holds, when it tells. */
export function readConflict(text: string): number | null {
  const current = object(text)['current'];
  const version =
    typeof current === 'object' && current !== null ? (current as Record<string, unknown>)['version'] : null;
  return Number.isSafeInteger(version) ? (version as number) : null;
}

/** Why an offer was refused, in the words of the portal. */
export function readRefusal(text: string, status: number): string {
  const { detail, errors } = object(text);
  const fields = Array.isArray(errors) ? errors.map((error: unknown) => fieldError(error)) : [];
  const words = [typeof detail === 'string' ? detail : `Refus ${status} du portail.`, ...fields].join(' ');
  return words.slice(0, LONGEST_REASON);
}

function isAnswer(value: unknown): value is Answer {
  const { id, reference, version, state, contentHash } = (value ?? {}) as Partial<
    Record<keyof Answer, unknown>
  >;
  return (
    typeof id === 'string' &&
    typeof reference === 'string' &&
    Number.isSafeInteger(version) &&
    (state === 'published' || state === 'withdrawn') &&
    typeof contentHash === 'string'
  );
}

function fieldError(error: unknown): string {
  const { pointer, detail } = (error ?? {}) as Record<string, unknown>;
  return `${String(pointer)} : ${String(detail)}`;
}

function object(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
