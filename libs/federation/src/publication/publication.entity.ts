import { nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PublicationState } from './publication.rules';
import { Target } from './target.entity';

/** One object of the catalogue on one partner portal: what should be there, what is, and when to try next. */
@Entity({ schema: 'federation', name: 'publication' })
@Unique('uq_publication_object', ['target', 'objectType', 'objectId'])
@Check('ck_publication_object_type', `object_type in ('course', 'session')`)
@Check('ck_publication_state', `state in ('dirty', 'pushed', 'withdrawn', 'failed')`)
@Check('ck_publication_reason', `reason in ('exceeded', 'rejected')`)
@Check('ck_publication_attempts', `attempts >= 0`)
@Index('ix_publication_due', ['notBefore'], { where: `state in ('dirty', 'failed') and reason is null` })
@Index('ix_publication_state', ['state', 'id'])
export class Publication {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  @ForeignKey(() => Target)
  target: string;

  @Column('text')
  objectType: 'course' | 'session';

  @Column('uuid')
  objectId: string;

  @Column('text', { default: 'dirty' })
  state: PublicationState;

  /** Why a person is needed: tried for a day, or refused by the portal. */
  @Column('text', { nullable: true })
  reason: 'exceeded' | 'rejected' | null;

  /** Grows at each change of the object, so that a push that was under way does not hide a later change. */
  @Column('integer', { default: 0 })
  revision: number;

  @Column('text', { nullable: true })
  contentHash: string | null;

  @Column('text', { nullable: true })
  remoteId: string | null;

  @Column('integer', { nullable: true })
  remoteVersion: number | null;

  @Column('integer', { default: 0 })
  attempts: number;

  /** Next try; a queued push moves it ahead so that it is queued once. */
  @Column('timestamptz', { nullable: true })
  notBefore: Date | null;

  /** A push is under way until then; past it, the push was interrupted. */
  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  /** LHÉO elements whose text was cut. */
  @Column('text', { array: true, default: () => `'{}'` })
  cutFields: string[];

  @Column('timestamptz', { nullable: true })
  pushedAt: Date | null;
}

nameNoun('publication', 'Cette publication');
