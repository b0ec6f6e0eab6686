/** What an attestation says; `code` is what a reader types to check it. */
export class AttestationView {
  id: string;
  code: string;
  agentName: string;
  employerName: string;
  courseTitle: string;
  sessionCode: string;
  hours: number;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venueName: string;
  communeName: string | null;
  issuedAt: Date;
}

export class AttestationPage {
  items: AttestationView[];
  nextCursor: string | null;
}

export class AttestationCheck {
  valid: boolean;
  code: string;
  agentName: string;
  courseTitle: string;
  sessionCode: string;
  hours: number;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  issuedAt: Date;
}
