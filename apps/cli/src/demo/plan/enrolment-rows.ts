import { codeOf } from '../identifiers';
import type { World } from '../world';
import type { EnrolmentStory } from './enrolments';
import type { PlannedSession } from './session';

const DAY = 86_400_000;
/** What is left to answer: less than at first, since some time has passed. */
const DAYS_TO_ANSWER = { opinion: 4, validation: 9, visa: 12 };
const DAYS_OFFERED = 2;
const AFTER_SESSION = 2 * 3_600_000;

/** The rows of requests, their history, attendance by half-day, and attestations. */
export function enrolmentRows(world: World, stories: readonly EnrolmentStory[]) {
  const rolls = stories.filter(
    ({ planned }) => planned.session.status === 'closed' && ['attested', 'absent'].includes(planned.status),
  );
  const marks = new Map(rolls.map((story) => [story.id, marksOf(world, story)]));
  return {
    enrolments: stories.map(({ planned: { session, agent, status, waitingRank, step }, moments, ...story }) => {
      const decided = moments.find(({ action }) => action === 'validate' || action === 'refuse');
      return {
        id: story.id,
        number: story.number,
        session_id: session.id,
        agent_id: agent.id,
        employer_id: world.id('organisation', agent.employer.key),
        status,
        step,
        due_at: step && new Date(world.now.getTime() + DAYS_TO_ANSWER[step] * DAY),
        opinion: moments.some(({ action }) => action === 'opine') ? 'favourable' : null,
        offer_until: status === 'offered' ? new Date(world.now.getTime() + DAYS_OFFERED * DAY) : null,
        queue_number: waitingRank,
        reason: story.reason,
        motivation: story.motivation,
        submitted_at: moments[0]!.at,
        decided_at: decided?.at ?? null,
        decided_by: decided?.actorId ?? null,
      };
    }),
    events: stories.flatMap(({ id, key, planned, moments }) =>
      moments.map(({ action, from, to, actorId, reason, at }, rank) => ({
        id: world.id('enrolment-event', `${key}/${rank}`),
        enrolment_id: id,
        action,
        from_status: from,
        to_status: to === 'present' && marks.get(id)?.includes(false) ? 'partial' : to,
        actor_id: actorId,
        reason,
        at: planned.status === 'attested' && action === 'attest' ? issuedAt(planned.session) : at,
      })),
    ),
    attendance: rolls.flatMap(({ id, planned: { session } }) =>
      session.slots.map((slot, at) => ({
        slot_id: world.id('slot', `${session.key}/${at}`),
        enrolment_id: id,
        present: marks.get(id)![at]!,
        recorded_by: session.trainerId,
        at: slot.to,
      })),
    ),
    attestations: rolls
      .filter(({ planned }) => planned.status === 'attested')
      .map(({ id, key, planned: { session } }) => ({
        id: world.id('attestation', key),
        enrolment_id: id,
        code: codeOf('A-', `${world.year}/attestation/${key}`, 10),
        hours: hoursFollowed(session, marks.get(id)!),
        issued_at: issuedAt(session),
      })),
  };
}

const issuedAt = ({ endsAt }: PlannedSession) => new Date(endsAt.getTime() + AFTER_SESSION);

/** Most were there all along; some missed a half-day, never the whole. */
function marksOf(world: World, { key, planned: { session, status } }: EnrolmentStory): boolean[] {
  if (status === 'absent') return session.slots.map(() => false);
  const random = world.random(`marks/${key}`);
  const missed =
    session.slots.length > 1 && random.chance(0.08) ? random.int(0, session.slots.length - 1) : -1;
  return session.slots.map((_, at) => at !== missed);
}

/** The share of half-days attended, of the hours of the course, to the half-hour. */
const hoursFollowed = ({ course }: PlannedSession, marks: readonly boolean[]): number =>
  Math.round(((course.durationHours * marks.filter(Boolean).length) / marks.length) * 2) / 2;
