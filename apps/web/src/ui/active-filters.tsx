import { X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './button';
import { text } from './text';
import './chip.css';

export interface ActiveFilter<S> {
  label: string;
  /** What changes in the search when it is taken off. */
  without: S;
}

interface ActiveFiltersProps<S> {
  filters: ActiveFilter<S>[];
  onChange: (change: S) => void;
  onClear: () => void;
  /** « Tout effacer », for instance. */
  clearLabel: string;
}

/** What narrows a list, each with a way to take it off. */
export function ActiveFilters<S>({ filters, onChange, onClear, clearLabel }: ActiveFiltersProps<S>) {
  const list = useRef<HTMLDivElement>(null);
  if (filters.length === 0) return null;
  /** Nothing is left to press here: one is back at the top of the page. */
  const leave = () => list.current?.closest('main')?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  const remove = ({ without }: ActiveFilter<S>, index: number) => {
    onChange(without);
    if (filters.length === 1) return leave();
    // The button that was pressed goes: its neighbour takes the focus.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[index + 1] ?? buttons[index])?.focus();
  };
  const clear = () => {
    onClear();
    leave();
  };
  return (
    <div ref={list} role="group" aria-label={text.activeFilters} className="chip-list">
      {filters.map((filter, index) => (
        <button key={filter.label} type="button" className="chip" aria-label={text.removeFilter(filter.label)} onClick={() => remove(filter, index)}>
          {filter.label} <X size={18} aria-hidden />
        </button>
      ))}
      <Button variant="quiet" onPress={clear}>
        {clearLabel}
      </Button>
    </div>
  );
}
