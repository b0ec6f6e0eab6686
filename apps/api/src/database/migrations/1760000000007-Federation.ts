import { MigrationInterface, QueryRunner } from 'typeorm';

/** What is published on partner portals, and how it went. */
export class Federation1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists federation;

      create table federation.target (
        name text not null,
        failures integer not null default 0,
        paused_until timestamptz,
        constraint pk_target primary key (name)
      );
      insert into federation.target (name) values ('netpublic');

      create table federation.publication (
        id uuid not null default uuidv7(),
        target text not null,
        object_type text not null,
        object_id uuid not null,
        state text not null default 'dirty',
        reason text,
        revision integer not null default 0,
        content_hash text,
        remote_id text,
        remote_version integer,
        attempts integer not null default 0,
        not_before timestamptz,
        locked_until timestamptz,
        last_error text,
        cut_fields text[] not null default '{}',
        pushed_at timestamptz,
        constraint pk_publication primary key (id),
        constraint uq_publication_object unique (target, object_type, object_id),
        constraint fk_publication_target foreign key (target) references federation.target (name),
        constraint ck_publication_object_type check (object_type in ('course', 'session')),
        constraint ck_publication_state check (state in ('dirty', 'pushed', 'withdrawn', 'failed')),
        constraint ck_publication_reason check (reason in ('exceeded', 'rejected')),
        constraint ck_publication_attempts check (attempts >= 0)
      );
      create index ix_publication_due on federation.publication (not_before)
        where state in ('dirty', 'failed') and reason is null;
      create index ix_publication_state on federation.publication (state, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
