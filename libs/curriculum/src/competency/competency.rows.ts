import { dataset, shipped } from '@app/identity';
import { BANDS_IN_FRENCH, FRAMEWORKS } from './frameworks';

interface Item {
  code: string;
  libelle: string;
  competences?: Item[];
}
interface File {
  niveaux?: { niveau: number; palier: string }[];
  domaines?: Item[];
  /** Of the C2i2e only: its domains are in two blocks. */
  blocs?: { domaines: Item[] }[];
}

const typeset = (label: string) => label.replaceAll("'", '’').replaceAll('...', '…').trim();

/** « 3 · indépendant » rather than the name of a band alone, which two levels share. */
const levelsOf = ({ niveaux = [] }: File): string[] => niveaux.map(({ niveau, palier }) => `${niveau} · ${BANDS_IN_FRENCH[palier] ?? palier}`);

/** A framework without competencies under its domains (PIM) is used by its domains. */
const leavesOf = (file: File): { code: string; label: string; domain: string }[] =>
  [...(file.domaines ?? []), ...(file.blocs ?? []).flatMap(({ domaines }) => domaines)].flatMap(({ code, libelle, competences }) =>
    competences
      ? competences.map((leaf) => ({ code: leaf.code, label: typeset(leaf.libelle), domain: typeset(libelle) }))
      : [{ code, label: typeset(libelle), domain: '' }],
  );

const read = () => FRAMEWORKS.map((framework) => ({ framework, ...shipped<File>('referentiels', framework.file) }));

export function frameworks() {
  const rows = FRAMEWORKS.map(({ file: _file, ...row }) => row);
  return { hash: JSON.stringify(rows), rows };
}

export function competencies() {
  const sources = read();
  const rows = sources.flatMap(({ framework, content }) =>
    leavesOf(content).map((leaf) => ({ framework_code: framework.code, ...leaf, levels: levelsOf(content) })),
  );
  return { hash: sources.map(({ hash }) => hash).join(''), rows };
}

dataset('curriculum.framework', ['code'], frameworks);
dataset('curriculum.competency', ['framework_code', 'code'], competencies);
