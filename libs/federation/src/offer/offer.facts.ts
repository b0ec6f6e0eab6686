export type Modality = 'presence' | 'distance' | 'mixed' | 'immersion' | 'work_situation';

/** What an offer says about a course, as read from the catalogue. */
export interface CourseFacts {
  courseId: string;
  slug: string;
  title: string;
  summary: string;
  objectives: string[];
  /** Sanitised HTML. */
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
  situations: string[];
  attestationConditions: string;
  accessibility: string;
  source: string;
  attribution: string;
  /** « CRCN 2.2 : Partager et publier (niveau 3 · indépendant) » */
  competencies: string[];
  metiers: string[];
  nsf: string[];
  rome: string[];
  organiserName: string;
  organiserSiret: string | null;
}

export interface SessionFacts {
  sessionId: string;
  code: string;
  status: string;
  timeZone: string;
  /** Local dates, `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
  enrolmentClosesOn: string | null;
  halfDays: { date: string; start: string; end: string }[];
  venue: VenueFacts | null;
}

export interface VenueFacts {
  slug: string;
  name: string;
  address: string | null;
  addressExtra: string | null;
  postalCode: string | null;
  communeName: string | null;
  communeCode: string | null;
  latitude: number | null;
  longitude: number | null;
}
