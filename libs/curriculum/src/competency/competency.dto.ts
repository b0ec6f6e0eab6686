import { IsCleanText } from '@app/platform';
import { IsOptional } from 'class-validator';

export class CompetencySearch {
  /** Words of the label, or a code; accents and case do not matter. */
  @IsOptional()
  @IsCleanText({ max: 100 })
  q?: string;
}

export class CompetencyItem {
  id: string;
  /** With its framework: « CRCN 1.1 ». */
  code: string;
  label: string;
  domain: string;
  framework: string;
  /** Of the label, as an HTML `lang`. */
  language: string;
  /** The names of the levels, from the first; empty where there are none. */
  levels: string[];
}

export class CompetencyList {
  items: CompetencyItem[];
}
