import { MigrationInterface, QueryRunner } from 'typeorm';

/** The link of a letter knows which state of the demand the letter told. */
export class AnswerVersions1760000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.answer_link add column booking_ids uuid[] not null default '{}', add column version integer not null default 1;
      update venues.answer_link l set
        booking_ids = array(select b.id from venues.booking b where b.demand_id = l.demand_id),
        version = (select 1 + count(*) from venues.booking_move m join venues.booking b on b.id = m.booking_id
                    where b.demand_id = l.demand_id and m.moved_at < l.created_at);
      alter table venues.answer_link alter column booking_ids drop default, alter column version drop default;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
