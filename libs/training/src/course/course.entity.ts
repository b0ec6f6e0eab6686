import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FinancingRegime } from '../reference/financing-regime.entity';
import type { CourseStatus, MaterialsRgaa, Modality, Theme } from './course.rules';

nameNoun('course', 'Cette formation');

/** A course sheet of the catalogue: what is taught, to whom, how long, on whose money (article 4 of the agreement). */
@Entity({ schema: 'training', name: 'course' })
@Index('uq_course_slug', ['slug'], { unique: true })
@Index('ix_course_published', ['title', 'id'], { where: "status = 'published'" })
@Index(['createdBy'])
@Check('ck_course_status', `status in ('draft', 'published', 'archived')`)
@Check('ck_course_modality', `modality in ('presence', 'distance', 'mixed', 'immersion', 'work_situation')`)
@Check('ck_course_duration', `duration_hours > 0 and duration_hours <= 400`)
@Check('ck_course_materials_rgaa', `materials_rgaa in ('conforme', 'partiel', 'non_conforme', 'non_evalue')`)
@Check('ck_course_source', `source <> ''`)
@Check('ck_course_mentions', `status <> 'published' or (objectives <> '{}' and content <> '' and prerequisites <> '' and attestation_conditions <> '')`)
@Check('ck_course_employer_cents', `employer_cents between 0 and 10000000 and (employer_cents = 0 or financing_regime <> 'cnfpt')`)
@Index(['financingRegime'])
export class Course {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  /** Professional situations in which the agent will be able to act. */
  @Column('text', { array: true, default: () => "'{}'" })
  situations: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  objectives: string[];

  /** Markup, sanitised. */
  @Column('text', { default: '' })
  content: string;

  /** Codes of the audience rules in force today, kept beside them for lists. */
  @Column('text', { array: true })
  audienceCategories: string[];

  @Column('text', { default: '' })
  audienceNote: string;

  @Column('text', { default: '' })
  prerequisites: string;

  @Column('text')
  modality: Modality;

  @Column('numeric', { precision: 5, scale: 1 })
  durationHours: string;

  @Column('text')
  theme: Theme;

  @Column('text', { array: true, default: () => "'{}'" })
  keywords: string[];

  /** Whether its organiser chooses among the requests, rather than taking them in order. */
  @Column('boolean', { default: false })
  isSelective: boolean;

  @Column('text', { default: 'cnfpt' })
  @ForeignKey(() => FinancingRegime)
  financingRegime: string;

  /** What the regime leaves to be said: the project sheet, the share of each. */
  @Column('text', { default: '' })
  financingConditions: string;

  /** Left to the employer of each participant. */
  @Column('int', { default: 0 })
  employerCents: number;

  @Column('text', { default: '' })
  evaluation: string;

  @Column('text', { default: '' })
  attestationConditions: string;

  /** Of the course: rooms, pace, adaptations. */
  @Column('text', { default: '' })
  accessibility: string;

  /** Of its materials, under the RGAA. */
  @Column('text', { default: 'non_evalue' })
  materialsRgaa: MaterialsRgaa;

  /** Who wrote the sheet; `attribution` is what its author asks to read beside it (article 6). */
  @Column('text', { default: 'Relais' })
  source: string;

  @Column('text', { default: '' })
  attribution: string;

  @Column('text', { default: 'draft' })
  status: CourseStatus;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

constraintProblem('uq_course_slug', 409, 'course.title_taken', 'Une autre formation porte déjà ce titre.');
constraintProblem('ck_course_mentions', 409, 'course.mentions_missing', 'Une formation publiée garde ses mentions obligatoires : objectifs, contenu, prérequis et conditions d’attestation.');
constraintProblem('ck_course_employer_cents', 422, 'course.employer_cents', 'Une formation que le CNFPT prend en charge ne laisse rien à payer à l’employeur.');
constraintProblem('fk_course_financing_regime', 422, 'course.financing_unknown', 'Ce régime de financement n’existe pas.');
