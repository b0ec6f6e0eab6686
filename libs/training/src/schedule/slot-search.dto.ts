import { IsCleanText, IsLocalDate, IsLocalTime } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';

export const MOST_VENUES = 50;
export const MOST_TRAINERS = 50;
const MOST_COMPETENCIES = 20;
/** The nearest rooms within a radius: beyond, one chooses better than one searches. */
export const MOST_ROOMS = 100;

const ids = (most: number): PropertyDecorator => (target, key) => {
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(most)(target, key);
  ArrayUnique()(target, key);
  IsUUID(undefined, { each: true })(target, key);
};

/** Usual hours of a half-day, on the clock of each place. */
export class UsualHours {
  @IsLocalTime() start: string;
  @IsLocalTime() end: string;
}

/** A thing to be lent, whatever the place calls the rest of it: « portable » is met by « Ordinateurs portables ». */
export class NamedThing {
  @IsCleanText({ min: 2, max: 100 }) name: string;
  @IsInt() @Min(1) @Max(1000) quantity: number;
}

/** What a session needs. Places, rooms and a radius add up; so do trainers by name, by speciality and by competency. */
export class SlotSearch {
  @IsUUID() courseId: string;
  /** First and last day, 92 days at most. */
  @IsLocalDate() from: string;
  @IsLocalDate() until: string;

  @ids(MOST_VENUES) venueIds?: string[];
  @ids(MOST_ROOMS) roomIds?: string[];
  /** Around this commune (INSEE code)… */
  @IsOptional() @Matches(/^(\d{2}|2[AB])\d{3}$/, { message: 'Choisissez une commune dans la liste.' }) commune?: string;
  /** …as far as so many kilometres. */
  @IsOptional() @IsInt() @Min(1) @Max(200) radius?: number;

  @ids(MOST_TRAINERS) trainerIds?: string[];
  @IsOptional() @IsCleanText({ min: 2, max: 60 }) speciality?: string;
  /** Trainers who teach all of these, each at the level to which the course leads. */
  @ids(MOST_COMPETENCIES) competencyIds?: string[];
  /** How many trainers together; one unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(6) trainers?: number;

  /** People seated. */
  @IsInt() @Min(1) @Max(500) capacity: number;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => NamedThing) equipment?: NamedThing[];

  /** Half-days in a row, over days of work. */
  @IsInt() @Min(1) @Max(10) halfDays: number;
  @IsOptional() @ValidateNested() @Type(() => UsualHours) morning?: UsualHours;
  @IsOptional() @ValidateNested() @Type(() => UsualHours) afternoon?: UsualHours;
  /** Also when a place says it is not open: its host then has to open the door. */
  @IsOptional() @IsBoolean() outsideHours?: boolean;

  /** How many slots to tell, the first ones. */
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
}

export class SlotHalfDay {
  date: string;
  start: string;
  end: string;
}

export class SlotThing {
  equipmentId: string;
  quantity: number;
}

export class SlotRoom {
  roomId: string;
  /** What answers the equipment asked, ready to be asked with the session. */
  equipment: SlotThing[];
}

export class SlotTrainer {
  trainerId: string;
  /** Where they are less than a day and a half before, and how far that is; null when they are nowhere. */
  comesFrom: string | null;
  km: number | null;
}

/** A place where it can be, with who can be there. */
export class SlotPlace {
  venueId: string;
  startsAt: Date;
  rooms: SlotRoom[];
  /** Those with the least to do first. */
  trainers: SlotTrainer[];
  /** How many more are free too. */
  moreTrainers: number;
}

export class CommonSlot {
  halfDays: SlotHalfDay[];
  /** The nearest first, or by name. */
  places: SlotPlace[];
  morePlaces: number;
}

export class KnownVenue {
  id: string;
  slug: string;
  name: string;
  communeName: string | null;
  timeZone: string;
  /** From the commune one searches around, as the crow flies; null when none is told. */
  km: number | null;
}

export class KnownRoom {
  id: string;
  venueId: string;
  name: string;
  capacity: number;
}

export class KnownTrainer {
  id: string;
  displayName: string;
  specialities: string[];
}

export type ObstacleCode = 'small_rooms' | 'closed_venues' | 'taken_rooms' | 'short_rooms' | 'busy_trainers' | 'far_trainers' | 'no_room' | 'few_trainers' | 'never_together';

/** What stands in the way, in words: « 3 formateurs occupés ». */
export class Obstacle {
  code: ObstacleCode;
  count: number;
  detail: string;
}

export class CommonSlots {
  slots: CommonSlot[];
  /** How many there are in all. */
  total: number;
  venues: KnownVenue[];
  rooms: KnownRoom[];
  trainers: KnownTrainer[];
  obstacles: Obstacle[];
}
