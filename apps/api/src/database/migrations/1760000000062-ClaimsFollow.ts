import { MigrationInterface, QueryRunner } from 'typeorm';

/** What was asked of a place before it was merged is asked of the kept one; what the kept one has no use for lapses. */
export class ClaimsFollow1760000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update venues.claim c set venue_id = v.merged_into from venues.venue v
       where v.id = c.venue_id and v.merged_into is not null and c.status = 'asked'
         and not exists (select 1 from venues.claim k join venues.venue o on o.id = k.venue_id
                          where k.organisation_id = c.organisation_id and k.status = 'asked' and k.id <> c.id and coalesce(o.merged_into, o.id) = v.merged_into);
      update venues.claim c set status = 'lapsed', decided_at = now() from venues.venue v
       where v.id = c.venue_id and c.status = 'asked' and (v.merged_into is not null or v.operator_id is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
