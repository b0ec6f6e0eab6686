/** What was typed in a part of an address, which may hold anything. */
export const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** Those of the values, told once or several times, that we know; none is undefined. */
export const someOf = <T extends string>(known: readonly T[], value: unknown): T[] | undefined => {
  const told = known.filter((one) => [value].flat().includes(one));
  return told.length ? told : undefined;
};

/** The value, when it is one of those we know. */
export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);
