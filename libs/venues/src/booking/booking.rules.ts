import { instantOf, invalid, lifecycle, type Period } from '@app/platform';

export const BOOKING_STATUSES = ['held', 'confirmed', 'refused', 'expired', 'cancelled'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
export const BOOKING_KINDS = ['session', 'meeting', 'block'] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];
/** A live booking keeps the room. */
export const LIVE: readonly BookingStatus[] = ['held', 'confirmed'];

export const bookingLife = lifecycle<BookingStatus, 'confirm' | 'refuse' | 'cancel' | 'expire'>({
  confirm: { from: ['held'], to: 'confirmed' },
  refuse: { from: ['held'], to: 'refused' },
  cancel: { from: ['held', 'confirmed'], to: 'cancelled' },
  expire: { from: ['held'], to: 'expired' },
});

export const DECISIONS = ['confirm', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];
export type BookingAction = Decision | 'cancel' | 'move';

interface Offered {
  status: BookingStatus;
  /** Its end has passed. */
  isOver: boolean;
  isHost: boolean;
  /** Who asked for it, or a manager of the organisation it is for. */
  isAsker: boolean;
}

/** What one may do now. */
export function actionsOf({ status, isOver, isHost, isAsker }: Offered): BookingAction[] {
  const open = bookingLife.available(status);
  const answers = isHost ? DECISIONS.filter((action) => open.includes(action)) : [];
  const changes = !isOver && (isAsker || isHost) && open.includes('cancel');
  return [...answers, ...(changes ? (['move', 'cancel'] as const) : [])];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const SKIPPED_HOUR = 'Cette heure n’existe pas ce jour-là\u202f: les horloges avancent.';

interface DayHours {
  date: string;
  start: string;
  end: string;
}

/** Hours of one day on the clock of a place, as instants; refused with the field to correct. */
export function periodOn({ date, start, end }: DayHours, timeZone: string, now: Date): Period {
  checkHours(start, end);
  const [from, to] = [instantOf(date, start, timeZone), instantOf(date, end, timeZone)];
  if (!from) throw invalid('/start', 'booking.skipped_hour', SKIPPED_HOUR);
  if (!to) throw invalid('/end', 'booking.skipped_hour', SKIPPED_HOUR);
  checkHours(from, to);
  checkAhead(from, now);
  return { from, to };
}

export function checkHours(start: string | Date, end: string | Date): void {
  if (start >= end) throw invalid('/end', 'booking.period_empty', 'L’heure de fin doit suivre l’heure de début.');
}

export function checkAhead(from: Date, now: Date): void {
  if (from <= now) throw invalid('/date', 'booking.past', 'Ce créneau est déjà passé.');
}

/** A held room waits for its host so many days, and never beyond its start. */
export const answerBy = (now: Date, { from }: Period, days: number): Date =>
  new Date(Math.min(now.getTime() + days * DAY, from.getTime()));

/** Two days before the deadline, or halfway when that is sooner than two days ahead. */
export const remindAt = (now: Date, deadline: Date): Date =>
  new Date(deadline.getTime() - Math.min(2 * DAY, (deadline.getTime() - now.getTime()) / 2));
