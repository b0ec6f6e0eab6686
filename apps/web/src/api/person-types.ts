import type { SessionStatus } from './public-types';

export type Role =
  | 'agent'
  | 'supervisor'
  | 'training_officer'
  | 'trainer'
  | 'venue_host'
  | 'course_manager'
  | 'state_officer'
  | 'administrator';

export interface AgentProfile {
  employerName: string;
  cadreEmploisId: string | null;
  cadreEmploisName: string | null;
  category: string;
  statut: string;
  metierCode: string | null;
  metierLabel: string | null;
  communeCode: string | null;
  communeName: string | null;
  isMediateur: boolean;
  version: number;
}

export interface ProfileEdit {
  metierCode?: string | null;
  cadreEmploisId?: string | null;
  communeCode?: string | null;
  isMediateur?: boolean;
}

export interface Me {
  personId: string;
  displayName: string;
  email: string;
  memberships: { organisationId: string; organisationName: string; role: Role }[];
  permissions: string[];
  profile: AgentProfile | null;
}

export type EnrolmentStatus =
  | 'draft'
  | 'submitted'
  | 'refused'
  | 'admitted'
  | 'waiting'
  | 'not_selected'
  | 'convoked'
  | 'present'
  | 'partial'
  | 'absent'
  | 'attested'
  | 'withdrawn'
  | 'cancelled';

export interface EnrolmentCard {
  id: string;
  number: string;
  status: EnrolmentStatus;
  waitingRank: number | null;
  motivation: string;
  submittedAt: string;
  session: {
    id: string;
    code: string;
    courseTitle: string;
    startsAt: string;
    endsAt: string;
    timeZone: string;
    venueName: string | null;
    communeName: string | null;
    seatsLeft: number;
    status: SessionStatus;
  };
  agent: { id: string; displayName: string };
  employer: { id: string; name: string };
}

export interface EnrolmentDetail extends EnrolmentCard {
  reason: string | null;
  timeline: { action: string; at: string; actorName: string | null; reason: string | null }[];
  actions: string[];
  attestation: { id: string; code: string } | null;
  version: number;
}

export interface AttestationCard {
  id: string;
  code: string;
  courseTitle: string;
  sessionCode: string;
  hours: number;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  issuedAt: string;
}
