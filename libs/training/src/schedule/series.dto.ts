import { IsLocalDate } from '@app/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { SessionInput } from '../session/session.dto';
import type { ClashCode } from './clash.dto';
import { MOST_SESSIONS, MOST_WEEKS } from './weekly.rules';

export class WeeklyRepeat {
  /** Every so many weeks. */
  @IsInt() @Min(1) @Max(MOST_WEEKS) every: number;
  /** The last day; else `times`. */
  @IsOptional() @IsLocalDate() until?: string;
  @IsOptional() @IsInt() @Min(2) @Max(MOST_SESSIONS) times?: number;
}

const KEEPS = ['all', 'free'] as const;

/** The same session again and again: its half-days are those of the first one. */
export class SeriesInput extends SessionInput {
  @ValidateNested() @Type(() => WeeklyRepeat) repeat: WeeklyRepeat;
  /** All of them or none, or those that are free. */
  @IsIn(KEEPS, { message: 'Choisissez toutes les sessions, ou celles qui sont possibles.' }) keep: (typeof KEEPS)[number];
}

export class SeriesSession {
  date: string;
  isFree: boolean;
  /** What stands in the way; none when it is free. */
  clash: ClashCode | null;
  /** Why it is left out, or what to know. */
  details: string[];
  /** Its code, once it is prepared. */
  code: string | null;
}

export class SeriesPlan {
  sessions: SeriesSession[];
}
