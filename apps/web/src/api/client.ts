import createClient, { type Middleware } from 'openapi-fetch';
import { useState } from 'react';
import { offline, problemOf } from './problem';
import type { paths } from './types';

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError: () => offline(),
};

/** The API, typed by path: `api.GET('/courses/{slug}', { params: { path: { slug } } })`. Throws ApiProblem. */
export const api = createClient<paths>({ baseUrl: '/api/v1', credentials: 'same-origin' });
api.use(problems);

/** The body of a successful answer: `await body(api.GET(…))`. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** Edits say which version they are based on; the API answers 412 when somebody else has saved since. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

const randomKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** One key for as long as the form is on screen, so that a second press creates nothing twice. */
export function useIdempotencyKey() {
  const [key] = useState(randomKey);
  return { 'Idempotency-Key': key };
}
