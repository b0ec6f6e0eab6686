import { IsCleanText, PageQuery } from '@app/platform';
import { IsOptional } from 'class-validator';
import type { SessionStatus } from '../session/session.rules';
import type { EnrolmentStatus } from './enrolment.rules';

export class EnrolmentInput {
  @IsOptional()
  @IsCleanText({ max: 1_000, multiline: true })
  motivation?: string;
}

export class WithdrawInput {
  @IsOptional()
  @IsCleanText({ max: 500, multiline: true })
  reason?: string;
}

export class EnrolmentList extends PageQuery {}

export class EnrolmentCard {
  id: string;
  number: string;
  status: EnrolmentStatus;
  waitingRank: number | null;
  submittedAt: Date;
  session: {
    id: string; code: string; courseTitle: string; courseSlug: string; startsAt: Date; endsAt: Date; timeZone: string; venueName: string; communeName: string | null;
    seatsLeft: number; status: SessionStatus;
  };
  agent: { id: string; displayName: string };
  employer: { id: string; name: string };
  motivation: string;
}

export class EnrolmentPage {
  items: EnrolmentCard[];
  nextCursor: string | null;
}

export class TimelineStep {
  action: string;
  at: Date;
  actorName: string | null;
  reason: string | null;
}

export class EnrolmentAttestation {
  id: string;
  code: string;
}

export class EnrolmentDetail extends EnrolmentCard {
  reason: string | null;
  timeline: TimelineStep[];
  attestation: EnrolmentAttestation | null;
  actions: string[];
  version: number;
}
