import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsUUID, Max, Min, ValidateIf, ValidateNested } from 'class-validator';

export class HeldCompetencyInput {
  @IsUUID() id: string;
  /** From 1; null when none is said. */
  @ValidateIf(({ level }: HeldCompetencyInput) => level !== null) @IsInt() @Min(1) @Max(20) level: number | null;
}

/** All that a trainer can teach: what is not told any more is taken off. */
export class HeldCompetenciesInput {
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique(({ id }: HeldCompetencyInput) => id, { message: 'Une même compétence figure deux fois.' })
  @ValidateNested({ each: true })
  @Type(() => HeldCompetencyInput)
  items: HeldCompetencyInput[];
}

export class HeldCompetency {
  id: string;
  /** With its framework: « CRCN 1.1 ». */
  code: string;
  label: string;
  /** Of the label, as an HTML `lang`. */
  language: string;
  /** The names of the levels, from the first; empty where there are none. */
  levels: string[];
  level: number | null;
}

export class HeldCompetencies {
  /** Whose they are. */
  displayName: string;
  items: HeldCompetency[];
  /** Sent back with an edit. */
  version: number;
}
