import { IsLocalDate, IsLocalTime } from '@app/platform';
import { IsOptional, IsUUID } from 'class-validator';

/** On the clock of the place. */
export class AvailabilityAsk {
  @IsLocalDate() date: string;
  @IsLocalTime() start: string;
  @IsLocalTime() end: string;
  /** One's booking that would move there: it is in nobody's way. */
  @IsOptional() @IsUUID() booking?: string;
}

export class ThingLeft {
  id: string;
  name: string;
  quantity: number;
  /** How many nobody has asked for then. */
  left: number;
  /** When most are taken and for what; null when none is. */
  detail: string | null;
}

export class RoomAvailability {
  isFree: boolean;
  /** Who holds the room and when, or why the place is closed; a public holiday is told and stops nobody. */
  detail: string | null;
  /** Without asking its host. */
  confirmsAlone: boolean;
  /** The period, in words. */
  when: string;
  equipment: ThingLeft[];
}
