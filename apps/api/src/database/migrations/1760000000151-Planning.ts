import { MigrationInterface, QueryRunner } from 'typeorm';

/** The half-days of a few weeks are found by their dates, whatever the number of sessions. */
export class Planning1760000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ix_session_slot_local_date_session_id on training.session_slot (local_date, session_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
