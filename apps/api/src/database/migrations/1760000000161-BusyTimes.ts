import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When rooms and trainers are kept, in order. The exclusion constraints cannot tell it fast: GiST weighs identifiers as
 * floating numbers, so those made within one millisecond look the same to it and a room is looked for everywhere.
 */
export class BusyTimes1760000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ix_booking_busy on venues.booking (room_id, upper(period)) include (period) where status in ('held', 'confirmed');
      create index ix_assignment_busy on trainers.assignment (trainer_id, upper(period)) include (period, session_id) where active;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
