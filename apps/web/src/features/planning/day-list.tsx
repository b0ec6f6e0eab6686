import { DaySections } from '../calendar/day-sections';
import { noteText, notesOn } from './board';
import { SlotMark } from './slot-mark';
import { text } from './text';
import type { BoardProps } from './week-board';

/** The half-days, day by day: for a telephone. */
export function DayList({ planning, days }: Pick<BoardProps, 'planning' | 'days'>) {
  const names = new Map(planning.rows.map(({ id, name, place }) => [id, place?.name ?? name]));
  // A half-day that two trainers share is told once.
  const items = [...new Map(planning.items.map((item) => [item.slotId, item])).values()];
  const told = days.map((date) => ({
    date,
    there: items.filter((item) => item.date === date),
    notes: [...new Set(notesOn(planning.notes, date).map((note) => (note.rowId ? text.noteOf(names.get(note.rowId) ?? '', noteText(note)) : noteText(note))))],
  }));
  return <DaySections days={told}>{(item) => <SlotMark key={item.slotId} item={item} size="whole" showsPlace />}</DaySections>;
}
