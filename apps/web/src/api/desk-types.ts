import type { Modality, Room, SessionStatus, Slot } from './public-types';

/** What a host, a trainer and a manager read and send. */
export interface RollRow {
  enrolmentId: string;
  agentName: string;
  employerName: string;
  status: string;
  /** By slot: present, absent, or not yet marked. */
  marks: Record<string, boolean | null>;
}

export interface Roll {
  session: {
    id: string;
    code: string;
    status: SessionStatus;
    courseTitle: string;
    startsAt: string;
    endsAt: string;
    timeZone: string;
    venueName: string;
  };
  slots: Slot[];
  rows: RollRow[];
  actions: string[];
}

export interface RollMark {
  enrolmentId: string;
  slotId: string;
  present: boolean;
}

export interface RoomInput {
  name: string;
  capacity: number;
  wheelchairAccess: boolean;
  equipment: string[];
  autoConfirm: boolean;
}

export interface RoomCard extends Room {
  venue: {
    id: string;
    slug: string;
    name: string;
    communeName: string | null;
    departementCode: string | null;
    timeZone: string;
  };
  /** Null when no period was asked. */
  free: boolean | null;
}

export interface VenueInput {
  name: string;
  address: string;
  addressExtra: string;
  postalCode: string;
  communeCode: string;
  phone: string;
  emails: string[];
  website: string;
  openingHours: string;
  summary: string;
  description: string;
}

export interface TrainerCard {
  id: string;
  displayName: string;
  specialities: string[];
  bio: string | null;
  /** Null when no period was asked. */
  free: boolean | null;
}

export type CourseStatus = 'draft' | 'published' | 'archived';

export interface ManagedCourse {
  id: string;
  slug: string;
  title: string;
  theme: string;
  status: CourseStatus;
  sessionsCount: number;
  updatedAt: string;
}

export interface CourseInput {
  title: string;
  summary: string;
  objectives: string[];
  content: string;
  audienceCategories: string[];
  audienceNote: string;
  prerequisites: string;
  modality: Modality;
  durationHours: number;
  theme: string;
  keywords: string[];
  financingRegime: string;
  evaluation: string;
}

export interface SlotInput {
  date: string;
  start: string;
  end: string;
}

export interface SessionInput {
  roomId: string;
  trainerIds: string[];
  capacity: number;
  minSeats: number;
  enrolmentClosesAt?: string;
  slots: SlotInput[];
}

export interface Period {
  date?: string;
  start?: string;
  end?: string;
}
