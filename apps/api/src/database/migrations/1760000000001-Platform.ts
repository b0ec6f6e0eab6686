import { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1760000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
      create extension if not exists btree_gist;
      create schema platform;

      -- unaccent() is not immutable, because its dictionary could change; ours does not, and indexes need it so.
      create function platform.fold(value text) returns text language sql immutable strict parallel safe
        return lower(public.unaccent('public.unaccent'::regdictionary, value));

      -- The same of array_to_string(), for texts.
      create function platform.words(parts text[]) returns text language sql immutable strict parallel safe
        return array_to_string(parts, ' ');

      create table platform.outbox (
        id uuid not null default uuidv7() constraint pk_outbox primary key,
        type text not null,
        payload jsonb not null,
        occurred_at timestamptz not null default now(),
        published_at timestamptz,
        pending text[] not null default '{}',
        last_error text
      );
      create index ix_outbox_unpublished on platform.outbox (id) where published_at is null;
      create index ix_outbox_pending on platform.outbox (published_at) where pending <> '{}'::text[];

      create table platform.handled (
        event_id uuid not null,
        handler text not null,
        at timestamptz not null default now(),
        constraint pk_handled primary key (event_id, handler)
      );

      create table platform.idempotency (
        person_id uuid not null,
        key text not null,
        fingerprint text not null,
        status integer,
        answer jsonb,
        created_at timestamptz not null default now(),
        constraint pk_idempotency primary key (person_id, key)
      );
      create index ix_idempotency_created_at on platform.idempotency (created_at);

      create table platform.audit_block (
        seq bigint not null constraint pk_audit_block primary key,
        previous_hash text not null,
        hash text not null,
        entries integer not null,
        at timestamptz not null default now()
      );
      create table platform.audit_entry (
        id uuid not null default uuidv7() constraint pk_audit_entry primary key,
        at timestamptz not null default now(),
        actor_id uuid,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        detail jsonb not null default '{}',
        block_seq bigint
      );
      create index ix_audit_entry_unchained on platform.audit_entry (id) where block_seq is null;
      create index ix_audit_entry_block_seq on platform.audit_entry (block_seq);
      create index ix_audit_entry_subject on platform.audit_entry (subject_type, subject_id);

      create function platform.audit_is_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and tg_table_name = 'audit_entry' then
          -- Sealing an entry is the one change there is.
          if old.block_seq is null and to_jsonb(new) - 'block_seq' = to_jsonb(old) - 'block_seq' then
            return new;
          end if;
        end if;
        raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_append_only before update or delete on platform.audit_entry
        for each row execute function platform.audit_is_append_only();
      create trigger audit_block_append_only before update or delete on platform.audit_block
        for each row execute function platform.audit_is_append_only();
      create trigger audit_entry_not_emptied before truncate on platform.audit_entry
        for each statement execute function platform.audit_is_append_only();
      create trigger audit_block_not_emptied before truncate on platform.audit_block
        for each statement execute function platform.audit_is_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
