import type { SessionStatus } from './public-types';

export interface BookingCard {
  id: string;
  status: 'held' | 'confirmed' | 'refused' | 'expired' | 'cancelled';
  venueId: string;
  venueSlug: string;
  venueName: string;
  roomId: string;
  roomName: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  purpose: string;
  reason: string | null;
  requestedAt: string;
  requestedBy: string;
  actions: string[];
}

export interface WorkSession {
  id: string;
  code: string;
  status: SessionStatus;
  courseTitle: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venueName: string | null;
  communeName: string | null;
  capacity: number;
  seatsTaken: number;
  submittedCount: number;
  waitingCount: number;
}

export interface Publication {
  id: string;
  title: string;
  state: 'dirty' | 'pushed' | 'withdrawn' | 'failed';
  lastError: string | null;
  objectType: 'course' | 'session';
  /** Why a person is needed; null when nothing is asked of anyone. */
  reason: 'exceeded' | 'rejected' | null;
  attempts: number;
  notBefore: string | null;
  /** Texts that were too long for the portal. */
  cutFields: string[];
  pushedAt: string | null;
  actions: string[];
}
