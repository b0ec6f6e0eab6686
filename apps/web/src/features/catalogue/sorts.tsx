import { Select } from '../../ui/select';
import { isNear, type CatalogueSearch, type Sort } from './search';
import { text } from './text';

/** Only the orders that mean something for this search; the first one is what the answer is in by default. */
export function Sorts({ search, onChange }: { search: CatalogueSearch; onChange: (change: CatalogueSearch) => void }) {
  const offered: Sort[] = [...(search.q ? (['pertinence'] as const) : []), ...(isNear(search) ? (['distance'] as const) : []), 'date', 'titre'];
  const current = search.tri && offered.includes(search.tri) ? search.tri : offered[0]!;
  return (
    <Select
      label={text.sort}
      options={offered.map((value) => ({ value, label: text.sorts[value] }))}
      value={current}
      onChange={(tri) => onChange({ tri: tri === offered[0] ? undefined : tri })}
    />
  );
}
