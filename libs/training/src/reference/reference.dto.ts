import { IsCleanText } from '@app/platform';
import { IsIn, IsOptional } from 'class-validator';

export class ClassificationSearch {
  @IsIn(['nsf', 'rome'])
  scheme: 'nsf' | 'rome';

  /** Words of the label, or the beginning of a code; accents and case do not matter. */
  @IsOptional()
  @IsCleanText({ max: 100 })
  q?: string;
}

export class ClassificationItem {
  code: string;
  label: string;
}
export class ClassificationList {
  items: ClassificationItem[];
}

export class AudienceItem {
  code: string;
  label: string;
  /** First and last days it may be chosen, `YYYY-MM-DD`; no last day when null. */
  from: string;
  until: string | null;
}
export class AudienceList {
  items: AudienceItem[];
}

export class FinancingRegimeItem {
  code: string;
  label: string;
  conditions: string;
  /** Whether the sheet has terms of its own to say. */
  needsTerms: boolean;
}
export class FinancingRegimeList {
  items: FinancingRegimeItem[];
}
