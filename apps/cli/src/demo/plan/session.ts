import type { EnrolmentStatus, Session as SessionEntity } from '@app/training';
import { addDays, halfDaysOf, type Slot, slotOf } from '../calendar';
import { codeOf } from '../identifiers';
import type { World } from '../world';
import type { Course } from './courses';
import type { Room } from './rooms';

/** Where a session is in its life on the day the demo year is loaded. */
export type Phase = 'closed' | 'roll_missing' | 'running' | 'upcoming';

export interface PlannedSession {
  id: string;
  key: string;
  code: string;
  course: Course;
  room: Room;
  trainerId: string;
  slots: Slot[];
  startsAt: Date;
  endsAt: Date;
  enrolmentClosesAt: Date;
  capacity: number;
  minSeats: number;
  status: SessionEntity['status'];
  phase: Phase;
  cancelReason: string | null;
  /** The host has not answered yet. */
  held: boolean;
  /** Seats kept for an employer, by its key, and for how many days before it begins. */
  kept: { employer: string; seats: number; untilDaysBefore: number; atMost: number } | null;
  /** What a highlighted session must hold; the others are filled by chance. */
  filled: Filling | null;
}

/** Named agents first, then how many more in each state. */
export interface Filling {
  named: Record<string, EnrolmentStatus>;
  /** Requests from the employer « valence » still to be decided. */
  toDecide?: number;
  /** Of the same employer: those that wait for the opinion of the supervisor, or for the visa. */
  toOpine?: number;
  toSign?: number;
  /** Agreed by their employers, for a course that selects. */
  toChoose?: number;
  seats?: number;
  waiting?: number;
}

export interface Draft {
  key: string;
  course: Course;
  room: Room;
  trainerId: string;
  days: string[];
  capacity: number;
}

const CLOSES_BEFORE_DAYS = 14;
const NOON = 'T12:00:00Z';

export function planSession(
  world: World,
  draft: Draft,
  choices: Partial<PlannedSession> = {},
): PlannedSession {
  const slots = halfDaysOf(draft.days, draft.course.halfDays).map((halfDay) =>
    slotOf(halfDay, draft.room.venue.timeZone),
  );
  const [startsAt, endsAt] = [slots[0]!.from, slots.at(-1)!.to];
  const phase = phaseOf(startsAt, endsAt, world.now);
  return {
    id: world.id('session', draft.key),
    key: draft.key,
    code: codeOf('S-', `${world.year}/session/${draft.key}`, 5),
    course: draft.course,
    room: draft.room,
    trainerId: draft.trainerId,
    slots,
    startsAt,
    endsAt,
    enrolmentClosesAt: new Date(`${addDays(slots[0]!.localDate, -CLOSES_BEFORE_DAYS)}${NOON}`),
    capacity: draft.capacity,
    minSeats: Math.min(5, draft.capacity),
    status: STATUS_OF[phase],
    phase,
    cancelReason: null,
    held: false,
    kept: null,
    filled: null,
    ...choices,
  };
}

const STATUS_OF = {
  closed: 'closed',
  roll_missing: 'confirmed',
  running: 'running',
  upcoming: 'open',
} as const;

function phaseOf(startsAt: Date, endsAt: Date, now: Date): Phase {
  if (endsAt <= now) return 'closed';
  return startsAt <= now ? 'running' : 'upcoming';
}

export const daysUntil = (instant: Date, now: Date): number =>
  (instant.getTime() - now.getTime()) / 86_400_000;
