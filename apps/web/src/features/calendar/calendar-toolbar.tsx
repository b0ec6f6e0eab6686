import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Room } from '../../api/types';
import { Button } from '../../ui/button';
import { localDate } from '../../ui/dates';
import { Select } from '../../ui/select';
import { stepOf, type Range } from './range';
import { VIEWS, type CalendarSearch, type View } from './search';
import { text } from './text';

interface ToolbarProps {
  venueId: string;
  view: View;
  range: Range;
  rooms: Room[];
  room?: string;
}

const monthName = (iso: string) =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}T12:00:00Z`),
  );

function titleOf(view: View, { anchor, first, end }: Range): string {
  if (view === 'mois') return monthName(anchor.toString());
  if (view === 'jour') return localDate(anchor.toString());
  if (view === 'liste') return text.from(localDate(first.toString()));
  return text.week(localDate(first.toString()), localDate(end.subtract({ days: 1 }).toString()));
}

/** Where one is in time, and what is shown: all of it is in the address. */
export function Toolbar({ venueId, view, range, rooms, room }: ToolbarProps) {
  const navigate = useNavigate({ from: '/hote/lieux/$id/calendrier' });
  const go = (change: CalendarSearch) =>
    void navigate({ search: (search) => ({ ...search, vue: view, ...change }) });
  const options = [
    { value: '', label: text.everyRoom },
    ...rooms.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <div className="calendar-bar">
        <nav aria-label={text.view} className="calendar-views">
          {VIEWS.map((one) => (
            <Link
              key={one}
              to="/hote/lieux/$id/calendrier"
              params={{ id: venueId }}
              search={{ vue: one, date: range.anchor.toString(), salle: room }}
              className="calendar-view"
              aria-current={one === view ? 'page' : undefined}
            >
              {text.views[one]}
            </Link>
          ))}
        </nav>
        {rooms.length > 1 && (
          <Select
            label={text.room}
            options={options}
            value={room ?? ''}
            onChange={(id) => go({ salle: id || undefined })}
          />
        )}
      </div>
      <div className="calendar-bar">
        <h2 className="sentence" aria-live="polite">
          {titleOf(view, range)}
        </h2>
        <div className="calendar-moves">
          <Button variant="secondary" onPress={() => go({ date: undefined })}>
            {text.today}
          </Button>
          <Button
            variant="secondary"
            icon={ChevronLeft}
            onPress={() => go({ date: stepOf(view, range.anchor, -1).toString() })}
          >
            {text.previous}
          </Button>
          <Button
            variant="secondary"
            icon={ChevronRight}
            onPress={() => go({ date: stepOf(view, range.anchor, 1).toString() })}
          >
            {text.next}
          </Button>
        </div>
      </div>
    </>
  );
}
