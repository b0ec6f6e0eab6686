import { MigrationInterface, QueryRunner } from 'typeorm';

/** Postponing, replacing a trainer and cancelling are kept with moves; a session with a minimum says until when to decide. */
export class SessionChanges1760000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table training.session add decide_by date, add decide_reminded_at timestamptz;
      update training.session set decide_by = (starts_at at time zone time_zone)::date - 10
       where min_seats > 0 and status in ('draft', 'open') and starts_at > now();
      alter table training.session
        add constraint ck_session_decide_by check (decide_by is null or (min_seats > 0 and decide_by <= ((ends_at at time zone time_zone)::date)));
      create index ix_session_to_decide on training.session (decide_by) where status = 'open' and decide_by is not null and decide_reminded_at is null;

      alter table training.session_change
        add from_trainers uuid[] not null default '{}',
        add to_trainers uuid[] not null default '{}',
        drop constraint ck_session_change_what,
        drop constraint ck_session_change_reason,
        add constraint ck_session_change_what check (what in ('moved', 'released', 'placed', 'postponed', 'dated', 'trainer', 'cancelled')),
        add constraint ck_session_change_reason check (what in ('moved', 'placed', 'dated') or reason is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
