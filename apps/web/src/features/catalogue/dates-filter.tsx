import { useState } from 'react';
import type { CoursePage } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { monthsOf } from './facets';
import type { CatalogueSearch } from './search';
import { text } from './text';

interface DatesFilterProps {
  search: CatalogueSearch;
  facets: CoursePage['facets'];
  onChange: (change: CatalogueSearch) => void;
}

const SHOWN = 6;

/** When a session may begin: a month that has some, or any two days. */
export function DatesFilter({ search: { du, au }, facets, onChange }: DatesFilterProps) {
  const [showsAll, setShowsAll] = useState(false);
  const months = monthsOf(facets);
  const isChosen = (month: { du: string; au: string }) => month.du === du && month.au === au;
  return (
    <div role="group" aria-labelledby="dates" className="facet">
      <span id="dates" className="label">
        {text.dates}
      </span>
      <ul className="months">
        {months.slice(0, showsAll ? undefined : SHOWN).map((month) => (
          <li key={month.value}>
            <button
              type="button"
              className="month"
              aria-pressed={isChosen(month)}
              onClick={() => onChange(isChosen(month) ? { du: undefined, au: undefined } : { du: month.du, au: month.au })}
            >
              <span className="sentence">{month.name}</span> <span className="hint">{month.count}</span>
            </button>
          </li>
        ))}
      </ul>
      {months.length > SHOWN && (
        <Button variant="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? text.fewerMonths : text.moreMonths(months.length - SHOWN)}
        </Button>
      )}
      <Day label={text.from} value={du} onChange={(day) => onChange({ du: day })} />
      <Day label={text.to} value={au} onChange={(day) => onChange({ au: day })} error={du && au && au < du ? text.datesInverted : undefined} />
    </div>
  );
}

/** A year is typed figure by figure: « 0202 » is not asked yet. */
const isWhole = (day: string) => day === '' || /^20\d\d-/.test(day);

function Day({ label, value = '', error, onChange }: { label: string; value?: string; error?: string; onChange: (day: string | undefined) => void }) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  if (asked !== value) {
    setAsked(value);
    setTyped(value);
  }
  const change = (day: string) => {
    setTyped(day);
    if (isWhole(day)) onChange(day || undefined);
  };
  return <DateField label={label} value={typed} onChange={change} error={error} />;
}
