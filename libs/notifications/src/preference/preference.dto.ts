import { IsLocalTime } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, ValidateIf, ValidateNested } from 'class-validator';
import { type Kind, KINDS } from '../message/message.kinds';
import { type Rhythm, RHYTHMS } from './preference.rules';

const NAMES = Object.keys(KINDS);

export class KindRhythm {
  @ApiProperty({ enum: NAMES })
  @IsIn(NAMES)
  kind: Kind;

  /** A mail at once, in the digest of the day, or no mail: read in the application. */
  @ApiProperty({ enum: RHYTHMS })
  @IsIn(RHYTHMS, { message: 'Choisissez tout de suite, une fois par jour ou dans l’application.' })
  rhythm: Rhythm;
}

export class QuietHours {
  /** `HH:MM`; null, as `until`, for no quiet hours. */
  @ValidateIf((_, value) => value !== null)
  @IsLocalTime()
  from: string | null;

  @ValidateIf((_, value) => value !== null)
  @IsLocalTime()
  until: string | null;

  @IsBoolean()
  sundays: boolean;
}

export class Preferences {
  @IsArray()
  @ArrayMaxSize(NAMES.length)
  @ValidateNested({ each: true })
  @Type(() => KindRhythm)
  kinds: KindRhythm[];

  @ValidateNested()
  @Type(() => QuietHours)
  quiet: QuietHours;
}

export class MyPreferences extends Preferences {
  /** Of the quiet hours: IANA name. */
  timeZone: string;
}
