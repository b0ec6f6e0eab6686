import { IsCleanText } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { MAX_QUANTITY } from './equipment.entity';

export class EquipmentInput {
  /** Of what is already there; without it, the same name is the same thing. */
  @IsOptional() @IsUUID() id?: string;
  @IsCleanText({ min: 1, max: 100 }) name: string;
  @IsInt() @Min(1) @Max(MAX_QUANTITY) quantity: number;
}

/** The whole list: what is no longer in it is no longer lent. */
export class EquipmentList {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EquipmentInput)
  items: EquipmentInput[];
}

export class EquipmentView {
  id: string;
  name: string;
  quantity: number;
}

export class EquipmentViews {
  items: EquipmentView[];
}

/** How many of a thing a booking asks. */
export class EquipmentAsk {
  @IsUUID() equipmentId: string;
  @IsInt() @Min(1) @Max(MAX_QUANTITY) quantity: number;
}

export const oneOfEach = () => ArrayUnique(({ equipmentId }: EquipmentAsk) => equipmentId, { message: 'Un même équipement figure deux fois.' });
