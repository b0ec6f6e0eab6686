/** One document with these letters. */
export const pdfOf = (ids: readonly string[]): string => `/api/v1/letters/pdf?${ids.map((id) => `ids=${id}`).join('&')}`;
