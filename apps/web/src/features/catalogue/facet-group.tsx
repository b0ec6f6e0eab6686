import { useState } from 'react';
import { Button } from '../../ui/button';
import { CheckboxGroup } from '../../ui/choice';
import type { FacetOption } from './facets';
import { text } from './text';

const SHOWN = 6;

interface FacetGroupProps {
  label: string;
  options: FacetOption[];
  chosen?: string[];
  onChange: (chosen: string[] | undefined) => void;
}

/** The values of one kind, with how many courses each leaves: the first six, and those that are chosen. */
export function FacetGroup({ label, options, chosen = [], onChange }: FacetGroupProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (options.length === 0) return null;
  const shown = showsAll ? options : options.filter(({ value }, index) => index < SHOWN || chosen.includes(value));
  const hidden = options.length - shown.length;
  return (
    <div className="facet">
      <CheckboxGroup
        label={label}
        value={chosen}
        onChange={(values) => onChange(values.length ? values : undefined)}
        options={shown.map(({ value, name, count }) => ({ value, label: name, note: count }))}
      />
      {(hidden > 0 || showsAll) && (
        <Button variant="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? text.fewerValues : text.moreValues(hidden)}
        </Button>
      )}
    </div>
  );
}
