import type { SessionStatus } from './public-types';

export interface BookingCard {
  id: string;
  status: 'held' | 'confirmed' | 'refused' | 'expired' | 'cancelled';
  venueName: string;
  roomName: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  purpose: string;
  reason: string | null;
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
}

export interface Publication {
  id: string;
  title: string;
  state: 'dirty' | 'pushed' | 'withdrawn' | 'failed';
  lastError: string | null;
}
