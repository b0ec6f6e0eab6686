import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsDateString, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';

export class ShareInput {
  @IsUUID() organisationId: string;
  @IsInt() @Min(0) @Max(500) reserved: number;
  /** Until when its seats are kept. */
  @IsOptional() @IsDateString() releaseAt?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(500) atMost?: number | null;
}

export class SharesInput {
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique(({ organisationId }: ShareInput) => organisationId, { message: 'Une organisation n’a qu’une ligne.' })
  @ValidateNested({ each: true })
  @Type(() => ShareInput)
  shares: ShareInput[];
}

export class ShareView {
  organisationId: string;
  organisationName: string;
  reserved: number;
  releaseAt: Date | null;
  releasedAt: Date | null;
  atMost: number | null;
  /** Seats its agents hold. */
  used: number;
}

export class SeatRules {
  capacity: number;
  seatsTaken: number;
  shares: ShareView[];
  /** Who goes before others in the waiting list, the first one first. */
  priorities: { label: string; source: string }[];
  /** Seats are given by the organiser's choice, rather than in order. */
  isSelective: boolean;
}
