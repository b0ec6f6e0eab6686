import { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said to whom, and whether the e-mail left. */
export class Notifications1760000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists notifications;

      create table notifications.message (
        id uuid not null default uuidv7(),
        event_id uuid not null,
        person_id uuid not null,
        template text not null,
        to_address text not null,
        subject text not null,
        body text not null,
        link_label text,
        link_path text,
        created_at timestamptz not null,
        not_before timestamptz,
        locked_until timestamptz,
        sent_at timestamptz,
        attempts integer not null default 0,
        error text,
        constraint pk_message primary key (id),
        constraint uq_message_event_person_template unique (event_id, person_id, template),
        constraint ck_message_attempts check (attempts >= 0),
        constraint ck_message_link check ((link_label is null) = (link_path is null)),
        constraint xfk_message_person_id foreign key (person_id) references identity.person (id) on delete cascade
      );
      create index ix_message_due on notifications.message (not_before)
        where sent_at is null and not_before is not null;
      create index ix_message_person on notifications.message (person_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
