import { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an e-mail address are written to on paper; so are those whose address does not work. */
export class Letters1760000000192 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.person alter email drop not null;

      alter table notifications.message
        alter to_address drop not null,
        add session_id uuid constraint xfk_message_session_id references training.session (id) on delete set null,
        add print_since timestamptz,
        add printed_at timestamptz,
        add printed_by uuid,
        add constraint ck_message_address check (to_address is not null or (not_before is null and sent_at is null)),
        add constraint ck_message_printed check ((printed_at is null) = (printed_by is null) and (printed_at is null or print_since is not null));
      create index ix_message_undelivered on notifications.message (person_id, id)
        where ((print_since is not null) or (error is not null)) and sent_at is null and not_before is null and printed_at is null;
      create index ix_message_printed on notifications.message (person_id, id) where printed_at is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
