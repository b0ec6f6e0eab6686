import { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that people keep, what is new in the catalogue, and what each was told of it. */
export class SavedSearches1760000000141 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training.saved_search (
        id uuid not null default uuidv7() constraint pk_saved_search primary key,
        person_id uuid not null constraint fk_saved_search_person_id references identity.person (id) on delete cascade,
        place smallint not null,
        name text not null,
        filters jsonb not null,
        rhythm text not null,
        told_at timestamptz not null,
        feed_hash bytea constraint uq_saved_search_feed_hash unique,
        feed_since timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        removed_at timestamptz,
        constraint ck_saved_search_place check (place between 1 and 20),
        constraint ck_saved_search_name check (length(name) between 1 and 120),
        constraint ck_saved_search_filters check (jsonb_typeof(filters) = 'object' and filters <> '{}'),
        constraint ck_saved_search_rhythm check (rhythm in ('daily', 'weekly', 'never')),
        constraint ck_saved_search_feed check ((feed_hash is null) = (feed_since is null))
      );
      create unique index uq_saved_search_place on training.saved_search (person_id, place) where removed_at is null;
      create index ix_saved_search_due on training.saved_search (rhythm, told_at) where removed_at is null;
      create index ix_saved_search_removed_at on training.saved_search (removed_at) where removed_at is not null;

      create table training.news (
        id uuid not null default uuidv7() constraint pk_news primary key,
        kind text not null,
        course_id uuid not null constraint fk_news_course_id references training.course (id) on delete cascade,
        session_id uuid constraint fk_news_session_id references training.session (id) on delete cascade,
        noted_at timestamptz not null,
        constraint ck_news_kind check (kind in ('course_published', 'session_opened', 'seat_freed')),
        constraint ck_news_session check ((kind = 'course_published') = (session_id is null))
      );
      create index ix_news_noted_at on training.news (noted_at);
      create index ix_news_course_id on training.news (course_id);
      create index ix_news_session_id on training.news (session_id);

      create table training.digest (
        id uuid not null default uuidv7() constraint pk_digest primary key,
        person_id uuid not null constraint fk_digest_person_id references identity.person (id) on delete cascade,
        day date not null,
        unsubscribe_hash bytea constraint uq_digest_unsubscribe_hash unique,
        constraint uq_digest_person_id_day unique (person_id, day)
      );

      create table training.told_news (
        person_id uuid not null constraint fk_told_news_person_id references identity.person (id) on delete cascade,
        news_id uuid not null constraint fk_told_news_news_id references training.news (id) on delete cascade,
        digest_id uuid not null constraint fk_told_news_digest_id references training.digest (id) on delete cascade,
        search_id uuid not null constraint fk_told_news_search_id references training.saved_search (id) on delete cascade,
        constraint pk_told_news primary key (person_id, news_id)
      );
      create index ix_told_news_news_id on training.told_news (news_id);
      create index ix_told_news_digest_id on training.told_news (digest_id);
      create index ix_told_news_search_id on training.told_news (search_id);

      alter table notifications.message add column unsubscribes uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
