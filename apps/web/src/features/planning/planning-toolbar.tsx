import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ActiveFilters, type ActiveFilter } from '../../ui/active-filters';
import { Button } from '../../ui/button';
import { localDate } from '../../ui/dates';
import { Select } from '../../ui/select';
import { stepOf, type Range } from '../calendar/range';
import { DepartementField } from '../reference/departement-field';
import { VIEWS, WAYS, type PlanningSearch, type View, type Way } from './search';
import { text } from './text';

const ADDRESS = '/gestion/planning';
const monthName = (iso: string) => new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));

export const titleOf = (view: View, { anchor, first, end }: Range): string =>
  view === 'mois' ? monthName(anchor.toString()) : text.week(localDate(first.toString()), localDate(end.subtract({ days: 1 }).toString()));

interface ToolbarProps {
  search: PlanningSearch;
  view: View;
  way: Way;
  range: Range;
  /** The name of the one row, or place, that is shown. */
  only?: string;
}

/** Where one is in time, and what is shown: all of it is in the address. */
export function PlanningToolbar({ search, view, way, range, only }: ToolbarProps) {
  const navigate = useNavigate({ from: ADDRESS });
  const go = (change: PlanningSearch) => void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false });
  const none = { lieu: undefined, formateur: undefined, delegation: undefined };
  const isOne = search.lieu ?? search.formateur ?? search.delegation;
  const filters: ActiveFilter<PlanningSearch>[] = isOne ? [{ label: text.only(only ?? '…'), without: none }] : [];
  return (
    <div className="stack stack-6">
      <div className="calendar-bar">
        <nav aria-label={text.way} className="calendar-views">
          {WAYS.map((one) => (
            <Link key={one} to={ADDRESS} search={{ ...search, ...none, par: one }} className="calendar-view" aria-current={one === way ? 'page' : undefined}>
              {text.ways[one]}
            </Link>
          ))}
        </nav>
      <div className="planning-filters">
        {way !== 'delegation' && !search.delegation && (
          <Select
            label={text.sessions}
            options={[
              { value: '', label: text.mine },
              { value: 'toutes', label: text.all },
            ]}
            value={search.sessions ?? ''}
            onChange={(value) => go({ sessions: value === 'toutes' ? 'toutes' : undefined })}
          />
        )}
        <DepartementField value={search.departement ?? ''} onChange={(departement) => go({ departement: departement || undefined })} />
      </div>
        <nav aria-label={text.view} className="calendar-views">
          {VIEWS.map((one) => (
            <Link key={one} to={ADDRESS} search={{ ...search, vue: one }} className="calendar-view" aria-current={one === view ? 'page' : undefined}>
              {text.views[one]}
            </Link>
          ))}
        </nav>
      </div>
      <ActiveFilters filters={filters} onChange={go} onClear={() => go(none)} clearLabel={text.clear} />
      <div className="calendar-bar">
        <h2 className="sentence" aria-live="polite">
          {titleOf(view, range)}
        </h2>
        <div className="calendar-moves">
          <Button variant="secondary" onPress={() => go({ date: undefined })}>
            {text.today}
          </Button>
          <Button variant="secondary" icon={ChevronLeft} onPress={() => go({ date: stepOf(view, range.anchor, -1).toString() })}>
            {text.previous}
          </Button>
          <Button variant="secondary" icon={ChevronRight} onPress={() => go({ date: stepOf(view, range.anchor, 1).toString() })}>
            {text.next}
          </Button>
        </div>
      </div>
    </div>
  );
}
