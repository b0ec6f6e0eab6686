import { SearchX } from 'lucide-react';
import type { CoursePage } from '../../api/types';
import type { ActiveFilter } from '../../ui/active-filters';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/list';
import { isNear, radii, type CatalogueSearch } from './search';
import { text } from './text';

interface NoCourseProps {
  search: CatalogueSearch;
  page: CoursePage;
  filters: ActiveFilter<CatalogueSearch>[];
  onChange: (change: CatalogueSearch) => void;
  onClear: () => void;
}

/** Nothing answers: what to widen first, then the rest. */
export function NoCourse({ search, page, filters, onChange, onClear }: NoCourseProps) {
  const wider = isNear(search) && search.rayon ? radii.find((radius) => Number(radius) > Number(search.rayon)) : undefined;
  const onlyWords = filters.length === 1 && Boolean(search.q);
  return (
    <EmptyState
      icon={SearchX}
      title={page.unknown.length ? text.unknownTitle(page.unknown) : text.noneTitle}
      actions={
        <>
          {wider && <Button onPress={() => onChange({ rayon: wider })}>{text.widen(wider)}</Button>}
          {search.places && (
            <Button variant="secondary" onPress={() => onChange({ places: undefined })}>
              {text.withWaitingList}
            </Button>
          )}
          {(search.du || search.au) && (
            <Button variant="secondary" onPress={() => onChange({ du: undefined, au: undefined })}>
              {text.anyDate}
            </Button>
          )}
          {search.q && !onlyWords && (
            <Button variant="secondary" onPress={() => onChange({ q: undefined })}>
              {text.withoutWords}
            </Button>
          )}
          <Button variant="secondary" onPress={onClear}>
            {onlyWords ? text.seeAll : text.clearFilters}
          </Button>
        </>
      }
    >
      <p>{onlyWords ? text.noneForWords : text.none}</p>
    </EmptyState>
  );
}
