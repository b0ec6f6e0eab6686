import { IsCleanText, PageQuery } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { Coverage } from '../import/coverage.rules';
import type { RunStatus } from './run.rules';

/** The fields that come before the file of the form. */
export class NewImport {
  producer: string;
  licence: string;
  sourceUrl: string | null;
}

export class ApplyImport {
  /** Needed when the list looks partial. */
  @IsOptional()
  @IsIn(['complete', 'partial'], { message: 'Une liste est complète ou partielle.' })
  coverage?: Coverage;
}

export class ImportCounts {
  rows: number;
  accepted: number;
  changed: number;
  unchanged: number;
  refused: number;
  duplicates: number;
  gone: number;
  returned: number;
  looksPartial: boolean;
}

export class ImportRunView {
  id: string;
  producer: string;
  licence: string;
  sourceUrl: string | null;
  fileName: string;
  fileBytes: number;
  status: RunStatus;
  coverage: Coverage | null;
  /** Rows read so far by what is going on. */
  rowsRead: number;
  report: ImportCounts | null;
  /** Why it failed. */
  problem: string | null;
  askedBy: string;
  createdAt: Date;
  endedAt: Date | null;
  actions: ('apply' | 'cancel')[];
}

export class ImportRunPage {
  items: ImportRunView[];
  nextCursor: string | null;
}

export class FindingSearch extends PageQuery {
  /** Refusals, or remarks about rows that are accepted. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Demandez true ou false.' })
  refused: boolean = true;
  @IsOptional() @IsCleanText({ max: 60 }) code?: string;
}

export class FindingView {
  row: number;
  sourceId: string;
  field: string | null;
  value: string;
  code: string;
  message: string;
}

export class FindingPage {
  items: FindingView[];
  nextCursor: string | null;
}
