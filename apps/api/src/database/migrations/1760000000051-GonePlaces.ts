import { MigrationInterface, QueryRunner } from 'typeorm';

/** Places their producer no longer lists, and what was said of them. */
export class GonePlaces1760000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.venue add column kept_on date,
        add constraint ck_venue_kept check (kept_on is null or gone_on is not null);
      create index ix_venue_gone on venues.venue (search_text, id) where gone_on is not null and kept_on is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
