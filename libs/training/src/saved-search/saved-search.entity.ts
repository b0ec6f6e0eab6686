import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CourseFilter } from '../search/search.dto';
import type { Rhythm } from './saved-search.rules';

nameNoun('saved_search', 'Cette recherche');

/** A search of the catalogue that someone keeps, and how often they want its news. */
@Entity({ schema: 'training', name: 'saved_search' })
@Unique('uq_saved_search_feed_hash', ['feedHash'])
@Index('uq_saved_search_place', ['personId', 'place'], { unique: true, where: 'removed_at is null' })
@Index('ix_saved_search_due', ['rhythm', 'toldAt'], { where: 'removed_at is null' })
@Index('ix_saved_search_removed_at', ['removedAt'], { where: 'removed_at is not null' })
@Check('ck_saved_search_place', `place between 1 and 20`)
@Check('ck_saved_search_name', `length(name) between 1 and 120`)
@Check('ck_saved_search_filters', `jsonb_typeof(filters) = 'object' and filters <> '{}'`)
@Check('ck_saved_search_rhythm', `rhythm in ('daily', 'weekly', 'never')`)
@Check('ck_saved_search_feed', `(feed_hash is null) = (feed_since is null)`)
export class SavedSearch {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('uuid') @ForeignKey('Person', { onDelete: 'CASCADE' }) personId: string;
  /** Among the twenty that one may keep. */
  @Column('smallint') place: number;
  @Column('text') name: string;
  @Column('jsonb') filters: CourseFilter;
  @Column('text') rhythm: Rhythm;
  /** Until when its news were looked at. */
  @Column('timestamptz') toldAt: Date;
  /** The secret address at which calendars read it, known by its hash alone. */
  @Column('bytea', { nullable: true }) feedHash: Buffer | null;
  @Column('timestamptz', { nullable: true }) feedSince: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz') createdAt: Date;
  /** Taken off the list; it may still be put back for a day. */
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

constraintProblem('uq_saved_search_place', 409, 'saved_search.busy', 'Une autre de vos recherches s’enregistre en ce moment. Réessayez dans un instant.');
