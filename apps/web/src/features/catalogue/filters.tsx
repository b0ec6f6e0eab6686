import { useState } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import type { CoursePage } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Around } from '../reference/around';
import { DatesFilter } from './dates-filter';
import { FacetGroup } from './facet-group';
import { countOf, kinds, optionsFor } from './facets';
import { radii, type CatalogueSearch, type Radius } from './search';
import { text } from './text';

interface FiltersProps {
  search: CatalogueSearch;
  facets: CoursePage['facets'];
  /** How many are chosen. */
  active: number;
  onChange: (change: CatalogueSearch) => void;
  /** On a narrow screen, once the filters have made room for the results. */
  onSeeResults: () => void;
}

const anyRadius: readonly (Radius | '')[] = ['', ...radii];

export function Filters({ search, facets, active, onChange, onSeeResults }: FiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const seeResults = () => {
    setOpen(false);
    requestAnimationFrame(onSeeResults);
  };
  return (
    <section aria-label={text.filters} className="filters">
      <div className="filters-toggle">
        <Button variant="secondary" icon={SlidersHorizontal} aria-expanded={isOpen} aria-controls="filters" onPress={() => setOpen(!isOpen)}>
          {isOpen ? text.hideFilters : text.showFilters(active)}
        </Button>
      </div>
      <div id="filters" className={isOpen ? 'filters-more filters-open' : 'filters-more'}>
        <div className="facet">
          <Around
            near={search}
            radius={search.rayon ?? ''}
            radii={anyRadius}
            onMove={(near) => onChange({ ...near, tri: undefined, ...(!near.pres && !near.lat && { rayon: undefined }) })}
            onRadius={(rayon) => onChange({ rayon: rayon || undefined })}
          />
        </div>
        <div className="facet">
          <Checkbox
            label={text.freeSeats}
            hint={facets.length ? countOf(facets, 'free') : undefined}
            value={search.places === 'libres'}
            onChange={(on) => onChange({ places: on ? 'libres' : undefined })}
          />
        </div>
        <DatesFilter search={search} facets={facets} onChange={onChange} />
        {kinds.map((kind) => (
          <FacetGroup
            key={kind}
            label={text.kinds[kind].label}
            options={optionsFor(kind, facets, search)}
            chosen={search[kind]}
            onChange={(chosen) => onChange({ [kind]: chosen })}
          />
        ))}
        <div className="filters-toggle">
          <Button onPress={seeResults}>{text.seeResults}</Button>
        </div>
      </div>
    </section>
  );
}
