import { X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button';
import { named, type Filter } from './named-filters';
import type { VenueSearch } from './search';
import { text } from './text';
import '../../ui/chip.css';

interface ActiveFiltersProps {
  search: VenueSearch;
  onChange: (change: VenueSearch) => void;
  onClear: () => void;
}

/** What narrows the list, each with a way to take it off. */
export function ActiveFilters({ search, onChange, onClear }: ActiveFiltersProps) {
  const list = useRef<HTMLDivElement>(null);
  const filters = named(search);
  if (filters.length === 0) return null;
  const remove = ({ without }: Filter, index: number) => {
    onChange(without);
    // The button that was pressed goes: its neighbour takes the focus.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[index + 1] ?? buttons[index])?.focus();
  };
  return (
    <div ref={list} role="group" aria-label={text.active} className="chip-list">
      {filters.map((filter, index) => (
        <button key={filter.label} type="button" className="chip" aria-label={text.remove(filter.label)} onClick={() => remove(filter, index)}>
          {filter.label} <X size={18} aria-hidden />
        </button>
      ))}
      <Button variant="quiet" onPress={onClear}>
        {text.clearAll}
      </Button>
    </div>
  );
}
