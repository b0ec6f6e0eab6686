import { EquipmentAsk, oneOfEach } from '@app/venues';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';

/** Another room for a session, in a place on the same clock. */
export class PlaceSession {
  @IsUUID() roomId: string;
  /** Asked for each half-day to come. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @oneOfEach()
  @ValidateNested({ each: true })
  @Type(() => EquipmentAsk)
  equipment?: EquipmentAsk[];
}
