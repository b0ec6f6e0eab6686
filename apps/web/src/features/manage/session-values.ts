import { CalendarDateTime, isWeekend, parseDate, toZoned } from '@internationalized/date';
import type { SessionDraft, SessionInput, SlotInput } from '../../api/types';
import { asksOf } from '../bookings/asks';
import { newFind, type FindValues } from '../schedule/find-values';
import { newRepeat, type RepeatValues } from '../schedule/repeat-values';

/** The session as it is typed: the last day for requests is a day on the clock of the place. */
export interface SessionValues extends Omit<SessionInput, 'enrolmentClosesAt' | 'equipment'>, RepeatValues {
  courseId: string;
  enrolmentClosesAt: string;
  /** How many of each thing, by its id. */
  asks: Record<string, number>;
  /** What is looked for to find its half-days, its room and its trainers. */
  find: FindValues;
}

const morning = { start: '09:00', end: '12:30' };
const afternoon = { start: '13:30', end: '17:00' };

export const newSession = (courseId: string): SessionValues => ({
  courseId,
  slots: [{ date: '', ...morning }],
  roomId: '',
  trainerIds: [],
  capacity: 12,
  minSeats: 6,
  enrolmentClosesAt: '',
  asks: {},
  find: newFind(),
  ...newRepeat,
});

/** The half-day that most often follows: the afternoon, or the next working morning. */
export function nextSlot(last: SlotInput | undefined): SlotInput {
  if (!last?.date) return { date: '', ...(last && last.start < '12:30' ? afternoon : morning) };
  if (last.start < '12:30') return { date: last.date, ...afternoon };
  let day = parseDate(last.date).add({ days: 1 });
  while (isWeekend(day, 'fr-FR')) day = day.add({ days: 1 });
  return { date: day.toString(), ...morning };
}

/** Half-days told entirely, for which rooms and trainers may be asked. */
export const wholeSlots = (slots: readonly SlotInput[]): SlotInput[] =>
  slots.filter(({ date, start, end }) => date > '2000' && start && end && start < end);

export function inputOf({ slots, roomId, trainerIds, capacity, minSeats, enrolmentClosesAt, asks }: SessionValues, timeZone: string): SessionInput {
  const values = { slots, roomId, trainerIds, capacity, minSeats, equipment: asksOf(asks) };
  if (!enrolmentClosesAt) return values;
  const { year, month, day } = parseDate(enrolmentClosesAt);
  const lastMinute = new CalendarDateTime(year, month, day, 23, 59);
  return { ...values, enrolmentClosesAt: toZoned(lastMinute, timeZone).toAbsoluteString() };
}

/** As far as it is told, to know what stands in its way. */
export const draftOf = ({ roomId, trainerIds, capacity, slots, asks }: SessionValues): SessionDraft => ({
  roomId, trainerIds, capacity, slots: wholeSlots(slots), equipment: asksOf(asks),
});
