/** What comes along unseen when a text is pasted, and that the server refuses: control characters, changes of direction. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What was typed in a part of an address, which may hold anything. */
export const words = (value: unknown): string | undefined => (typeof value === 'string' ? value.replace(UNSEEN, '').trim() : '') || undefined;

const some = <T>(values: T[]): T[] | undefined => (values.length ? values : undefined);

/** Those of the values, told once or several times, that we know; none is undefined. */
export const someOf = <T extends string>(known: readonly T[], value: unknown): T[] | undefined =>
  some(known.filter((one) => [value].flat().includes(one)));

/** The values, told once or several times, that only the server knows. */
export const listOf = (value: unknown): string[] | undefined =>
  some([...new Set([value].flat().map(words))].filter((one) => one !== undefined));

/** The value, when it is one of those we know. */
export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

/** A day such as `2027-01-12`, when the calendar has it. */
export function isoDay(value: unknown): string | undefined {
  const day = words(value);
  const at = day && /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day!) ? day : undefined;
}
