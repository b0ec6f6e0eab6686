import type { World } from '../world';
import { daysUntil, PlannedSession } from './session';

const PREPARED_DAYS_BEFORE = 120;

/** The rows of sessions, their half-days, the bookings of their rooms and the assignments of their trainers. */
export function sessionRows(
  world: World,
  sessions: readonly PlannedSession[],
  managers: ReadonlyMap<string, string>,
) {
  const managerOf = ({ room }: PlannedSession) => managers.get(room.delegation)!;
  const slotKey = (session: PlannedSession, at: number) => `${session.key}/${at}`;
  const perSlot = <T>(row: (session: PlannedSession, at: number) => T): T[] =>
    sessions.flatMap((session) => session.slots.map((_, at) => row(session, at)));
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      code: session.code,
      course_id: session.course.id,
      venue_id: session.room.venue.id,
      room_id: session.room.id,
      time_zone: session.room.venue.timeZone,
      capacity: session.capacity,
      min_seats: session.minSeats,
      enrolment_closes_at: session.enrolmentClosesAt,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      status: session.status,
      organiser_id: world.id('organisation', session.room.delegation),
      created_by: managerOf(session),
      cancel_reason: session.cancelReason,
      created_at: preparedAt(world, session),
    })),
    shares: sessions.flatMap(({ id, kept, startsAt }) =>
      kept
        ? [
            {
              session_id: id,
              organisation_id: world.id('organisation', kept.employer),
              reserved: kept.seats,
              release_at: new Date(startsAt.getTime() - kept.untilDaysBefore * 86_400_000),
              at_most: kept.atMost,
            },
          ]
        : [],
    ),
    bookings: perSlot((session, at) => ({
      id: world.id('booking', slotKey(session, at)),
      room_id: session.room.id,
      venue_id: session.room.venue.id,
      period: session.slots[at]!.period,
      status: bookingStatus(session),
      requested_by: managerOf(session),
      organisation_id: world.id('organisation', session.room.delegation),
      demand_id: world.id('demand', session.key),
      people: session.capacity,
      purpose: session.course.title,
      requested_at: preparedAt(world, session),
      answer_by: session.held ? answerBy(world, session.slots[at]!.from) : null,
    })),
    slots: perSlot((session, at) => {
      const { localDate, startsLocal, endsLocal, period, halfDay } = session.slots[at]!;
      return {
        id: world.id('slot', slotKey(session, at)),
        session_id: session.id,
        booking_id: world.id('booking', slotKey(session, at)),
        local_date: localDate,
        starts_local: startsLocal,
        ends_local: endsLocal,
        period,
        half_day: halfDay,
      };
    }),
    asks: sessions.map((session) => ({
      id: world.id('ask', session.key),
      session_id: session.id,
      trainer_id: session.trainerId,
      demand_id: world.id('ask-demand', session.key),
      asked_at: preparedAt(world, session),
      asked_by: managerOf(session),
      ...answered(world, session),
    })),
    assignments: perSlot((session, at) => ({
      id: world.id('assignment', slotKey(session, at)),
      trainer_id: session.trainerId,
      session_id: session.id,
      ask_id: world.id('ask', session.key),
      period: session.slots[at]!.period,
      active: session.status !== 'cancelled',
    })),
  };
}

function bookingStatus({ status, held }: PlannedSession): 'held' | 'confirmed' | 'cancelled' {
  if (status === 'cancelled') return 'cancelled';
  return held ? 'held' : 'confirmed';
}

/** A day after they were asked; those whose room is not lent yet have not said. */
function answered(world: World, session: PlannedSession): { status: string; live: boolean; answered_at: Date | null } {
  const answeredAt = new Date(preparedAt(world, session).getTime() + 86_400_000);
  if (session.status === 'cancelled') return { status: 'released', live: false, answered_at: answeredAt };
  return session.held ? { status: 'asked', live: true, answered_at: null } : { status: 'accepted', live: true, answered_at: answeredAt };
}

/** A week at most, and before it begins. */
const answerBy = ({ now }: World, startsAt: Date): Date => new Date(Math.min(startsAt.getTime(), now.getTime() + 4 * 86_400_000));

/** Four months before, or a few days ago for what is further away or has no answer yet. */
function preparedAt(world: World, session: PlannedSession): Date {
  const ahead = session.held ? 0 : Math.min(0, daysUntil(session.startsAt, world.now) - PREPARED_DAYS_BEFORE);
  return new Date(world.now.getTime() + Math.min(ahead, -3) * 86_400_000);
}
