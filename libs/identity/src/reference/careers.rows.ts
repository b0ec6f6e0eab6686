import { shipped } from './reference.sources';
import { slug } from './territory';

interface Cadre2026 {
  filiere: string;
  cadre_emplois: string;
  categorie: string;
  en_extinction: boolean;
}

interface Cadre2017 {
  libelle: string;
  filiere: string;
  categorie: string;
  a_plus: boolean;
}

interface Repertoire {
  domaines: { code: string; libelle: string }[];
  familles: { code: string; libelle: string }[];
  metiers: { code: string; libelle: string; domaine: string; famille: string; autres_appellations: string[] }[];
}

/** Both states: a file opened in 2017 keeps its cadre, a new one is chosen in today's list. */
export function cadresEmplois() {
  const before = shipped<Cadre2017[]>('fpt', 'cadres-emplois-grades-2017.json');
  const today = shipped<Cadre2026[]>('fpt', 'cadres-emplois-2026.json');
  const rows = [
    ...before.content.map((cadre) => ({
      id: `2017-${slug(cadre.libelle)}`,
      edition: '2017',
      filiere: cadre.filiere,
      name: cadre.libelle,
      category: cadre.a_plus ? 'A+' : cadre.categorie,
      valid_from: '2017-01-01',
      valid_to: '2026-01-01' as string | null,
    })),
    ...today.content.map((cadre) => ({
      id: `2026-${slug(cadre.cadre_emplois)}${cadre.en_extinction ? '-en-extinction' : ''}`,
      edition: '2026',
      filiere: cadre.filiere,
      name: cadre.cadre_emplois,
      category: cadre.categorie,
      valid_from: '2026-01-01',
      valid_to: null,
    })),
  ];
  return { hash: `${before.hash}${today.hash}`, rows };
}

export function metiers() {
  const { hash, content } = shipped<Repertoire>('metiers-territoriaux', 'metiers-territoriaux-2013.json');
  const label = (rows: { code: string; libelle: string }[]) =>
    new Map(rows.map((row) => [row.code, row.libelle]));
  const domains = label(content.domaines);
  const families = label(content.familles);
  const rows = content.metiers.map((metier) => ({
    code: metier.code,
    edition: '2013',
    label: metier.libelle,
    family: families.get(metier.famille) ?? metier.famille,
    domain: domains.get(metier.domaine) ?? metier.domaine,
    other_names: metier.autres_appellations,
  }));
  return { hash, rows };
}
