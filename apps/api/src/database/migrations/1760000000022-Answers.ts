import { MigrationInterface, QueryRunner } from 'typeorm';

/** Answering from the mail and who decided, moving a booking, and the calendar of a place in other programs. */
export class Answers1760000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.booking add decided_by uuid, add constraint xfk_booking_decided_by foreign key (decided_by) references identity.person (id);

      create table venues.answer_link (
        token_hash bytea not null,
        demand_id uuid not null,
        recipient_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint pk_answer_link primary key (token_hash),
        constraint ck_answer_link_token check (octet_length(token_hash) = 32),
        constraint xfk_answer_link_recipient_id foreign key (recipient_id) references identity.person (id) on delete cascade
      );
      create index ix_answer_link_expires_at on venues.answer_link (expires_at);

      create table venues.booking_move (
        id uuid not null default uuidv7(),
        booking_id uuid not null,
        moved_at timestamptz not null,
        moved_by uuid not null,
        from_room_id uuid not null,
        from_period tstzrange not null,
        constraint pk_booking_move primary key (id),
        constraint fk_booking_move_booking_id foreign key (booking_id) references venues.booking (id),
        constraint fk_booking_move_from_room_id foreign key (from_room_id) references venues.room (id),
        constraint xfk_booking_move_moved_by foreign key (moved_by) references identity.person (id)
      );
      create index ix_booking_move_booking_id on venues.booking_move (booking_id);

      create table venues.calendar_feed (
        venue_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null,
        constraint pk_calendar_feed primary key (venue_id),
        constraint uq_calendar_feed_token_hash unique (token_hash),
        constraint fk_calendar_feed_venue_id foreign key (venue_id) references venues.venue (id)
      );

      alter table notifications.message add answers uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
