import { PageQuery } from '@app/platform';
import { IsIn, IsOptional } from 'class-validator';
import type { PublicationState } from './publication.rules';

const STATES = ['dirty', 'pushed', 'withdrawn', 'failed'] as const;

export class PublicationQuery extends PageQuery {
  @IsOptional()
  @IsIn(STATES, { message: `L’état est l’un de : ${STATES.join(', ')}.` })
  state?: PublicationState;
}

export class PublicationView {
  id: string;
  target: string;
  objectType: 'course' | 'session';
  objectId: string;
  /** Title of the course, with the code of the session. */
  title: string;
  state: 'dirty' | 'pushed' | 'withdrawn' | 'failed';
  /** Why a person is needed; null when nothing is asked of anyone. */
  reason: 'exceeded' | 'rejected' | null;
  remoteId: string | null;
  remoteVersion: number | null;
  attempts: number;
  notBefore: Date | null;
  lastError: string | null;
  /** Texts that were too long for the portal. */
  cutFields: string[];
  pushedAt: Date | null;
  actions: string[];
}

export class PublicationPage {
  items: PublicationView[];
  nextCursor: string | null;
}
