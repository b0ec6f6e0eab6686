import { dayInWords, hourInWords } from './in-words';

/** `[from, to)` */
export interface Period {
  from: Date;
  to: Date;
}

/** « mardi 3 mars 2026 de 9 h à 12 h », on the clock of the place. */
export function periodInWords({ from, to }: Period, timeZone: string): string {
  const [firstDay, firstHour, lastDay, lastHour] = [from, to].flatMap((at) => [dayInWords(at, timeZone), hourInWords(at, timeZone)]);
  return firstDay === lastDay ? `${firstDay} de ${firstHour} à ${lastHour}` : `du ${firstDay} à ${firstHour} au ${lastDay} à ${lastHour}`;
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
