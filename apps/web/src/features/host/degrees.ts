/** What was typed, with a point or a French comma; null when nothing was, NaN when it is not a number. */
export const degreesOf = (typed: string): number | null => {
  const bare = typed.trim().replace(',', '.');
  if (bare === '') return null;
  return /^-?\d{1,3}(\.\d{1,12})?$/.test(bare) ? Number(bare) : Number.NaN;
};

export const isDegrees =
  (limit: number) =>
  (value: number | null): boolean =>
    value !== null && Math.abs(value) <= limit;
