import { IsCleanText, PageQuery } from '@app/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { CLAIM_STATUSES } from './claim.rules';
import type { ClaimStatus, ClaimWay } from './claim.rules';

export class AskClaim {
  /** The organisation that says it holds the place; needed when one is a host for several. */
  @IsOptional() @IsUUID() organisationId?: string;
}

export class ClaimSearch extends PageQuery {
  @IsOptional() @IsIn(CLAIM_STATUSES, { message: 'Ce statut n’existe pas.' }) status?: ClaimStatus;
}

export class RefuseClaim {
  @IsCleanText({ min: 1, max: 500, multiline: true }) reason: string;
}

export class AnswerClaim {
  @IsIn(['yes', 'no'], { message: 'Répondez par oui ou par non.' }) answer: 'yes' | 'no';
}

export class ClaimVenue {
  id: string;
  slug: string;
  name: string;
  address: string | null;
  postalCode: string | null;
  communeName: string | null;
}

export class ClaimOrganisation {
  id: string;
  name: string;
  siret: string | null;
}

export class ClaimView {
  id: string;
  status: ClaimStatus;
  way: ClaimWay | null;
  /** Part of the address the letter went to; null when the place publishes none. */
  sentTo: string | null;
  askedAt: Date;
  deadline: Date;
  decidedAt: Date | null;
  reason: string | null;
  venue: ClaimVenue;
  organisation: ClaimOrganisation;
  askedBy: string;
}

export class ClaimPage {
  items: ClaimView[];
  nextCursor: string | null;
}

/** What the place reads before it answers: whose question it is, nothing of theirs besides. */
export class ClaimQuestion {
  status: ClaimStatus;
  venue: ClaimVenue;
  organisationName: string;
  askedBy: string;
  askedAt: Date;
  deadline: Date;
}
