import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Opinion } from './chain.rules';

/** How an employer decides on the requests of its agents. Without a row, everything takes its default. */
@Entity({ schema: 'training', name: 'employer_chain' })
@Check('ck_employer_chain_opinion', `opinion in ('none', 'advisory', 'decisive')`)
@Check('ck_employer_chain_days', 'opinion_days between 1 and 60 and validation_days between 1 and 60')
@Check('ck_employer_chain_visa', 'validates or not visa')
@Check('ck_employer_chain_budget', 'budget_cents between 0 and 2000000000')
@Check('ck_employer_chain_budget_blocks', 'not budget_blocks or (validates and budget_cents is not null)')
@Check('ck_employer_chain_managed_by', 'managed_by <> organisation_id')
@Index('ix_employer_chain_managed_by', ['managedBy'], { where: 'managed_by is not null' })
export class EmployerChain {
  @PrimaryColumn('uuid')
  @ForeignKey('Organisation')
  organisationId: string;

  /** Whether its agents ask on line; otherwise they hand in a signed form, which the delegation types in. */
  @Column('boolean', { default: true })
  online: boolean;

  /** What the opinion of the supervisor does: it is not asked, it informs, or an unfavourable one ends the request. */
  @Column('text', { default: 'advisory' })
  opinion: Opinion;

  /** Days after which a silent supervisor is passed over. */
  @Column('smallint', { default: 7 })
  opinionDays: number;

  /** Whether the training officer decides; otherwise a request goes straight to a seat. */
  @Column('boolean', { default: true })
  validates: boolean;

  /** Days by which the training officer is to decide: they are reminded, nothing is decided in their stead. */
  @Column('smallint', { default: 14 })
  validationDays: number;

  /** Whether the territorial authority signs after them. */
  @Column('boolean', { default: false })
  visa: boolean;

  /** The centre de gestion that decides for it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Organisation')
  managedBy: string | null;

  /** For the training of a year; none when null. */
  @Column('int', { nullable: true })
  budgetCents: number | null;

  /** Whether nothing may be validated beyond it; otherwise it only warns. */
  @Column('boolean', { default: false })
  budgetBlocks: boolean;

  @Column('int', { default: 1 })
  version: number;
}

/** Who gives opinions in the place of someone absent, from the first day to the last. */
@Entity({ schema: 'training', name: 'deputy' })
@Index(['deputyId'])
@Check('ck_deputy_other', 'absent_id <> deputy_id')
@Check('ck_deputy_days', 'not isempty(days) and not lower_inf(days) and not upper_inf(days)')
@Exclusion('ex_deputy_one_at_a_time', 'using gist (absent_id with =, days with &&)')
export class Deputy {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  absentId: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  deputyId: string;

  @Column('daterange')
  days: string;

  @Column('uuid')
  namedBy: string;
}

constraintProblem('ex_deputy_one_at_a_time', 409, 'deputy.already_named', 'Quelqu’un est déjà désigné pour une partie de ces jours.');
constraintProblem('ck_deputy_other', 422, 'deputy.same_person', 'Désignez quelqu’un d’autre que la personne absente.');
constraintProblem('ck_employer_chain_visa', 422, 'chain.visa_without_validation', 'Le visa de l’autorité territoriale vient après la validation par le référent formation\u202f: gardez celle-ci.');
constraintProblem('ck_employer_chain_budget_blocks', 422, 'chain.budget_blocks', 'Un budget qui bloque suppose un montant, et la validation par le référent formation.');
constraintProblem('ck_employer_chain_managed_by', 422, 'chain.managed_by_itself', 'Un employeur ne peut pas être son propre centre de gestion.');
