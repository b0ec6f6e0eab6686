import { isWeekend, parseDate } from '@internationalized/date';
import type { Planning, PlanningRow } from '../../api/types';
import { todayInParis } from '../catalogue/today';
import { dayName, forAll, hoursOf, notesOn, noteText, rowName, showsPlace } from './board';
import { BoardTable } from './board-table';
import { DropCell } from './drop-cell';
import { halfOf, type Half } from './moving';
import type { Way } from './search';
import { SlotMark } from './slot-mark';
import { text } from './text';

export interface BoardProps {
  planning: Omit<Planning, 'nextCursor'>;
  /** `YYYY-MM-DD`, the first one a Monday. */
  days: string[];
  way: Way;
  label: string;
}

const HALVES: Half[] = ['am', 'pm'];
const isOff = (day: string) => isWeekend(parseDate(day), 'fr-FR');

/** A column for each day, mornings above afternoons. */
export function WeekBoard({ planning, days, way, label }: BoardProps) {
  const today = todayInParis();
  const columns = days.map((day) => ({ key: day, head: <DayHead day={day} planning={planning} />, className: isOff(day) ? 'board-off' : undefined, isToday: day === today }));
  return (
    <BoardTable rows={planning.rows} way={way} view="week" label={label} columns={columns}>
      {(row, day) => <Day key={day} row={row} day={day} planning={planning} way={way} />}
    </BoardTable>
  );
}

function DayHead({ day, planning }: { day: string; planning: BoardProps['planning'] }) {
  return (
    <>
      {dayName(day)}
      {notesOn(planning.notes, day)
        .filter(forAll)
        .map((note) => (
          <span key={note.detail} className="day-note">
            {noteText(note)}
          </span>
        ))}
    </>
  );
}

function Day({ row, day, planning, way }: Omit<BoardProps, 'days' | 'label'> & { row: PlanningRow; day: string }) {
  const there = ({ rowId, date }: { rowId: string; date: string }) => rowId === row.id && date === day;
  const notes = notesOn(planning.notes, day).filter(({ rowId }) => rowId === null || rowId === row.id);
  const items = planning.items.filter(there);
  const busy = planning.busy.filter(there);
  return (
    <td className={notes.length > 0 ? 'board-shut' : isOff(day) ? 'board-off' : undefined}>
      {notes.filter((note) => !forAll(note)).map((note) => (
        <p key={note.kind + note.detail} className="day-note">
          {noteText(note)}
        </p>
      ))}
      {HALVES.map((half) => (
        <DropCell key={half} cell={{ row, date: day, half }} label={text.cell(rowName(row), dayName(day), half)} className="board-half">
          {busy
            .filter(({ start }) => halfOf(start) === half)
            .map((one) => (
              <p key={one.start} className="board-busy">
                {text.busy(hoursOf(one))}
              </p>
            ))}
          {items
            .filter(({ start }) => halfOf(start) === half)
            .map((item) => (
              <SlotMark key={item.slotId} item={item} size="card" showsPlace={showsPlace(way, row)} />
            ))}
        </DropCell>
      ))}
    </td>
  );
}
