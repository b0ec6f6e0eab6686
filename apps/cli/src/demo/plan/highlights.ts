import { addDays, halfDaysOf } from '../calendar';
import type { World } from '../world';
import type { Agenda } from './agenda';
import type { Course } from './courses';
import type { Room } from './rooms';
import { Filling, planSession, PlannedSession } from './session';

interface Highlight {
  key: string;
  slug: string;
  room: 'Salle de formation' | 'Atelier';
  /** Days from today to the first day, at the earliest or, in the past, at the latest. */
  inDays: number;
  capacity: number;
  status?: PlannedSession['status'];
  held?: boolean;
  /** Past, and its roll still to be taken. */
  rollMissing?: boolean;
  kept?: PlannedSession['kept'];
  filled: Filling;
}

/** What must be waiting for each demonstration account, whatever the day the demo year is loaded. */
const HIGHLIGHTS: Highlight[] = [
  {
    key: 'roll-to-take',
    slug: 'securite-numerique-les-bons-gestes-au-poste-de-travail',
    room: 'Salle de formation',
    inDays: 0,
    capacity: 12,
    status: 'confirmed',
    rollMissing: true,
    filled: { named: {}, seats: 9 },
  },
  {
    key: 'roll-left-open',
    slug: 'accompagner-les-habitants-face-aux-arnaques-en-ligne',
    room: 'Atelier',
    inDays: -1,
    capacity: 11,
    rollMissing: true,
    filled: { named: {}, seats: 7 },
  },
  {
    key: 'attested',
    slug: 'les-fondamentaux-de-la-culture-numerique-pour-les-agents-territoriaux',
    room: 'Salle de formation',
    inDays: -45,
    capacity: 12,
    filled: { named: { agent: 'attested' }, seats: 9 },
  },
  {
    key: 'admitted',
    slug: 'concevoir-et-animer-un-atelier-numerique',
    room: 'Salle de formation',
    inDays: 24,
    capacity: 12,
    status: 'confirmed',
    filled: { named: { agent: 'admitted' }, seats: 8, toDecide: 1 },
  },
  {
    key: 'requested',
    slug: 'identite-numerique-et-traces-accompagner-les-habitants',
    room: 'Atelier',
    inDays: 48,
    capacity: 10,
    status: 'open',
    kept: { employer: 'valence', seats: 3, untilDaysBefore: 21, atMost: 6 },
    filled: { named: { agent: 'submitted' }, seats: 3, toDecide: 3, toOpine: 2, toSign: 2 },
  },
  {
    key: 'full',
    slug: 'accueillir-et-accompagner-un-public-eloigne-du-numerique',
    room: 'Salle de formation',
    inDays: 34,
    capacity: 8,
    status: 'open',
    filled: { named: {}, seats: 8, waiting: 3, toDecide: 1 },
  },
  {
    key: 'offered',
    slug: 'mediation-numerique-et-illettrisme',
    room: 'Salle de formation',
    inDays: 38,
    capacity: 6,
    status: 'open',
    filled: { named: { agent: 'offered' }, seats: 6, waiting: 2 },
  },
  {
    key: 'selection',
    slug: 'faire-vivre-un-espace-public-numerique',
    room: 'Salle de formation',
    inDays: 42,
    capacity: 6,
    status: 'open',
    filled: { named: {}, seats: 2, toChoose: 5 },
  },
  {
    key: 'held',
    slug: 'reparer-et-reemployer-les-equipements-numeriques',
    room: 'Atelier',
    inDays: 40,
    capacity: 10,
    status: 'draft',
    held: true,
    filled: { named: {} },
  },
  {
    key: 'in-preparation',
    slug: 'concevoir-et-animer-un-atelier-numerique',
    room: 'Atelier',
    inDays: 10,
    capacity: 10,
    status: 'draft',
    filled: { named: {} },
  },
];

export function planHighlights(
  world: World,
  agenda: Agenda,
  courses: readonly Course[],
  rooms: readonly Room[],
): PlannedSession[] {
  const trainerId = world.id('person', 'formateur');
  return HIGHLIGHTS.map(
    ({ key, slug, room: roomName, inDays, capacity, status, held = false, rollMissing, kept = null, filled }) => {
      const course = courses.find((known) => known.slug === slug)!;
      const room = rooms.find(({ isHosts, name }) => isHosts && name === roomName)!;
      const free = (days: string[]) => {
        const halfDays = halfDaysOf(days, course.halfDays);
        return agenda.isFree(room.id, halfDays) && agenda.isFree(trainerId, halfDays);
      };
      const days = world.workingDays.nearestRun(
        addDays(world.today, inDays),
        course.halfDays / 2,
        room.venue.holidayTerritory,
        inDays > 0 ? 1 : -1,
        free,
      );
      const session = planSession(world, { key, course, room, trainerId, days, capacity }, { held, kept, filled });
      if (rollMissing && session.phase === 'closed')
        Object.assign(session, { phase: 'roll_missing', status: 'confirmed' });
      else if (status && session.phase === 'upcoming') Object.assign(session, { status });
      agenda.take(room.id, session.slots);
      agenda.take(trainerId, session.slots);
      return session;
    },
  );
}
