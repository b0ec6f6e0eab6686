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

export interface BookingFacts {
  bookingId: string;
  venueName: string;
  roomName: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  purpose: string;
  reason: string | null;
  requestedBy: string;
  requesterName: string;
  operatorId: string | null;
}
