import type { EnrolmentStatus, Step } from '@app/training';
import { CANCELLATIONS } from '../content/careers';
import type { Random } from '../random';
import type { World } from '../world';
import type { Agent } from './agents';
import type { Pool } from './pool';
import { daysUntil, PlannedSession } from './session';

export interface PlannedEnrolment {
  session: PlannedSession;
  agent: Agent;
  status: EnrolmentStatus;
  waitingRank: number | null;
  step: Step | null;
}

export const SEATED: readonly EnrolmentStatus[] = [
  'offered',
  'admitted',
  'convoked',
  'present',
  'partial',
  'absent',
  'attested',
];
const CONVOKED_DAYS_BEFORE = 10;

/** How many of each state, in the order in which agents are drawn. */
type Counts = [EnrolmentStatus, number][];

export function fillSession(
  world: World,
  pool: Pool,
  agents: readonly Agent[],
  session: PlannedSession,
): PlannedEnrolment[] {
  const random = world.random(`enrolments/${session.key}`);
  const enrolments: PlannedEnrolment[] = [];
  const enrol = (agent: Agent, status: EnrolmentStatus, step: Step = 'validation') => {
    const waitingRank =
      status === 'waiting' ? enrolments.filter((other) => other.status === 'waiting').length + 1 : null;
    enrolments.push({ session, agent, status, waitingRank, step: status === 'submitted' ? step : null });
    pool.seat(agent, session);
  };
  const { named = {}, toDecide = 0, toOpine = 0, toSign = 0 } = session.filled ?? {};
  for (const [key, status] of Object.entries(named))
    enrol(
      agents.find(({ id }) => id === world.id('person', key))!,
      status,
      'opinion',
    );
  const others = pool.candidates(session, random).filter(({ id }) => id !== world.id('person', 'agent'));
  if (session.phase !== 'upcoming' && !session.filled && others.length < session.minSeats) callOff(session);
  const ours = others.filter(({ employer }) => employer.key === 'valence').slice(0, toDecide + toOpine + toSign);
  for (const [at, agent] of ours.entries()) enrol(agent, 'submitted', at < toDecide ? 'validation' : at < toDecide + toOpine ? 'opinion' : 'visa');
  const rest = others.filter((agent) => !ours.includes(agent));
  for (const [status, count] of session.filled ? highlighted(session) : drawn(world, random, session)) {
    const isFull = enrolments.filter((other) => SEATED.includes(other.status)).length >= session.capacity;
    if (['waiting', 'not_selected'].includes(status) && !isFull) continue;
    for (const agent of rest.splice(0, count))
      enrol(agent, SEATED.includes(status) ? seatedAs(world, random, session) : status);
  }
  return enrolments;
}

/** Too few people could come. */
function callOff(session: PlannedSession): void {
  session.status = 'cancelled';
  session.cancelReason = CANCELLATIONS[0]!;
}

function highlighted({ filled }: PlannedSession): Counts {
  const { named, seats = 0, waiting = 0, toChoose = 0 } = filled!;
  const already = Object.values(named).filter((status) => SEATED.includes(status)).length;
  return [
    ['admitted', seats - already],
    ['waiting', waiting],
    ['transmitted', toChoose],
  ];
}

function drawn(
  world: World,
  random: Random,
  { status, phase, capacity, startsAt, minSeats }: PlannedSession,
): Counts {
  if (status === 'draft') return [];
  if (status === 'cancelled') return [['cancelled', random.int(0, 3)]];
  if (phase !== 'upcoming') {
    return [
      ['admitted', random.int(minSeats, capacity)],
      [phase === 'closed' ? 'not_selected' : 'waiting', random.int(0, 2)],
      ['refused', random.int(0, 1)],
      ['withdrawn', random.int(0, 1)],
    ];
  }
  const ahead = daysUntil(startsAt, world.now);
  const share =
    ahead < 30 ? 0.6 + 0.5 * random.next() : ahead < 100 ? 0.8 * random.next() : 0.3 * random.next();
  return [
    ['admitted', Math.min(capacity, Math.round(share * capacity))],
    ['waiting', random.int(1, 3)],
    ['submitted', status === 'postponed' ? 0 : random.int(0, 2)],
    ['refused', random.int(0, 1)],
    ['withdrawn', random.int(0, 1)],
  ];
}

/** Past: most followed everything. Soon: convoked. */
function seatedAs(
  world: World,
  random: Random,
  { phase, startsAt, status, filled }: PlannedSession,
): EnrolmentStatus {
  if (phase === 'closed') return random.chance(0.06) ? 'absent' : 'attested';
  const convoked =
    status === 'confirmed' && phase === 'upcoming' && daysUntil(startsAt, world.now) < CONVOKED_DAYS_BEFORE;
  return convoked && !filled ? 'convoked' : 'admitted';
}
