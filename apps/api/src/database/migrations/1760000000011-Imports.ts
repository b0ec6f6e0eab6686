import { MigrationInterface, QueryRunner } from 'typeorm';

/** A place its producer no longer lists is flagged. */
export class Imports1760000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table venues.venue add column gone_on date');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
