import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarPlus, CalendarX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Planning, PlanningItem } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { anchorOf, daysOf, rangeOf } from '../calendar/range';
import { useNarrow } from '../calendar/use-narrow';
import { Board, focusOn, whole } from './board';
import { DayList } from './day-list';
import { MonthBoard } from './month-board';
import { MoveForm } from './move-form';
import type { Target } from './moving';
import { PlanningToolbar, titleOf } from './planning-toolbar';
import { planningQuery } from './queries';
import type { PlanningSearch } from './search';
import { SlotDetails } from './slot-details';
import { text } from './text';
import { useDropMove } from './use-drop-move';
import { WeekBoard } from './week-board';
import '../calendar/calendar.css';
import './planning.css';

const route = getRouteApi('/gestion/planning');
const PARIS = 'Europe/Paris';

/** Who gives what, where and when; half-days move by the mouse or by a form. */
export function PlanningPage() {
  const search = route.useSearch();
  const { vue: view = 'semaine', par: way = 'lieu' } = search;
  const range = rangeOf(view, anchorOf(search.date, PARIS));
  const query = useInfiniteQuery(planningQuery(search, range));
  const isNarrow = useNarrow();
  const days = daysOf(range).map(String);
  const pages = query.data?.pages;
  const planning = useMemo(() => pages && whole(pages), [pages]);
  const props = { days, way, label: `${text.ways[way]}. ${titleOf(view, range)}` };
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton to="/gestion/sessions/nouvelle" icon={CalendarPlus}>
            {text.create}
          </LinkButton>
        }
      />
      <div className="stack stack-6">
        <PlanningToolbar search={search} view={view} way={way} range={range} only={planning && onlyName(search, planning)} />
        <Loaded query={query}>
          {() =>
            planning!.rows.length === 0 ? (
              <EmptyState icon={CalendarX} title={text.noneTitle}>
                {text.none}
              </EmptyState>
            ) : (
              <Work planning={planning!}>
                {planning!.isCut && <Notice tone="warning" title={text.cut} />}
                {isNarrow ? <DayList planning={planning!} days={days} /> : view === 'mois' ? <MonthBoard planning={planning!} {...props} /> : <WeekBoard planning={planning!} {...props} />}
                <ShowMore query={query} shown={planning!.rows.length} />
              </Work>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

type Whole = Omit<Planning, 'nextCursor'>;

const onlyName = ({ lieu, formateur, delegation }: PlanningSearch, { rows, items }: Whole): string | undefined =>
  lieu ? rows.find(({ place }) => place?.id === lieu)?.place?.name : formateur ? rows.find(({ id }) => id === formateur)?.name : delegation ? items[0]?.organiser : undefined;

/** The half-day in hand: told, or about to move. Read again from the planning, so that it is never older than what is shown. */
interface Opened {
  item: PlanningItem;
  isMoving: boolean;
  to?: Target;
}

function Work({ planning, children }: { planning: Whole; children: React.ReactNode }) {
  const held = useRef<PlanningItem>(null);
  const [opened, setOpened] = useState<Opened>();
  const dropMove = useDropMove((item, to) => setOpened({ item, isMoving: true, to }));
  const board = useMemo(
    () => ({
      held,
      open: (item: PlanningItem) => setOpened({ item, isMoving: false }),
      move: (item: PlanningItem) => setOpened({ item, isMoving: true }),
      drop: (item: PlanningItem, cell: Parameters<typeof dropMove>[1]) => void dropMove(item, cell),
    }),
    [dropMove],
  );
  const item = opened && (planning.items.find(({ slotId }) => slotId === opened.item.slotId) ?? opened.item);
  const close = () => setOpened(undefined);
  return (
    <Board value={board}>
      {children}
      {item && (
        <Dialog title={opened.isMoving ? text.moveTitle : item.courseTitle} isOpen onClose={close}>
          {opened.isMoving ? (
            <MoveForm
              item={item}
              to={opened.to}
              rows={planning.rows}
              onCancel={close}
              onDone={() => {
                close();
                // The half-day is elsewhere: what had the focus is gone.
                setTimeout(() => focusOn(item.slotId));
              }}
            />
          ) : (
            <SlotDetails item={item} onMove={() => setOpened({ item, isMoving: true })} />
          )}
        </Dialog>
      )}
    </Board>
  );
}
