import { IsCleanText } from '@app/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { CourseFilter } from '../search/search.dto';
import { type Rhythm, RHYTHMS } from './saved-search.rules';

const UNKNOWN = 'Ce rythme n’existe pas.';

export class SaveSearch {
  @IsCleanText({ min: 1, max: 120 }) name: string;
  /** Of the catalogue, as its route takes them; at least one. */
  @IsDefined({ message: 'Dites ce qui est cherché.' }) @IsObject({ message: 'Des filtres sont attendus.' }) @ValidateNested() @Type(() => CourseFilter) filters: CourseFilter;
  @IsIn(RHYTHMS, { message: UNKNOWN }) rhythm: Rhythm;
}

export class EditSearch {
  @IsOptional() @IsCleanText({ min: 1, max: 120 }) name?: string;
  @IsOptional() @IsIn(RHYTHMS, { message: UNKNOWN }) rhythm?: Rhythm;
}

export class SearchLabel {
  filter: 'metier' | 'competency' | 'departement' | 'venue' | 'near';
  value: string;
  label: string;
}

export class SavedSearchView {
  id: string;
  name: string;
  filters: CourseFilter;
  /** What its values are called, where they are not codes of the interface; one that has gone has none. */
  labels: SearchLabel[];
  rhythm: Rhythm;
  /** Since when a calendar may read it at the address in force; null when none does. */
  feedSince: Date | null;
  version: number;
  createdAt: Date;
}

export class SavedSearches {
  items: SavedSearchView[];
}

export class UnsubscriptionView {
  /** How many searches still send news. */
  searches: number;
}
