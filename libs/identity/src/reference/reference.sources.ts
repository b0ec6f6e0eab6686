import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file read once: its content, parsed, and the hash that says whether it changed. */
export interface Source<T> {
  hash: string;
  content: T;
}

function readText(path: string): Source<string> {
  const content = readFileSync(path, 'utf8');
  return { hash: createHash('sha256').update(content).digest('hex'), content };
}

function read<T>(path: string): Source<T> {
  const { hash, content } = readText(path);
  return { hash, content: JSON.parse(content) as T };
}

/** A file of `data/`, which every process finds at the root of the project. */
export const shipped = <T>(...path: string[]) => read<T>(join(process.cwd(), 'data', ...path));

export const shippedText = (...path: string[]) => readText(join(process.cwd(), 'data', ...path));

const COG = {
  communes: require.resolve('@etalab/decoupage-administratif/data/communes.json'),
  departements: require.resolve('@etalab/decoupage-administratif/data/departements.json'),
  regions: require.resolve('@etalab/decoupage-administratif/data/regions.json'),
};

/** A file of the COG package. Its own `index.js` reads from the current directory, hence the direct paths. */
export const cog = <T>(name: keyof typeof COG) => read<T>(COG[name]);
