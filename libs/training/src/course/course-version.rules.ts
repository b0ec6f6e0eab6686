import type { CourseStatus, MaterialsRgaa, Modality, Theme } from './course.rules';

export interface Labelled {
  code: string;
  label: string;
}

/** A whole sheet with the labels its codes had: what it said can be read even when the references have changed. */
export interface Snapshot {
  title: string;
  summary: string;
  theme: Theme;
  keywords: string[];
  situations: string[];
  objectives: string[];
  content: string;
  audiences: (Labelled & { from: string; until: string | null })[];
  audienceNote: string;
  prerequisites: string;
  modality: Modality;
  durationHours: number;
  evaluation: string;
  attestationConditions: string;
  accessibility: string;
  materialsRgaa: MaterialsRgaa;
  metiers: Labelled[];
  competencies: (Labelled & { id: string; framework: string; level: number | null; levelLabel: string | null })[];
  nsf: Labelled[];
  rome: Labelled[];
  financingRegime: string;
  financingConditions: string;
  source: string;
  attribution: string;
  status: CourseStatus;
}
