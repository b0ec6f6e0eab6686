import { nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Course } from './course.entity';
import type { Snapshot } from './course-version.rules';

nameNoun('course_version', 'Cette version');

/** The sheet as it was saved, whole: one row per version, written with it. */
@Entity({ schema: 'training', name: 'course_version' })
@Check('ck_course_version_restored', 'restored_from < version')
export class CourseVersion {
  @ForeignKey(() => Course, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') courseId: string;
  @PrimaryColumn('int') version: number;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  /** What differs from the version before; nothing at the first. */
  @Column('text', { array: true }) fields: string[];
  @Column('int', { nullable: true }) restoredFrom: number | null;
  @Column('jsonb') snapshot: Snapshot;
}
