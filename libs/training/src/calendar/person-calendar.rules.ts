import type { CalendarEvent } from '@app/platform';
import type { AskStatus } from '@app/trainers';
import type { EnrolmentStatus } from '../enrolment/enrolment.rules';
import type { SessionStatus } from '../session/session.rules';

/** What someone attends, or what they give. */
export type FeedKind = 'person' | 'trainer';

type Told = Pick<CalendarEvent, 'status' | 'summary'>;
interface About {
  title: string;
  sessionStatus: SessionStatus;
}

/** What no longer takes an agent to the session. */
export const OVER: readonly EnrolmentStatus[] = ['refused', 'withdrawn', 'not_selected', 'cancelled'];

/** A half-day, as the agent's agenda shows it. What they no longer attend is told as cancelled, so that it goes away. */
export function asAgent(status: EnrolmentStatus, { title, sessionStatus }: About): Told {
  if (OVER.includes(status) || sessionStatus === 'cancelled') return { status: 'cancelled', summary: title };
  if (status === 'waiting') return { status: 'tentative', summary: `En attente\u202f: ${title}` };
  if (status === 'offered') return { status: 'tentative', summary: `Place proposée\u202f: ${title}` };
  if (status === 'submitted' || status === 'transmitted') return { status: 'tentative', summary: `Demandée\u202f: ${title}` };
  return undecided(sessionStatus, title) ?? { status: 'confirmed', summary: title };
}

/** A half-day, as the trainer's agenda shows it; `answer`: of whom keeps them for it, null when nobody does any more. */
export function asTrainer(answer: AskStatus | null, { title, sessionStatus }: About): Told {
  if (answer === null) return { status: 'cancelled', summary: title };
  if (answer === 'asked') return { status: 'tentative', summary: `À confirmer\u202f: ${title}` };
  return undecided(sessionStatus, title) ?? { status: 'confirmed', summary: title };
}

/** It has new dates, for which its room is not lent yet. */
const undecided = (sessionStatus: SessionStatus, title: string): Told | null =>
  sessionStatus === 'postponed' ? { status: 'tentative', summary: `Dates à confirmer\u202f: ${title}` } : null;
