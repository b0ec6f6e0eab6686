import { createContext, useContext, type RefObject } from 'react';
import type { Planning, PlanningItem, PlanningNote, PlanningRow } from '../../api/types';
import { clock, date, hourRange } from '../../ui/dates';
import { todayInParis } from '../catalogue/today';
import { mayDrop, type Cell } from './moving';
import type { Way } from './search';
import { text } from './text';

interface BoardWork {
  /** What is held, by the mouse or the keyboard. */
  held: RefObject<PlanningItem | null>;
  open: (item: PlanningItem) => void;
  /** Straight to the form. */
  move: (item: PlanningItem) => void;
  drop: (item: PlanningItem, cell: Cell) => void;
}

export const Board = createContext<BoardWork | null>(null);

export function useBoard(): BoardWork {
  const board = useContext(Board);
  if (!board) throw new Error('outside of a board');
  return board;
}

export const accepts = (item: PlanningItem | null, cell: Cell): boolean => item !== null && mayDrop(item, cell, todayInParis());

/** « lundi 12/01 » */
export const dayName = (iso: string): string => date(`${iso}T12:00:00Z`, 'UTC').slice(0, -5);
export const shortDay = (iso: string): string => new Intl.DateTimeFormat('fr-FR', { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));
export const hoursOf = ({ start, end }: { start: string; end: string }): string => hourRange(clock(start), clock(end));
/** « lundi 12/01, 9 h – 12 h » */
export const whenOf = (of: { date: string; start: string; end: string }): string => `${dayName(of.date)}, ${hoursOf(of)}`;

export const markId = ({ slotId, rowId }: Pick<PlanningItem, 'slotId' | 'rowId'>): string => `half-${slotId}-${rowId}`;
/** Puts the focus on a half-day wherever it is now. */
export const focusOn = (slotId: string): void => document.querySelector<HTMLElement>(`[id^="half-${slotId}"] button`)?.focus();

export const rowName = ({ name, place }: PlanningRow): string => (place ? text.place(place.name, name) : name);
/** Said where the row does not say it. */
export const showsPlace = (way: Way, { lacks }: PlanningRow): boolean => way !== 'lieu' || lacks === 'room';

export const noteText = ({ kind, detail }: PlanningNote): string => (kind === 'closure' ? text.closed(detail) : text.holiday(detail));
export const notesOn = (notes: PlanningNote[], day: string): PlanningNote[] => notes.filter((note) => note.from <= day && day <= note.until);
export const forAll = ({ rowId }: PlanningNote): boolean => rowId === null;

/** What every row would say is said once, for all of them. */
function hoisted(notes: PlanningNote[], rows: number): PlanningNote[] {
  const key = ({ kind, from, until, detail }: PlanningNote) => [kind, from, until, detail].join();
  const counts = new Map<string, number>();
  for (const note of notes) if (note.rowId) counts.set(key(note), (counts.get(key(note)) ?? 0) + 1);
  const isShared = (note: PlanningNote) => rows > 1 && counts.get(key(note)) === rows;
  const shared = new Map(notes.filter(isShared).map((note) => [key(note), { ...note, rowId: null }]));
  return [...shared.values(), ...notes.filter((note) => !isShared(note))];
}

/** Pages of rows, as one planning. */
export const whole = (pages: Planning[]): Omit<Planning, 'nextCursor'> => ({
  rows: pages.flatMap(({ rows }) => rows),
  items: pages.flatMap(({ items }) => items),
  busy: pages.flatMap(({ busy }) => busy),
  // Holidays of the whole country come with each page.
  notes: hoisted([...new Map(pages.flatMap(({ notes }) => notes).map((note) => [JSON.stringify(note), note])).values()], new Set(pages.flatMap(({ rows }) => rows).filter(({ lacks }) => !lacks).map(({ id }) => id)).size),
  isCut: pages.some(({ isCut }) => isCut),
});
