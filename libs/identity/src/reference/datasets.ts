export interface Dataset {
  /** With its schema. */
  table: string;
  key: string[];
  read: () => { hash: string; rows: object[] };
}

/** In the order of declaration: parents first. */
export const declaredDatasets: Dataset[] = [];

/** Declares reference data that the product ships: a context says so beside its rows, and they are loaded with the others. */
export const dataset = (table: string, key: string[], read: Dataset['read']): void => void declaredDatasets.push({ table, key, read });
