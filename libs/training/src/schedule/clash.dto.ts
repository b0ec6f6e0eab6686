import { EquipmentAsk, oneOfEach } from '@app/venues';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { SlotInput } from '../session/session.dto';

/** A session that moves: its own half-days stand in its way no more. */
export class SessionExcept {
  @IsUUID() sessionId: string;
  /** Those of its half-days that move; all of them unless told. */
  @IsOptional() @IsArray() @ArrayMaxSize(40) @ArrayUnique({ message: 'Une même demi-journée figure deux fois.' }) @IsUUID(undefined, { each: true }) slotIds?: string[];
}

/** A session as far as it is prepared: what is not chosen yet clashes with nothing. */
export class SessionDraft {
  @IsUUID() roomId: string;
  @IsOptional() @IsArray() @ArrayMaxSize(6) @ArrayUnique({ message: 'Un même formateur figure deux fois.' }) @IsUUID(undefined, { each: true }) trainerIds?: string[];
  @IsInt() @Min(1) @Max(500) capacity: number;
  @IsArray() @ArrayMinSize(1, { message: 'Indiquez au moins une demi-journée.' }) @ArrayMaxSize(40) @ValidateNested({ each: true }) @Type(() => SlotInput) slots: SlotInput[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @oneOfEach() @ValidateNested({ each: true }) @Type(() => EquipmentAsk) equipment?: EquipmentAsk[];
  /** When it exists already, and moves: the equipment it keeps is then counted too, unless other is told. */
  @IsOptional() @ValidateNested() @Type(() => SessionExcept) except?: SessionExcept;
}

export type ClashCode = 'slot' | 'place' | 'capacity' | 'room' | 'closure' | 'holiday' | 'hours' | 'equipment' | 'trainer' | 'travel' | 'answer';

export class Clash {
  code: ClashCode;
  /** The field of the session to change. */
  pointer: string;
  /** Who holds it, when and where. */
  detail: string;
  /** Saving is refused; otherwise it is only to know. */
  isRefused: boolean;
}

export class Clashes {
  items: Clash[];
}
