import { IsCleanText, IsLocalDate, IsLocalTime, PageQuery } from '@app/platform';
import { IsOptional, IsTimeZone } from 'class-validator';
import type { TrainerStatus } from './trainer.rules';

export class TrainerSearch extends PageQuery {
  /** Words of the name or of the specialities, accents or not. */
  @IsOptional() @IsCleanText({ max: 200 }) q?: string;
  /** Day and hours of a session; told together. */
  @IsOptional() @IsLocalDate() date?: string;
  @IsOptional() @IsLocalTime() start?: string;
  @IsOptional() @IsLocalTime() end?: string;
  /** The clock of the place of the session. */
  @IsOptional() @IsTimeZone({ message: 'Ce fuseau horaire n’existe pas.' }) timeZone?: string;
}

export class TrainerCard {
  id: string;
  displayName: string;
  status: TrainerStatus;
  specialities: string[];
  /** What they can teach, by the codes: « CRCN 1.1 ». */
  competencies: string[];
  bio: string | null;
  /** Null when no period was asked. */
  free: boolean | null;
}

export class TrainerPage {
  items: TrainerCard[];
  nextCursor: string | null;
}

/** What it takes to put someone in the pool. */
export interface NewTrainer {
  personId: string;
  specialities?: string[];
  bio?: string | null;
}
