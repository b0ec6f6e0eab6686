import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CourseStatus, FinancingRegime, Modality, Theme } from './course.rules';

nameNoun('course', 'Cette formation');

/** A course sheet of the catalogue: what is taught, to whom, how long, on whose money (article 4 of the agreement). */
@Entity({ schema: 'training', name: 'course' })
@Index('uq_course_slug', ['slug'], { unique: true })
@Index('ix_course_published', ['title', 'id'], { where: "status = 'published'" })
@Index(['createdBy'])
@Check('ck_course_status', `status in ('draft', 'published', 'archived')`)
@Check('ck_course_modality', `modality in ('presence', 'distance', 'mixed', 'immersion', 'work_situation')`)
@Check('ck_course_financing', `financing_regime in ('cnfpt', 'shared', 'project_sheet')`)
@Check('ck_course_duration', `duration_hours > 0 and duration_hours <= 400`)
@Check('ck_course_audience', `audience_categories <@ array['A+', 'A', 'B', 'C', 'mediateur', 'emploi_avenir'] and audience_categories <> '{}'`)
export class Course {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text', { array: true, default: () => "'{}'" })
  objectives: string[];

  @Column('text', { default: '' })
  content: string;

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

  @Column('text', { default: 'cnfpt' })
  financingRegime: FinancingRegime;

  @Column('text', { default: '' })
  evaluation: string;

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
