export type Modality = 'presence' | 'distance' | 'mixed' | 'immersion' | 'work_situation';
export type SessionStatus = 'draft' | 'open' | 'confirmed' | 'running' | 'closed' | 'postponed' | 'cancelled';

export interface SessionCard {
  id: string;
  code: string;
  status: SessionStatus;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  venueName: string | null;
  communeName: string | null;
  departementCode: string | null;
  seatsLeft: number;
  capacity: number;
  enrolmentClosesAt: string;
}

export interface NextSession {
  code: string;
  startsAt: string;
  timeZone: string;
  venueName: string | null;
  communeName: string | null;
  departementCode: string | null;
  seatsLeft: number;
  distanceKm: number | null;
}

export interface CourseCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  theme: string;
  modality: Modality;
  durationHours: number;
  audienceCategories: string[];
  nextSession: NextSession | null;
  sessionsCount: number;
}

export interface CourseDetail extends Omit<CourseCard, 'nextSession' | 'sessionsCount'> {
  objectives: string[];
  content: string;
  audienceNote: string | null;
  prerequisites: string | null;
  evaluation: string | null;
  financingRegime: string | null;
  keywords: string[];
  status: 'draft' | 'published' | 'archived';
  actions: string[];
  version: number;
  sessions: SessionCard[];
}

export interface Slot {
  id: string;
  date: string;
  start: string;
  end: string;
  halfDay: 'am' | 'pm';
}

export interface SessionDetail {
  id: string;
  code: string;
  status: SessionStatus;
  course: { id: string; slug: string; title: string; durationHours: number; modality: Modality };
  startsAt: string;
  endsAt: string;
  timeZone: string;
  capacity: number;
  minSeats: number;
  seatsLeft: number;
  waitingCount: number;
  enrolmentClosesAt: string;
  slots: Slot[];
  venue: {
    id: string;
    slug: string;
    name: string;
    address: string;
    postalCode: string;
    communeName: string;
    departementCode: string;
    latitude: number | null;
    longitude: number | null;
  } | null;
  room: { name: string; capacity: number; wheelchairAccess: boolean } | null;
  trainers: { displayName: string }[];
  cancelReason: string | null;
  actions: string[];
  version: number;
}

export interface VenueCard {
  id: string;
  slug: string;
  name: string;
  communeName: string;
  postalCode: string;
  departementCode: string;
  typologies: string[];
  services: string[];
  latitude: number | null;
  longitude: number | null;
  status: string;
  roomsCount: number;
}

export interface Room {
  id: string;
  name: string;
  capacity: number;
  wheelchairAccess: boolean;
  equipment: string[];
  /** A free room is confirmed without asking its host. */
  autoConfirm: boolean;
  version: number;
}

export interface VenueDetail extends VenueCard {
  address: string | null;
  communeCode: string | null;
  source: string;
  operator: { id: string; name: string } | null;
  addressExtra: string | null;
  phone: string | null;
  emails: string[];
  website: string | null;
  openingHours: string | null;
  summary: string | null;
  description: string | null;
  publics: string[];
  care: string[];
  fees: string[];
  labels: string[];
  otherLabels: string[];
  accessModes: string[];
  accesslibreUrl: string | null;
  bookingUrl: string | null;
  updatedOn: string | null;
  timeZone: string;
  rooms: Room[];
  upcomingSessions: (SessionCard & { courseTitle: string })[];
  actions: string[];
  version: number;
}

export interface Verification {
  valid: boolean;
  code: string;
  agentName: string;
  courseTitle: string;
  sessionCode: string;
  hours: number;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  issuedAt: string;
}
