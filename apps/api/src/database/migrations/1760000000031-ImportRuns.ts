import { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of places sent from the screen: what was found in them, and what became of them. */
export class ImportRuns1760000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table venues.import_run (
        id uuid not null default uuidv7(),
        producer text not null,
        licence text not null,
        source_url text,
        file_name text not null,
        file_bytes bigint not null,
        status text not null default 'received',
        coverage text,
        rows_read integer not null default 0,
        attempts integer not null default 0,
        leased_until timestamptz,
        report jsonb,
        problem text,
        asked_by uuid not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        constraint pk_import_run primary key (id),
        constraint ck_import_run_status check (status in ('received', 'checking', 'checked', 'applying', 'applied', 'cancelled', 'failed')),
        constraint ck_import_run_coverage check (coverage in ('complete', 'partial')),
        constraint ck_import_run_ended check ((status in ('applied', 'cancelled', 'failed')) = (ended_at is not null)),
        constraint ck_import_run_report check (status not in ('checked', 'applying', 'applied') or report is not null),
        constraint ck_import_run_problem check ((status = 'failed') = (problem is not null)),
        constraint xfk_import_run_asked_by foreign key (asked_by) references identity.person (id)
      );
      create unique index uq_import_run_applying on venues.import_run (producer) where status = 'applying';
      create index ix_import_run_due on venues.import_run (id) where status in ('received', 'checking', 'applying');

      create table venues.import_finding (
        run_id uuid not null,
        seq integer not null,
        row integer not null,
        source_id text not null,
        refused boolean not null,
        field text,
        value text not null,
        code text not null,
        message text not null,
        constraint pk_import_finding primary key (run_id, refused, seq),
        constraint fk_import_finding_run_id foreign key (run_id) references venues.import_run (id) on delete cascade
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
