export interface Invariant {
  name: string;
  description: string;
  /** Answers the rows that break the invariant; none when all is well. */
  sql: string;
}

const registered = new Map<string, Invariant>();

/** Declares something that must always hold, beside the table that should keep it. */
export function invariant(name: string, description: string, sql: string): void {
  if (registered.has(name)) throw new Error(`invariant déclaré deux fois : ${name}`);
  registered.set(name, { name, description, sql });
}

export const invariants = (): Invariant[] => [...registered.values()].sort((a, b) => a.name.localeCompare(b.name));
