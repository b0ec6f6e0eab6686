import { IsCleanText, IsLocalDate, IsLocalTime, PageQuery } from '@app/platform';
import { PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../venue/venue.validators';
import { MAX_CAPACITY } from './room.entity';

export class CreateRoom {
  @IsCleanText({ min: 1, max: 100 }) name: string;
  /** People seated, trainer included. */
  @IsInt() @Min(1) @Max(MAX_CAPACITY) capacity: number;
  @MayBeAbsent() @IsBoolean() wheelchairAccess?: boolean;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(30)
  @IsCleanText({ min: 1, max: 100, each: true })
  equipment?: string[];
  /** A free room is confirmed without asking its host. */
  @MayBeAbsent() @IsBoolean() autoConfirm?: boolean;
}

/** Only what is told changes. */
export class EditRoom extends PartialType(CreateRoom, { skipNullProperties: false }) {}

export class RoomView {
  id: string;
  name: string;
  capacity: number;
  wheelchairAccess: boolean;
  equipment: string[];
  autoConfirm: boolean;
  version: number;
}

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  /^\d{1,9}$/.test(String(value)) ? Number(value) : value;

export class RoomSearch extends PageQuery {
  @IsOptional()
  @Matches(/^(\d{2}|2[AB]|9[78]\d)$/, { message: 'Indiquez un code de département.' })
  departement?: string;
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(1) @Max(MAX_CAPACITY) minCapacity?: number;
  /** Day and hours on the clock of each place; told together. */
  @IsOptional() @IsLocalDate() date?: string;
  @IsOptional() @IsLocalTime() start?: string;
  @IsOptional() @IsLocalTime() end?: string;
}

export class RoomVenue {
  id: string;
  slug: string;
  name: string;
  communeName: string | null;
  departementCode: string | null;
  timeZone: string;
}

export class RoomCard extends RoomView {
  venue: RoomVenue;
  /** Null when no period was asked. */
  free: boolean | null;
}

export class RoomPage {
  items: RoomCard[];
  nextCursor: string | null;
}
