import { MOTIVATIONS, OPINIONS, REFUSALS, WITHDRAWALS } from '../content/careers';
import { codeOf } from '../identifiers';
import type { Random } from '../random';
import type { World } from '../world';
import type { PlannedEnrolment } from './filling';

const DAY = 86_400_000;

export interface Moment {
  action: string;
  from: string | null;
  to: string;
  actorId: string | null;
  reason: string | null;
  at: Date;
}

/** One request as rows: the request and its history. */
export interface EnrolmentStory {
  planned: PlannedEnrolment;
  id: string;
  key: string;
  number: string;
  reason: string | null;
  motivation: string;
  moments: Moment[];
}

/** Of each employer, by its key. */
interface Deciders {
  trainingOfficers: ReadonlyMap<string, string>;
  supervisors: ReadonlyMap<string, string>;
}

export function tellStory(
  world: World,
  { trainingOfficers, supervisors }: Deciders,
  planned: PlannedEnrolment,
): EnrolmentStory {
  const { session, agent, status, step } = planned;
  const key = `${session.key}/${agent.id}`;
  const random = world.random(`story/${key}`);
  const submittedAt = submission(world, random, session.startsAt);
  const decidedAt = between(submittedAt, new Date(submittedAt.getTime() + random.int(1, 6) * DAY), world.now);
  const officer = trainingOfficers.get(agent.employer.key)!;
  const reason = reasonOf(random, planned);
  const moments: Moment[] = [];
  const tell = (action: string, to: string, actorId: string | null, at: Date, why: string | null = null) =>
    moments.push({ action, from: moments.at(-1)?.to ?? null, to, actorId, reason: why, at });
  tell('submit', 'submitted', agent.id, submittedAt);
  if (status === 'refused') tell('refuse', 'refused', officer, decidedAt, reason);
  else if (step === 'validation' || step === 'visa') {
    tell('opine', 'submitted', supervisors.get(agent.employer.key)!, decidedAt, random.pick(OPINIONS));
    if (step === 'visa') tell('validate', 'submitted', officer, between(decidedAt, new Date(decidedAt.getTime() + DAY), world.now));
  } else if (status !== 'submitted')
    tell('validate', status === 'transmitted' ? 'transmitted' : waits(status) ? 'waiting' : 'admitted', officer, decidedAt);
  const next = between(decidedAt, new Date(decidedAt.getTime() + 2 * DAY), world.now);
  if (status === 'offered') tell('offer', status, null, world.now);
  if (status === 'withdrawn') tell('withdraw', status, agent.id, next, reason);
  if (status === 'cancelled') tell('cancel', status, null, next, reason);
  if (status === 'not_selected') tell('not_select', status, null, session.endsAt, reason);
  if (status === 'convoked') tell('convoke', status, null, next);
  if (status === 'absent') tell('roll', status, session.trainerId, session.endsAt);
  if (status === 'attested') {
    tell('roll', 'present', session.trainerId, session.endsAt);
    tell('attest', status, null, session.endsAt);
  }
  const number = codeOf('E-', `${world.year}/${key}`, 6);
  return {
    planned,
    id: world.id('enrolment', key),
    key,
    number,
    reason,
    motivation: random.pick(MOTIVATIONS),
    moments,
  };
}

const waits = (status: string): boolean => ['waiting', 'not_selected', 'offered'].includes(status);

function reasonOf(random: Random, { status, session }: PlannedEnrolment): string | null {
  if (status === 'refused') return random.pick(REFUSALS);
  if (status === 'withdrawn') return random.pick(WITHDRAWALS);
  if (status === 'cancelled') return session.cancelReason;
  return status === 'not_selected' ? 'La session a eu lieu avant qu’une place se libère.' : null;
}

/** Two to ten weeks before the session, or in the last days for what is still far. */
function submission(world: World, random: Random, startsAt: Date): Date {
  const asked = startsAt.getTime() - random.int(16, 70) * DAY + random.int(0, 480) * 60_000;
  const latest = world.now.getTime() - random.int(6, 12 * 24) * 3_600_000;
  return new Date(Math.min(asked, latest));
}

/** `wished`, when it is past; else half-way between `after` and now. */
function between(after: Date, wished: Date, now: Date): Date {
  return wished < now ? wished : new Date((after.getTime() + now.getTime()) / 2);
}
