import { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses are suggested by their titles: the stems of these alone are far fewer than those of the sheets. */
export class TitlesIndexed1760000000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ix_course_entry_named on training.course_entry using gin (named) with (fastupdate = off)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
