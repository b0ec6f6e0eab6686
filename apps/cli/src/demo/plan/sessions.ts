import { addDays, halfDaysOf } from '../calendar';
import { CANCELLATIONS } from '../content/careers';
import type { Random } from '../random';
import type { World } from '../world';
import type { Agenda } from './agenda';
import type { Course } from './courses';
import type { Room } from './rooms';
import { daysUntil, Draft, planSession, PlannedSession } from './session';
import type { Trainer } from './trainers';

const SESSIONS = 400;
/** From 1 October of the year before to 31 March of the next: past, current and future sessions on any day of the year. */
const FIRST_DAY = -92;
const DAYS = 546;
const TRIES = 40;

interface Supply {
  courses: readonly Course[];
  rooms: readonly Room[];
  trainers: readonly Trainer[];
  agenda: Agenda;
}

/** Sessions drawn one by one, each where and when a room and a trainer are free together. */
export function planSessions(world: World, supply: Supply, already: number): PlannedSession[] {
  const given = supply.courses.filter(({ status, halfDays }) => status === 'published' && halfDays > 0);
  return Array.from({ length: SESSIONS - already }, (_, rank) => {
    const random = world.random(`session/${rank}`);
    const draft = findPlace(world, random, supply, given[rank % given.length]!, String(rank));
    const session = settle(world, random, planSession(world, draft));
    supply.agenda.take(session.room.id, session.slots);
    supply.agenda.take(session.trainerId, session.slots);
    return session;
  });
}

function findPlace(
  world: World,
  random: Random,
  { rooms, trainers, agenda }: Supply,
  course: Course,
  key: string,
): Draft {
  for (let tries = 0; tries < TRIES; tries++) {
    const room = random.pick(rooms);
    const days = drawDays(world, random, Math.ceil(course.halfDays / 2), room.venue.holidayTerritory);
    const free = trainers.filter(({ delegation }) => delegation === room.delegation);
    if (!days || free.length === 0) continue;
    const capacity = Math.min(room.capacity - 1, random.int(8, 15));
    const halfDays = halfDaysOf(days, course.halfDays);
    if (!agenda.isFree(room.id, halfDays)) continue;
    const trainer = bySpeciality(random.shuffled(free), course).find(({ id }) => agenda.isFree(id, halfDays));
    if (trainer) return { key, course, room, trainerId: trainer.id, days, capacity };
  }
  throw new Error(`No room and trainer free together for « ${course.title} ».`);
}

const bySpeciality = (trainers: Trainer[], { theme }: Course): Trainer[] =>
  [...trainers].sort((a, b) => Number(b.themes.includes(theme)) - Number(a.themes.includes(theme)));

/** Consecutive working days; August is quiet. */
function drawDays(world: World, random: Random, count: number, territory: string): string[] | null {
  const date = addDays(`${world.year}-01-01`, FIRST_DAY + random.int(0, DAYS));
  if (date.slice(5, 7) === '08' && random.chance(0.85)) return null;
  return world.workingDays.run(date, count, territory);
}

/** What became of the session by the day the demo year is loaded. */
function settle(world: World, random: Random, session: PlannedSession): PlannedSession {
  const cancelled = { status: 'cancelled', cancelReason: random.pick(CANCELLATIONS) } as const;
  if (session.phase === 'running') return session;
  if (session.phase === 'closed') {
    if (random.chance(0.05)) return { ...session, ...cancelled };
    const justEnded = -daysUntil(session.endsAt, world.now) < 4;
    return justEnded && random.chance(0.4)
      ? { ...session, phase: 'roll_missing', status: 'confirmed' }
      : session;
  }
  const ahead = daysUntil(session.startsAt, world.now);
  if (random.chance(0.03)) return { ...session, ...cancelled };
  if (ahead < 20) return { ...session, status: 'confirmed' };
  if (ahead < 100) return random.chance(0.03) ? { ...session, status: 'postponed' } : session;
  return random.chance(0.35) ? { ...session, status: 'draft' } : session;
}
