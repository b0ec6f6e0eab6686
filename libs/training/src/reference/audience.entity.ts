import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a course may be for. A dated row: the agreement, then the law, may add some and end others. */
@Entity({ schema: 'training', name: 'audience' })
@Check('ck_audience_validity', 'valid_until is null or valid_until >= valid_from')
export class Audience {
  @PrimaryColumn('text') code: string;
  @Column('text') label: string;
  @Column('date') validFrom: string;
  /** The last day it may be chosen. */
  @Column('date', { nullable: true }) validUntil: string | null;
}
