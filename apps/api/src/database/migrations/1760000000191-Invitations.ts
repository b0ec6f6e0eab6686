import { MigrationInterface, QueryRunner } from 'typeorm';

/** What mails write in calendars. */
export class Invitations1760000000191 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.invitation (
        enrolment_id uuid not null constraint fk_invitation_enrolment_id references training.enrolment (id) on delete cascade,
        sequence integer not null default 0,
        told text,
        constraint pk_invitation primary key (enrolment_id),
        constraint ck_invitation_told check (told in ('REQUEST', 'CANCEL')),
        constraint ck_invitation_sequence check (sequence >= 0)
      );
      alter table notifications.message add calendar jsonb;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
