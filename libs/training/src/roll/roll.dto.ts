import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsUUID, ValidateNested } from 'class-validator';
import type { EnrolmentStatus } from '../enrolment/enrolment.rules';
import { SlotView } from '../session/session.dto';
import type { SessionStatus } from '../session/session.rules';

export class MarkInput {
  @IsUUID()
  enrolmentId: string;

  @IsUUID()
  slotId: string;

  @IsBoolean()
  present: boolean;
}

export class RollInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => MarkInput)
  marks: MarkInput[];
}

export class RollRow {
  enrolmentId: string;
  agentName: string;
  employerName: string;
  status: EnrolmentStatus;
  /** By slot id: present, absent, or not yet marked. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean', nullable: true } })
  marks: Record<string, boolean | null>;
}

export class Roll {
  session: { id: string; code: string; status: SessionStatus; courseTitle: string; startsAt: Date; endsAt: Date; timeZone: string; venueName: string; enrolmentClosesAt: Date };
  slots: SlotView[];
  rows: RollRow[];
  actions: string[];
}
