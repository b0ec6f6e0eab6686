import { isWeekend, parseDate } from '@internationalized/date';
import type { Planning, PlanningRow } from '../../api/types';
import { todayInParis } from '../catalogue/today';
import { dayName, forAll, hoursOf, notesOn, noteText } from './board';
import { DropCell } from './drop-cell';
import { halfOf, type Half } from './moving';
import { RowHead } from './row-head';
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

/** A row for each room, trainer or delegation, a column for each day, mornings above afternoons. */
export function WeekBoard({ planning, days, way, label }: BoardProps) {
  const today = todayInParis();
  return (
    <div className="board-frame">
      <table className="board board-week">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="board-corner">
              {text.rows[way]}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={isOff(day) ? 'board-off' : undefined} aria-current={day === today ? 'date' : undefined}>
                {dayName(day)}
                {notesOn(planning.notes, day)
                  .filter(forAll)
                  .map((note) => (
                    <span key={note.detail} className="day-note">
                      {noteText(note)}
                    </span>
                  ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {planning.rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">
                <RowHead row={row} way={way} before={planning.rows[index - 1]} />
              </th>
              {days.map((day) => (
                <Day key={day} row={row} day={day} planning={planning} way={way} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
        <DropCell key={half} cell={{ row, date: day, half }} label={text.cell(row.place ? text.place(row.place.name, row.name) : row.name, dayName(day), half)} className="board-half">
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
              <SlotMark key={item.slotId} item={item} size="card" showsPlace={way !== 'lieu'} />
            ))}
        </DropCell>
      ))}
    </td>
  );
}
