import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A dated row, not an enum: cadres d’emplois are split, renamed and moved from one category to another. */
@Entity({ schema: 'identity', name: 'cadre_emplois' })
@Index(['edition'])
@Check('ck_cadre_emplois_category', `category in ('A+', 'A', 'B', 'C')`)
@Check('ck_cadre_emplois_valid_to', 'valid_to is null or valid_to >= valid_from')
export class CadreEmplois {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  edition: string;

  @Column('text')
  filiere: string;

  @Column('text')
  name: string;

  @Column('text')
  category: string;

  @Column('date')
  validFrom: string;

  /** The first day it is no longer in force. */
  @Column('date', { nullable: true })
  validTo: string | null;
}
