import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Who pays, under article 4 of the agreement. A regime whose conditions change ends, and another row begins. */
@Entity({ schema: 'training', name: 'financing_regime' })
@Check('ck_financing_regime_validity', 'valid_until is null or valid_until >= valid_from')
export class FinancingRegime {
  @PrimaryColumn('text') code: string;
  @Column('text') label: string;
  @Column('text') conditions: string;
  /** Whether a sheet has terms of its own to say, such as those of its project sheet. */
  @Column('boolean', { default: false }) needsTerms: boolean;
  @Column('date') validFrom: string;
  /** The last day it may be chosen. */
  @Column('date', { nullable: true }) validUntil: string | null;
}
