import type { Period } from '@app/platform';

export interface Asked extends Period {
  quantity: number;
}

export interface Peak extends Period {
  quantity: number;
}

/** The most that is asked at once within a period, and the first time at which it is; null when nothing is asked. */
export function peakOf(asked: readonly Asked[], within: Period): Peak | null {
  const inside = asked
    .filter(({ from, to }) => from < within.to && to > within.from)
    .map((one) => ({ ...one, from: later(one.from, within.from), to: earlier(one.to, within.to) }));
  let peak: Peak | null = null;
  for (const { from } of [...inside].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const together = inside.filter((other) => other.from <= from && other.to > from);
    const quantity = together.reduce((sum, one) => sum + one.quantity, 0);
    if (!peak || quantity > peak.quantity)
      peak = { quantity, from, to: together.map(({ to }) => to).reduce(earlier) };
  }
  return peak;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

interface Named {
  id: string;
  name: string;
  quantity: number;
}
interface Told {
  id?: string;
  name: string;
  quantity: number;
}

const key = (name: string) => name.toLocaleLowerCase('fr');

export interface Inventory {
  added: Told[];
  changed: Named[];
  removed: string[];
}

/** What a new list changes to an old one; `unknown` is the index of what names nothing of the old list, `twice` of a name told again. */
export function inventoryOf(old: readonly Named[], told: readonly Told[]): Inventory | { unknown: number } | { twice: number } {
  const unknown = told.findIndex(({ id }) => id !== undefined && !old.some((known) => known.id === id));
  if (unknown >= 0) return { unknown };
  const names = told.map(({ name }) => key(name));
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) return { twice };
  const named = new Set(told.flatMap(({ id }) => id ?? []));
  const same = ({ id, name }: Told) =>
    old.find((known) => (id === undefined ? !named.has(known.id) && key(known.name) === key(name) : known.id === id));
  const kept = told.map((item) => ({ item, was: same(item) }));
  return {
    added: kept.filter(({ was }) => !was).map(({ item }) => item),
    changed: kept.flatMap(({ item: { name, quantity }, was }) =>
      was && (was.name !== name || was.quantity !== quantity) ? [{ id: was.id, name, quantity }] : [],
    ),
    removed: old.filter(({ id }) => !kept.some(({ was }) => was?.id === id)).map(({ id }) => id),
  };
}
