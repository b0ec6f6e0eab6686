import { SearchX } from 'lucide-react';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/list';
import { isNear, radiusOf } from './queries';
import { radii, type VenueSearch } from './search';
import { text } from './text';
import { Unlocated } from './unlocated';

interface NoVenueProps {
  search: VenueSearch;
  onChange: (change: VenueSearch) => void;
  onClear: () => void;
}

/** Nothing answers: what to widen first, then the rest. */
export function NoVenue({ search, onChange, onClear }: NoVenueProps) {
  const wider = isNear(search) ? radii.find((radius) => Number(radius) > radiusOf(search)) : undefined;
  return (
    <EmptyState
      icon={SearchX}
      title={text.noneTitle}
      actions={
        <>
          {wider && <Button onPress={() => onChange({ rayon: wider })}>{text.widen(wider)}</Button>}
          {search.ouvert && (
            <Button variant="secondary" onPress={() => onChange({ ouvert: undefined })}>
              {text.anyHour}
            </Button>
          )}
          <Button variant="secondary" onPress={onClear}>
            {text.clear}
          </Button>
        </>
      }
    >
      <p>{text.none}</p>
      <Unlocated search={search} />
    </EmptyState>
  );
}
