import type { ActiveFilter } from '../../ui/active-filters';
import { shortDate } from '../../ui/dates';
import { nameOf, kinds, monthsOf } from './facets';
import { isNear, type CatalogueSearch } from './search';
import { text } from './text';

const day = (iso: string) => shortDate(`${iso}T12:00:00Z`, 'UTC');

/** « en janvier 2027 », « du 12/01/2027 au 15/01/2027 » */
function period({ du, au }: CatalogueSearch): string | undefined {
  const [month] = du ? monthsOf([{ facet: 'month', value: du.slice(0, 7), label: null, count: 0 }]) : [];
  if (month && month.du === du && month.au === au) return text.inMonth(month.name);
  if (du && au) return text.between(day(du), day(au));
  return du ? text.since(day(du)) : au ? text.until(day(au)) : undefined;
}

/** The filters of a search in words, in the order of the screen. */
export function namedFilters(search: CatalogueSearch, communeName?: string): ActiveFilter<CatalogueSearch>[] {
  const filters: ActiveFilter<CatalogueSearch>[] = [];
  const add = (label: string | false | undefined, without: CatalogueSearch) => {
    if (label) filters.push({ label, without });
  };
  add(search.q && `«\u202f${search.q}\u202f»`, { q: undefined });
  add(isNear(search) && text.around(search.pres && (communeName ?? search.pres), search.rayon), { pres: undefined, lat: undefined, lon: undefined, rayon: undefined });
  add(period(search), { du: undefined, au: undefined });
  add(search.places && text.freeSeats, { places: undefined });
  for (const kind of kinds)
    for (const value of search[kind] ?? []) {
      const rest = (search[kind] as string[]).filter((other) => other !== value);
      add(nameOf(kind, value), { [kind]: rest.length ? rest : undefined });
    }
  return filters;
}

const LONGEST_NAME = 120;

/** What a search may be called: its words, then its filters. */
export function proposedName({ q }: CatalogueSearch, filters: readonly ActiveFilter<CatalogueSearch>[]): string {
  const others = filters.slice(q ? 1 : 0).map(({ label }) => label);
  return (q ? [q, ...others] : others).join(' · ').slice(0, LONGEST_NAME);
}
