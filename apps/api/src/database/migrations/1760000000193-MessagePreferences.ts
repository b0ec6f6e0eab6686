import { MigrationInterface, QueryRunner } from 'typeorm';

/** How each person wants to be told what may wait, and when mails to them wait. */
export class MessagePreferences1760000000193 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.preference (
        person_id uuid not null constraint xfk_preference_person_id references identity.person (id) on delete cascade,
        kind text not null,
        rhythm text not null,
        constraint pk_preference primary key (person_id, kind),
        constraint ck_preference_rhythm check (rhythm in ('daily', 'in_app'))
      );
      create table notifications.quiet_time (
        person_id uuid not null constraint xfk_quiet_time_person_id references identity.person (id) on delete cascade,
        from_hour time,
        until_hour time,
        sundays boolean not null,
        constraint pk_quiet_time primary key (person_id),
        constraint ck_quiet_time_hours check ((from_hour is null) = (until_hour is null))
      );
      alter table notifications.message add for_digest boolean not null default false;
      create index ix_message_for_digest on notifications.message (person_id) where for_digest;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
