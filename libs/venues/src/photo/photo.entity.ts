import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Venue } from '../venue/venue.entity';

export const MAX_PHOTOS = 10;

/**
 * A photo of a place. The row is written first, the files next, then `readyAt`: a file without a row that names it
 * does not exist, and the sweep takes away what was left half-way or removed long enough ago.
 */
@Entity({ schema: 'venues', name: 'photo' })
@Exclusion('ex_photo_position', `USING btree (venue_id WITH =, position WITH =) WHERE (removed_at IS NULL)`, {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('ck_photo_position', `position between 0 and 9`)
@Check('ck_photo_size', `width > 0 and height > 0`)
@Index('ix_photo_venue_id', ['venueId'])
@Index('ix_photo_to_sweep', ['id'], { where: 'ready_at is null or removed_at is not null' })
export class Photo {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('integer') position: number;
  /** What it shows, for who does not see it; empty when it only decorates. */
  @Column('text') alt: string;
  /** Of the largest size, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('timestamptz') addedAt: Date;
  @Column('timestamptz', { nullable: true }) readyAt: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

nameNoun('photo', 'Cette photo');
constraintProblem('ex_photo_position', 409, 'photo.order_changed', 'L’ordre des photos vient de changer. Réessayez.');
constraintProblem('ck_photo_position', 409, 'photo.too_many', `Un lieu a ${MAX_PHOTOS} photos au plus. Retirez-en une d’abord.`);
