import { IsCleanText, IsLocalDate, IsLocalTime, PageQuery } from '@app/platform';
import { PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EquipmentInput, EquipmentView } from '../equipment/equipment.dto';
import { MayBeAbsent } from '../venue/venue.validators';
import { type Accommodation, ACCOMMODATION_CODES, type Connection, CONNECTION_CODES } from './accommodation.vocabulary';
import { MAX_CAPACITY, MAX_MBPS } from './room.entity';

/** Every week, on the clock of the place. */
export class AutoConfirmWindow {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt() @Min(1) @Max(7) day: number;
  @IsLocalTime() start: string;
  /** `00:00` is the end of that day. */
  @IsLocalTime() end: string;
}

export class CreateRoom {
  @IsCleanText({ min: 1, max: 100 }) name: string;
  /** People seated, trainer included. */
  @IsInt() @Min(1) @Max(MAX_CAPACITY) capacity: number;
  @MayBeAbsent() @IsBoolean() wheelchairAccess?: boolean;
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique({ message: 'Un même aménagement figure deux fois.' })
  @IsIn(ACCOMMODATION_CODES, { each: true, message: 'Cet aménagement ne fait pas partie de la liste.' })
  accommodations?: Accommodation[];
  @IsOptional()
  @IsIn(CONNECTION_CODES, { message: 'Cette connexion ne fait pas partie de la liste.' })
  connectionKind?: Connection | null;
  /** Download, in Mbit/s. */
  @IsOptional() @IsInt() @Min(1) @Max(MAX_MBPS) connectionMbps?: number | null;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EquipmentInput)
  equipment?: EquipmentInput[];
  /** A free room is confirmed without asking its host… */
  @MayBeAbsent() @IsBoolean() autoConfirm?: boolean;
  /** …when the whole booking is inside these; none: at any time. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(28)
  @ValidateNested({ each: true })
  @Type(() => AutoConfirmWindow)
  autoConfirmWindows?: AutoConfirmWindow[];
}

/** Only what is told changes. */
export class EditRoom extends PartialType(CreateRoom, { skipNullProperties: false }) {}

export class RoomView {
  id: string;
  name: string;
  capacity: number;
  wheelchairAccess: boolean;
  accommodations: Accommodation[];
  connectionKind: Connection | null;
  /** Download, in Mbit/s. */
  connectionMbps: number | null;
  /** What is in the room; what the place lends to all its rooms is told by the place. */
  equipment: EquipmentView[];
  autoConfirm: boolean;
  autoConfirmWindows: AutoConfirmWindow[];
  /** No longer lent. */
  retiredAt: Date | null;
  version: number;
}

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  /^\d{1,9}$/.test(String(value)) ? Number(value) : value;

export class RoomSearch extends PageQuery {
  /** This one only. */
  @IsOptional() @IsUUID() id?: string;
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
  /** What the rooms of the place share. */
  sharedEquipment: EquipmentView[];
  /** Null when no period was asked. */
  free: boolean | null;
}

export class RoomPage {
  items: RoomCard[];
  nextCursor: string | null;
}
