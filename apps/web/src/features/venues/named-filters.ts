import type { ActiveFilter } from '../../ui/active-filters';
import { date, time } from '../../ui/dates';
import type { VenueSearch } from './search';
import { text } from './text';
import { typologyNames } from './typologies';

type Filter = ActiveFilter<VenueSearch>;

/** Those whose value may be several; the others have fields of their own in view. */
const MANY = ['service', 'public', 'soin', 'frais', 'label', 'typologie'] as const;

const nameOf = (key: (typeof MANY)[number], value: string): string =>
  key === 'typologie' ? typologyNames[value as keyof typeof typologyNames] : value;

/** Anything may be written in an address: what is not a moment is shown as it is. */
function moment(local = ''): string {
  const at = `${local}Z`;
  return Number.isNaN(Date.parse(at)) ? local : `${date(at, 'UTC')} à ${time(at, 'UTC')}`;
}

/** The filters of a search in words, in the order of the screen. */
export function named(search: VenueSearch): Filter[] {
  const filters: Filter[] = [];
  const add = (isOn: unknown, label: string, without: VenueSearch) => {
    if (isOn) filters.push({ label, without });
  };
  add(search.q, `« ${search.q} »`, { q: undefined });
  add(search.ouvert === 'maintenant', text.openNow, { ouvert: undefined });
  add(search.ouvert && search.ouvert !== 'maintenant', text.openOn(moment(search.ouvert)), { ouvert: undefined });
  add(search.accessible, text.accessibleShort, { accessible: undefined });
  add(search.charte, text.charter, { charte: undefined });
  for (const key of MANY)
    for (const value of search[key] ?? []) {
      const rest = (search[key] as string[]).filter((other) => other !== value);
      add(true, nameOf(key, value), { [key]: rest.length ? rest : undefined });
    }
  add(search.departement, text.departement(search.departement ?? ''), { departement: undefined });
  return filters;
}
