import { getDayOfWeek, parseDate } from '@internationalized/date';
import type { PlanningItem, PlanningRow, SessionDetail, SessionDraft, SlotInput } from '../../api/types';
import { isPast } from '../../ui/dates';

export type Half = 'am' | 'pm';
/** Where and when a half-day goes. */
export interface Target extends SlotInput {
  roomId: string;
}
/** What a half-day is dropped on: a half-day of a row, or a week of it. */
export interface Cell {
  row: PlanningRow;
  date: string;
  half?: Half;
  isWeek?: boolean;
}

const NOON = '12:30';
const STARTS: Record<Half, string> = { am: '09:00', pm: '13:30' };
const LAST = 23 * 60 + 59;

export const halfOf = (start: string): Half => (start < NOON ? 'am' : 'pm');
const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
const hourOf = (minutes: number): string => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The same hours, or as long in the other half-day; the same day of another week. */
export function targetOf({ date, start, end, roomId }: Target, { row, date: day, half = halfOf(start), isWeek = false }: Cell): Target {
  const begins = half === halfOf(start) ? start : STARTS[half];
  const ends = Math.min(minutesOf(begins) + minutesOf(end) - minutesOf(start), LAST);
  const on = isWeek ? parseDate(day).add({ days: getDayOfWeek(parseDate(date), 'fr-FR') }).toString() : day;
  return { date: on, start: begins, end: hourOf(ends), roomId: row.place ? row.id : roomId };
}

export const isSame = (a: Target, b: Target): boolean => a.date === b.date && a.start === b.start && a.end === b.end && a.roomId === b.roomId;

/** A room on the same clock with enough seats; a trainer and a delegation keep what is theirs. The past is over. */
export function mayDrop(item: PlanningItem, cell: Cell, today: string): boolean {
  const { row } = cell;
  if (item.fixed !== null || targetOf(item, cell).date < today) return false;
  return row.place ? row.place.timeZone === item.timeZone && row.place.capacity >= item.capacity : row.id === item.rowId;
}

/** What is checked before moving: this half-day, or all those to come when the room changes. */
export function draftOf({ id, capacity, room, slots, asks }: SessionDetail, slotId: string, { roomId, ...when }: Target): SessionDraft {
  const ahead = slots.filter(({ booking }) => booking && !isPast(booking.endsAt));
  const moving = roomId === room.id ? ahead.filter((slot) => slot.id === slotId) : ahead;
  return {
    roomId,
    capacity,
    trainerIds: asks.filter(({ status }) => status === 'asked' || status === 'accepted').map(({ trainerId }) => trainerId),
    slots: moving.map((slot) => (slot.id === slotId ? when : { date: slot.date, start: slot.start, end: slot.end })),
    except: { sessionId: id, slotIds: moving.map((slot) => slot.id) },
  };
}
