export interface Recipient {
  personId: string;
  email: string;
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

export interface EnrolmentFacts extends SessionFacts {
  enrolmentId: string;
  number: string;
  reason: string | null;
  waitingRank: number | null;
  agentId: string;
  agentName: string;
  employerId: string;
}

export interface AttestationFacts extends EnrolmentFacts {
  attestationCode: string;
  hours: number;
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
