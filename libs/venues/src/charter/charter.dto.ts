import { IsCleanText } from '@app/platform';
import { IsBoolean, IsOptional, IsUUID, Matches } from 'class-validator';

export class SignCharter {
  @IsUUID() organisationId: string;
  @Matches(/^[a-z0-9-]{1,20}$/, { message: 'Cette version de la charte n’existe pas.' }) versionCode: string;
  @IsCleanText({ min: 1, max: 100 }) signatoryName: string;
  /** « Maire », « Vice-présidente chargée du numérique »… */
  @IsCleanText({ min: 1, max: 100 }) signatoryFunction: string;
  /** Its places may welcome sessions of the CNFPT; each accepts for itself. */
  @IsBoolean() hostsCnfptSessions: boolean;
}

export class AcceptHosting {
  /** Sessions of the CNFPT may be held in this place. */
  @IsBoolean() accepted: boolean;
  @IsOptional() @IsCleanText({ max: 1000, multiline: true }) conditions?: string | null;
}

export class CharterVersionView {
  code: string;
  title: string;
  preamble: string;
  commitments: string[];
  hostingClause: string;
  source: string;
  validFrom: string;
  validTo: string | null;
}

export class CharterVersions {
  /** The latest first. */
  items: CharterVersionView[];
  /** The code of the version of the day. */
  current: string | null;
}

export class CharterAdhesionView {
  id: string;
  versionCode: string;
  signatoryName: string;
  signatoryFunction: string;
  signedAt: Date;
  hostsCnfptSessions: boolean;
  withdrawnAt: Date | null;
}

export class CharterSigner {
  organisationId: string;
  organisationName: string;
  /** Places that bear, or would bear, the label. */
  places: number;
  mustSign: boolean;
  adhesions: CharterAdhesionView[];
}

export class CharterSigners {
  items: CharterSigner[];
}

export class CharterLabelView {
  versionCode: string;
  organisationId: string;
  organisationName: string;
  /** Day since which the place bears it, and the first day it no longer will. */
  since: string;
  until: string | null;
}

export class SessionHostingView {
  conditions: string | null;
  acceptedAt: Date;
}

export class VenueCharter {
  label: CharterLabelView | null;
  hosting: SessionHostingView | null;
}
