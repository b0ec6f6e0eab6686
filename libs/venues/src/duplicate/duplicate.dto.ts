import { PageQuery } from '@app/platform';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { DUPLICATE_STATUSES, type DuplicateStatus } from './duplicate.rules';
import { MERGE_FIELD_NAMES, type MergeField } from './merge.rules';

export class DuplicateSearch extends PageQuery {
  @IsOptional()
  @IsIn(DUPLICATE_STATUSES, { message: 'Cet état n’existe pas.' })
  status: DuplicateStatus = 'proposed';
}

export class DuplicatePlace {
  id: string;
  slug: string;
  name: string;
  address: string | null;
  postalCode: string | null;
  communeName: string | null;
  source: string;
  operatorName: string | null;
}

export class DuplicateView {
  id: string;
  status: DuplicateStatus;
  first: DuplicatePlace;
  second: DuplicatePlace;
  /** In words, the strongest first. */
  reasons: string[];
  /** Null when one of the places has no coordinates. */
  distanceMetres: number | null;
  decidedAt: Date | null;
}

export class DuplicatePage {
  items: DuplicateView[];
  nextCursor: string | null;
}

/** One line of the comparison: the same information of each place, as text. */
export class ComparedField {
  /** What to name in `take` to keep the other place's value. */
  field: MergeField;
  first: string[];
  second: string[];
  same: boolean;
}

export class ComparedPlace extends DuplicatePlace {
  version: number;
  status: string;
  rooms: number;
  comingBookings: number;
}

export type DuplicateAction = 'merge' | 'dismiss' | 'reopen' | 'undo';

export class DuplicateDetail {
  id: string;
  status: DuplicateStatus;
  first: ComparedPlace;
  second: ComparedPlace;
  reasons: string[];
  fields: ComparedField[];
  /** The place kept by the merge, when there was one. */
  keptId: string | null;
  decidedAt: Date | null;
  actions: DuplicateAction[];
}

export class MergePlaces {
  /** The place that stays; the other one is hidden and its address leads to this one. */
  @IsUUID(undefined, { message: 'Dites lequel des deux lieux garder.' }) keep: string;
  /** What the kept place takes from the other; nothing else of it changes. */
  @ArrayUnique({ message: 'Chaque information est choisie une fois.' })
  @ArrayMaxSize(MERGE_FIELD_NAMES.length, { message: 'Trop d’informations.' })
  @IsIn(MERGE_FIELD_NAMES, { each: true, message: 'Cette information n’existe pas.' })
  take: MergeField[];
  /** The versions that were compared. */
  @IsInt({ message: 'Une version est un entier.' }) @Min(1, { message: 'Une version est au moins 1.' }) keptVersion: number;
  @IsInt({ message: 'Une version est un entier.' }) @Min(1, { message: 'Une version est au moins 1.' }) otherVersion: number;
}
