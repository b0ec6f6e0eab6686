import type { CoursePage } from '../../api/types';
import { audiences, costs, modalities, named, themes } from './labels';
import type { CatalogueSearch } from './search';
import { text } from './text';

type Facets = CoursePage['facets'];
export interface FacetOption {
  value: string;
  name: string;
  count: number;
}

/** The kinds of filters that take several values, in the order of the screen, each with its facet. */
export const kinds = ['theme', 'modalite', 'categorie', 'cout', 'metier', 'competence', 'departement', 'lieu'] as const;
export type Kind = (typeof kinds)[number];

const FACETS: Record<Kind, Facets[number]['facet']> = {
  theme: 'theme', modalite: 'modality', categorie: 'category', cout: 'cost', metier: 'metier', competence: 'competency', departement: 'departement', lieu: 'venue',
};
const NAMES: Partial<Record<Kind, Record<string, string>>> = { theme: themes, modalite: modalities, categorie: audiences, cout: costs };

/** What values are called, as answers tell it: a value that leaves no course any more keeps its name. */
const told = new Map<string, string>();
const kindOf = (filter: string) => kinds.find((kind) => FACETS[kind] === filter);

export function nameValues(values: readonly { filter: string; value: string; label: string | null }[]): void {
  for (const { filter, value, label } of values) if (label && kindOf(filter)) told.set(`${kindOf(filter)} ${value}`, label);
}

export const nameOf = (kind: Kind, value: string): string => {
  const labels = NAMES[kind];
  if (labels) return named(labels, value);
  const name = told.get(`${kind} ${value}`);
  if (kind === 'departement') return text.departementOf(value, name);
  return name ?? text.kinds[kind].unnamed(value);
};

/** The values offered, the most frequent first; one that is chosen stays, even when it leaves nothing. */
export function optionsFor(kind: Kind, facets: Facets, search: CatalogueSearch): FacetOption[] {
  const found = facets.filter(({ facet }) => facet === FACETS[kind]);
  const missing = (search[kind] ?? []).filter((value) => !found.some((one) => one.value === value));
  return [...found, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({ value, count, name: nameOf(kind, value) }));
}

/** The coming months that have sessions, in order, with their days. */
export function monthsOf(facets: Facets): { value: string; name: string; count: number; du: string; au: string }[] {
  const months = facets.filter(({ facet }) => facet === 'month').sort((a, b) => a.value.localeCompare(b.value));
  return months.map(({ value, count }) => {
    const [year, month] = value.split('-').map(Number) as [number, number];
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const name = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month - 1));
    return { value, count, name, du: `${value}-01`, au: `${value}-${last}` };
  });
}

export const countOf = (facets: Facets, facet: Facets[number]['facet']): number => facets.find((one) => one.facet === facet)?.count ?? 0;
