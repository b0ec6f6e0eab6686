import { IsCleanText } from '@app/platform';
import { IsOptional } from 'class-validator';
import type { Category } from '../agent/agent-profile.rules';

export class ReferenceSearch {
  /** Accents, case and punctuation do not matter. */
  @IsOptional()
  @IsCleanText({ max: 100 })
  q?: string;
}

export class CommuneItem {
  code: string;
  name: string;
  departementCode: string;
  postalCodes: string[];
}

export class DepartementItem {
  code: string;
  name: string;
  regionCode: string;
  timeZone: string;
}

export class MetierItem {
  code: string;
  label: string;
  family: string;
  domain: string;
}

export class CadreEmploisItem {
  id: string;
  name: string;
  filiere: string;
  category: Category;
}

export class CommuneList {
  items: CommuneItem[];
}
export class DepartementList {
  items: DepartementItem[];
}
export class MetierList {
  items: MetierItem[];
}
export class CadreEmploisList {
  items: CadreEmploisItem[];
}
