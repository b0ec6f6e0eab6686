import type { AUDIENCES, CourseStatus, FinancingRegime, Modality, Theme } from '@app/training';

/** A course sheet of the demo year. `content` is one paragraph per entry. */
export interface DemoCourse {
  slug: string;
  title: string;
  summary: string;
  theme: Theme;
  status: CourseStatus;
  modality: Modality;
  durationHours: number;
  /** Article 4: the CNFPT pays for territorial agents, the parties share, or a project sheet sets the terms for other audiences. */
  financingRegime: FinancingRegime;
  /** Left to the employer of each participant, in cents. */
  employerCents?: number;
  audienceCategories: (typeof AUDIENCES)[number][];
  audienceNote: string;
  prerequisites: string;
  evaluation: string;
  /** The organiser chooses among the requests. */
  isSelective?: boolean;
  keywords: string[];
  objectives: string[];
  content: string[];
}
