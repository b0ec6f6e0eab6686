import { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas of people, who decides below the minimum from the letter, and trainers replaced once a session has begun. */
export class PersonFeeds1760000000171 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training.person_feed (
        person_id uuid not null constraint fk_person_feed_person_id references identity.person (id) on delete cascade,
        kind text not null,
        token_hash bytea not null constraint uq_person_feed_token_hash unique,
        created_at timestamptz not null,
        constraint pk_person_feed primary key (person_id, kind),
        constraint ck_person_feed_kind check (kind in ('person', 'trainer'))
      );

      alter table training.session add confirmed_at timestamptz, add confirmed_by uuid;
      alter table notifications.message drop constraint ck_message_answers_kind,
        add constraint ck_message_answers_kind check (answers_kind in ('demand', 'ask', 'minimum'));

      -- Relieved: replaced once the session has begun. The ask lives on, with the half-days that its trainer gave.
      alter table trainers.ask drop constraint ck_ask_status, drop constraint ck_ask_live, drop constraint ck_ask_answered,
        add constraint ck_ask_status check (status in ('asked', 'accepted', 'declined', 'released', 'relieved')),
        add constraint ck_ask_live check (live = (status in ('asked', 'accepted', 'relieved'))),
        add constraint ck_ask_answered check ((status not in ('accepted', 'declined', 'relieved') or answered_at is not null) and (status <> 'asked' or answered_at is null));
      drop index trainers.uq_ask_one_live, trainers.ix_ask_trainer_id;
      create unique index uq_ask_one_live on trainers.ask (session_id, trainer_id) where status in ('asked', 'accepted');
      -- Agendas also tell what was given up.
      create index ix_ask_trainer_id on trainers.ask (trainer_id, session_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
