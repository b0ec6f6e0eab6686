import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commune } from '../reference/commune.entity';
import { Departement } from '../reference/departement.entity';
import type { OrganisationKind } from './organisation.rules';

/** An employer, a CNFPT entity, a State body or a venue operator, for the time it exists under this name and number. */
@Entity({ schema: 'identity', name: 'organisation' })
@Check('ck_organisation_kind', `kind in ('employer', 'cnfpt', 'state', 'venue_operator')`)
@Check('ck_organisation_siret', `siret ~ '^[0-9]{14}$' and siret <> '00000000000000'`)
@Check('ck_organisation_validity', `valid_to is null or valid_to >= valid_from`)
@Check('ck_organisation_parent', `parent_id <> id`)
@Index('uq_organisation_siret', ['siret'], { unique: true, where: 'valid_to is null' })
@Index(['parentId'])
@Index('ix_organisation_any_siret', ['siret'], { where: 'siret is not null' })
@Index('ix_organisation_begins', { synchronize: false })
@Index('ix_organisation_holds', { synchronize: false })
export class Organisation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  kind: OrganisationKind;

  @Column('text')
  name: string;

  /** The name without accents or capitals; the database writes it. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchName: string;

  @Column('text', { nullable: true })
  siret: string | null;

  @Column('text', { nullable: true })
  @ForeignKey(() => Commune)
  communeCode: string | null;

  @Column('text', { nullable: true })
  @ForeignKey(() => Departement)
  departementCode: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  parentId: string | null;

  @Column('date')
  validFrom: string;

  /** The first day it no longer exists. */
  @Column('date', { nullable: true })
  validTo: string | null;
}

constraintProblem(
  'uq_organisation_siret',
  409,
  'organisation.siret_taken',
  'Une organisation en activité porte déjà ce numéro SIRET.',
);
constraintProblem('ck_organisation_siret', 422, 'organisation.siret', 'Ce numéro SIRET n’est pas valide.');
