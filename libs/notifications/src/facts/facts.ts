import type { CalendarEntry } from '../invitation/calendar-entry';

export interface Recipient {
  /** Null for the published address of a place. */
  personId: string | null;
  /** Null for who has none: they are written to on paper. */
  email: string | null;
  /** What the mail writes in their calendar. */
  calendar?: CalendarEntry;
}

export interface SessionFacts {
  sessionId: string;
  code: string;
  courseTitle: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  cancelReason: string | null;
}

/** A session to come, with its half-days. */
export interface DatedSessionFacts extends SessionFacts {
  roomName: string;
  slots: SlotFacts[];
}

/** What became of the room of a session, and where and when it takes place now. */
export interface SessionChangeFacts extends DatedSessionFacts {
  what: 'moved' | 'released' | 'placed' | 'postponed' | 'dated' | 'trainer' | 'cancelled';
  reason: string | null;
  status: string;
  /** When it was to take place. */
  beforeStartsAt: Date;
  beforeEndsAt: Date;
  fromTrainers: string[];
  toTrainers: string[];
}

/** Other hours that a host proposes for a half-day of a session. */
export interface ProposalFacts {
  sessionCode: string;
  courseTitle: string;
  organiserId: string;
  hostName: string;
  venueName: string;
  roomName: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
}

export interface EnrolmentFacts extends SessionFacts {
  enrolmentId: string;
  number: string;
  reason: string | null;
  waitingRank: number | null;
  /** Whom a submitted request waits for. */
  step: 'opinion' | 'validation' | 'visa' | null;
  /** Until when the seat offered may be taken. */
  offerUntil: Date | null;
  agentId: string;
  agentName: string;
  employerId: string;
}

export interface AttestationFacts extends EnrolmentFacts {
  attestationCode: string;
  hours: number;
}

/** What is new in the searches that someone keeps. */
export interface DigestNews {
  kind: 'course_published' | 'session_opened' | 'seat_freed';
  courseTitle: string;
  /** Of its session; none for a course. */
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string | null;
  place: string;
}

export interface DigestFacts {
  personId: string;
  searches: { name: string; news: DigestNews[] }[];
}

export interface SlotFacts {
  startsAt: Date;
  endsAt: Date;
  status: string;
}

/** A booking among those asked for together: the half-days of one session. */
export interface BookingFacts extends SlotFacts {
  demandId: string;
  demand: SlotFacts[];
  /** Those that had the same outcome at the same time, told together; the first one names them. */
  togetherId: string;
  together: SlotFacts[];
  venueName: string;
  roomName: string;
  timeZone: string;
  purpose: string;
  reason: string | null;
  requestedBy: string;
  requesterName: string;
  operatorId: string | null;
  /** Until when the host is awaited. */
  answerBy: Date | null;
  /** Nobody when it was the clock. */
  decidedBy: string | null;
  equipment: { name: string; quantity: number }[];
}

/** An organisation that says it holds a place. */
export interface ClaimFacts {
  personId: string;
  claimantName: string;
  organisationName: string;
  venueId: string;
  venueName: string;
  venueAddress: string;
  timeZone: string;
  deadline: Date;
  reason: string | null;
  /** The published address of the place, and the secret of the letter that goes there. */
  sentTo: string | null;
  linkToken: string | null;
  /** It lapsed because the place is held by now. */
  isHeld: boolean;
}

/** One of the sessions that a trainer was asked for together. */
export interface AskedSessionFacts {
  sessionCode: string;
  courseTitle: string;
  /** Place and commune. */
  where: string;
  timeZone: string;
  slots: { startsAt: Date; endsAt: Date }[];
}

export interface AskFacts {
  trainerId: string;
  trainerName: string;
  organiserId: string;
  organiserName: string;
  /** Why they declined. */
  reason: string | null;
  sessions: AskedSessionFacts[];
}

/** A session with fewer people than its minimum. */
export interface MinimumFacts extends SessionFacts {
  status: string;
  organiserId: string;
  seatsTaken: number;
  minSeats: number;
  /** `YYYY-MM-DD`. */
  decideBy: string;
}
