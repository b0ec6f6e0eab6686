/** `[from, to)` */
export interface Period {
  from: Date;
  to: Date;
}

const format = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone, ...options });

/** « mardi 3 mars 2026 de 09:00 à 12:00 », on the clock of the place. */
export function periodInWords({ from, to }: Period, timeZone: string): string {
  const day = format(timeZone, { dateStyle: 'full' });
  const time = format(timeZone, { timeStyle: 'short' });
  const [start, end] = [day.format(from), day.format(to)];
  if (start === end) return `${start} de ${time.format(from)} à ${time.format(to)}`;
  return `du ${start} ${time.format(from)} au ${end} ${time.format(to)}`;
}

const inOrder = (periods: readonly Period[]): Period[] =>
  [...periods].sort((a, b) => a.from.getTime() - b.from.getTime());

/** Why periods cannot be reserved together, or null. */
export function periodsFault(
  periods: readonly Period[],
): 'period.none' | 'period.empty' | 'period.overlap' | null {
  if (periods.length === 0) return 'period.none';
  if (periods.some(({ from, to }) => !(from.getTime() < to.getTime()))) return 'period.empty';
  const ordered = inOrder(periods);
  return ordered.some(({ to }, index) => to.getTime() > (ordered[index + 1]?.from.getTime() ?? Infinity))
    ? 'period.overlap'
    : null;
}
