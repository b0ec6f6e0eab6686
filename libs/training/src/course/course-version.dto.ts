import { PageQuery } from '@app/platform';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { CourseStatus } from './course.rules';

export class CourseVersionItem {
  version: number;
  at: Date;
  /** Null for a version written before versions were kept, or by the system. */
  byName: string | null;
  /** Names of the parts of the sheet that it changed; none for the first. */
  fields: string[];
  /** The version it brought back. */
  restoredFrom: number | null;
  status: CourseStatus;
}

export class CourseVersionPage {
  title: string;
  current: number;
  items: CourseVersionItem[];
  nextCursor: string | null;
}

export class CourseVersions extends PageQuery {}

export class Compared {
  @Type(() => Number)
  @IsInt({ message: 'Une version est un nombre entier.' })
  @Min(1)
  @Max(1_000_000_000)
  from: number;

  @Type(() => Number)
  @IsInt({ message: 'Une version est un nombre entier.' })
  @Min(1)
  @Max(1_000_000_000)
  to: number;
}

export class DifferencePartView {
  text: string;
  change: 'same' | 'added' | 'removed';
}

export class FieldDifferenceView {
  field: string;
  /** `words`: to be read in a row; `items`: one part per line; `markup`: the same words, laid out otherwise. */
  kind: 'words' | 'items' | 'markup';
  parts: DifferencePartView[];
}

export class CourseDifferences {
  fields: FieldDifferenceView[];
}

export class RestoredVersion {
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version: number;
}
