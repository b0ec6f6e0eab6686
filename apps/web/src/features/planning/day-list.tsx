import { localDate } from '../../ui/dates';
import { noteText, notesOn } from './board';
import { SlotMark } from './slot-mark';
import { text } from './text';
import type { BoardProps } from './week-board';

/** The days on which there is something, one below the other: for a telephone. */
export function DayList({ planning, days }: Pick<BoardProps, 'planning' | 'days'>) {
  const names = new Map(planning.rows.map(({ id, name, place }) => [id, place?.name ?? name]));
  // A half-day that two trainers share is told once.
  const items = [...new Map(planning.items.map((item) => [item.slotId, item])).values()];
  const told = days
    .map((date) => ({
      date,
      there: items.filter((item) => item.date === date),
      notes: [...new Set(notesOn(planning.notes, date).map((note) => (note.rowId ? text.noteOf(names.get(note.rowId) ?? '', noteText(note)) : noteText(note))))],
    }))
    .filter(({ there, notes }) => there.length > 0 || notes.length > 0);
  return (
    <div className="stack stack-8">
      {told.map(({ date, there, notes }) => (
        <section key={date} className="stack stack-2" aria-labelledby={`l-${date}`}>
          <h3 id={`l-${date}`} className="sentence">
            {localDate(date)}
          </h3>
          {notes.map((note) => (
            <p key={note} className="day-note">
              {note}
            </p>
          ))}
          {there.map((item) => (
            <SlotMark key={item.slotId} item={item} size="whole" showsPlace />
          ))}
        </section>
      ))}
    </div>
  );
}
