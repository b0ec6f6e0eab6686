import { IsCleanText, PageQuery } from '@app/platform';
import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import type { Category, Statut } from './agent-profile.rules';

const given = (_: object, value: unknown) => value !== undefined;

export class AgentProfileView {
  personId: string;
  employerId: string;
  employerName: string;
  cadreEmploisId: string | null;
  cadreEmploisName: string | null;
  category: Category;
  statut: Statut;
  metierCode: string | null;
  metierLabel: string | null;
  communeCode: string | null;
  communeName: string | null;
  supervisorId: string | null;
  isMediateur: boolean;
  version: number;
}

/** What an agent may change in their own file. A field left out stays as it is; null clears it. */
export class EditProfile {
  @IsOptional()
  @IsCleanText({ max: 20 })
  metierCode?: string | null;

  @IsOptional()
  @IsCleanText({ max: 200 })
  cadreEmploisId?: string | null;

  @IsOptional()
  @IsCleanText({ max: 5 })
  communeCode?: string | null;

  @ValidateIf(given)
  @IsBoolean()
  isMediateur?: boolean;
}

export class AgentsQuery extends PageQuery {
  /** Part of the name; accents, case and punctuation do not matter. */
  @IsOptional()
  @IsCleanText({ max: 100 })
  q?: string;
}

export class AgentCard {
  id: string;
  displayName: string;
  category: Category;
  statut: Statut;
  cadreEmploisName: string | null;
  metierLabel: string | null;
  isMediateur: boolean;
}

export class AgentPage {
  items: AgentCard[];
  nextCursor: string | null;
}

export class AgentDetail extends AgentProfileView {
  id: string;
  displayName: string;
  /** None: written to on paper. */
  email: string | null;
  supervisorName: string | null;
}

/** What the employer says of a new agent. */
export interface NewProfile {
  statut?: Statut;
  /** Ignored when a cadre d'emplois is given: the category is the cadre's. */
  category?: Category;
  cadreEmploisId?: string | null;
  metierCode?: string | null;
  communeCode?: string | null;
  supervisorId?: string | null;
  isMediateur?: boolean;
}
