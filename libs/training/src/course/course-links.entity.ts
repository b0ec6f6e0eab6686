import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Audience } from '../reference/audience.entity';
import { Classification } from '../reference/classification.entity';
import { Course } from './course.entity';

/** From when and until when a course is for an audience, both days included. */
@Entity({ schema: 'training', name: 'course_audience' })
@Check('ck_course_audience_validity', 'valid_until is null or valid_until >= valid_from')
@Exclusion('ex_course_audience_overlap', `USING gist (course_id WITH =, audience WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)`)
@Index(['audience'])
export class CourseAudience {
  @ForeignKey(() => Course, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') courseId: string;
  @ForeignKey(() => Audience) @PrimaryColumn('text') audience: string;
  @PrimaryColumn('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
}

@Entity({ schema: 'training', name: 'course_metier' })
@Index(['metierCode'])
export class CourseMetier {
  @ForeignKey(() => Course, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') courseId: string;
  @PrimaryColumn('text') metierCode: string;
}

@Entity({ schema: 'training', name: 'course_competency' })
@Check('ck_course_competency_level', 'level between 1 and 20')
@Index(['competencyId'])
export class CourseCompetency {
  @ForeignKey(() => Course, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') courseId: string;
  @PrimaryColumn('uuid') competencyId: string;
  /** That which the course leads to, from 1; null when the framework has no levels, or none is promised. */
  @Column('smallint', { nullable: true }) level: number | null;
}

@Entity({ schema: 'training', name: 'course_code' })
@ForeignKey(() => Classification, ['scheme', 'code'], ['scheme', 'code'])
@Index(['scheme', 'code'])
export class CourseCode {
  @ForeignKey(() => Course, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') courseId: string;
  @PrimaryColumn('text') scheme: 'nsf' | 'rome';
  @PrimaryColumn('text') code: string;
}

constraintProblem('ex_course_audience_overlap', 422, 'course.audience_overlap', 'Deux règles disent deux fois le même public pour les mêmes jours.');
constraintProblem('fk_course_audience_audience', 422, 'course.audience_unknown', 'Ce public n’existe pas.');
constraintProblem('xfk_course_metier_metier_code', 422, 'course.metier_unknown', 'Ce métier n’est pas dans le répertoire.');
constraintProblem('xfk_course_competency_competency_id', 422, 'course.competency_unknown', 'Cette compétence n’est dans aucun référentiel.');
constraintProblem('fk_course_code_code_scheme', 422, 'course.code_unknown', 'Ce code n’est pas dans la nomenclature.');
