import { parseDate } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import type { PlanningNote, PlanningRow } from '../../api/types';
import { dayName, forAll, noteText, rowName, shortDay, showsPlace } from './board';
import { BoardTable } from './board-table';
import { DropCell } from './drop-cell';
import { SlotMark } from './slot-mark';
import { text } from './text';
import type { BoardProps } from './week-board';

const SHOWN = 4;
const dayMonth = (iso: string) => new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));
const rangeName = (monday: string) => text.weekOf(dayMonth(monday), dayMonth(parseDate(monday).add({ days: 6 }).toString()));

/** The same rows, denser: a column for each week, a line for each half-day. Dropped on a week, a half-day keeps its day of the week. */
export function MonthBoard({ planning, days, way, label }: BoardProps) {
  const mondays = days.filter((_, index) => index % 7 === 0);
  const columns = mondays.map((monday) => ({ key: monday, head: <WeekHead monday={monday} planning={planning} /> }));
  return (
    <BoardTable rows={planning.rows} way={way} view="month" label={label} columns={columns}>
      {(row, monday) => <Week key={monday} row={row} monday={monday} planning={planning} way={way} />}
    </BoardTable>
  );
}

function WeekHead({ monday, planning }: { monday: string; planning: BoardProps['planning'] }) {
  return (
    <>
      <Link from="/gestion/planning" to="/gestion/planning" search={(search) => ({ ...search, vue: 'semaine', date: monday })}>
        {rangeName(monday)}
      </Link>
      <Notes of={planning.notes.filter(forAll)} days={weekOf(monday)} />
    </>
  );
}

const weekOf = (monday: string) => Array.from({ length: 7 }, (_, n) => parseDate(monday).add({ days: n }).toString());

/** Each told on its first day of the week. */
function Notes({ of, days }: { of: PlanningNote[]; days: string[] }) {
  const told = of.flatMap((note) => days.filter((day) => note.from <= day && day <= note.until).slice(0, 1).map((day) => ({ day, note })));
  return told.map(({ day, note }) => (
    <span key={day + note.detail} className="day-note">
      {shortDay(day)}, {noteText(note)}
    </span>
  ));
}

function Week({ row, monday, planning, way }: Omit<BoardProps, 'days' | 'label'> & { row: PlanningRow; monday: string }) {
  const days = weekOf(monday);
  const there = ({ rowId, date }: { rowId: string; date: string }) => rowId === row.id && days[0]! <= date && date <= days[6]!;
  const items = planning.items.filter(there);
  const busy = planning.busy.filter(there).length;
  return (
    <td>
      <Notes of={planning.notes.filter(({ rowId }) => rowId === row.id)} days={days} />
      <DropCell cell={{ row, date: monday, isWeek: true }} label={text.weekCell(rowName(row), dayName(monday))} className="board-week-cell">
        {items.slice(0, SHOWN).map((item) => (
          <SlotMark key={item.slotId} item={item} size="line" showsPlace={showsPlace(way, row)} />
        ))}
        {items.length > SHOWN && (
          <Link from="/gestion/planning" to="/gestion/planning" search={(search) => ({ ...search, vue: 'semaine', date: monday })} className="small">
            {text.more(items.length - SHOWN)}
          </Link>
        )}
        {busy > 0 && <p className="board-busy">{text.busyCount(busy)}</p>}
      </DropCell>
    </td>
  );
}
