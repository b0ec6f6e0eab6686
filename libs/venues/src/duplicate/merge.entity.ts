import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Venue } from '../venue/venue.entity';
import type { VenueStatus } from '../venue/venue.rules';
import { Duplicate } from './duplicate.entity';
import type { FieldChange } from './merge.rules';

/** What a merge did, so that it can be undone to the letter. */
@Entity({ schema: 'venues', name: 'merge' })
@Check('ck_merge_two', 'kept_id <> merged_id')
@Check('ck_merge_undone', '(undone_at is null) = (undone_by is null)')
@Index('uq_merge_live', ['mergedId'], { unique: true, where: 'undone_at is null' })
@Index('ix_merge_duplicate_id', ['duplicateId'])
export class Merge {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Duplicate) @Column('uuid') duplicateId: string;
  @ForeignKey(() => Venue) @Column('uuid') keptId: string;
  @ForeignKey(() => Venue) @Column('uuid') mergedId: string;
  /** What the merged place was before it was hidden. */
  @Column('text') mergedStatus: VenueStatus;
  /** Each column of the kept place that took the other's value. */
  @Column('jsonb') changes: FieldChange[];
  /** Columns of the kept place that imports leave alone since this merge. */
  @Column('text', { array: true }) heldAdded: string[];
  @Column('jsonb') moved: MovedRow[];
  @Column('uuid') mergedBy: string;
  @Column('timestamptz') mergedAt: Date;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}

/** A row that went with its place; `before` and `after` when its name or rank had to change. */
export interface MovedRow {
  table: string;
  id: string;
  before?: string | number | null;
  after?: string | number | null;
}
