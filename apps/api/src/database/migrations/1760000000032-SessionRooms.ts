import { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionRooms1760000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training.session_change (
        id uuid not null default uuidv7(),
        session_id uuid not null,
        changed_at timestamptz not null,
        changed_by uuid,
        what text not null,
        from_room_id uuid not null,
        from_period tstzrange not null,
        reason text,
        constraint pk_session_change primary key (id),
        constraint ck_session_change_what check (what in ('moved', 'released', 'placed')),
        constraint ck_session_change_reason check (what <> 'released' or reason is not null),
        constraint fk_session_change_session_id foreign key (session_id) references training.session (id),
        constraint fk_session_change_from_room_id foreign key (from_room_id) references venues.room (id)
      );
      create index ix_session_change_session_id on training.session_change (session_id);

      -- A booking is hours of one day: what touches a period begins little before it, which bounds the index in the order of time.
      alter table venues.booking add constraint ck_booking_length check (upper(period) - lower(period) <= interval '25 hours');
      create index ix_booking_start on venues.booking (lower(period), id);

      -- Checked when the transaction ends: a session, its half-days and its bookings are moved one after the other.
      create function training.guard_session_room() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from training.session_slot t join training.session s on s.id = t.session_id join venues.booking b on b.id = t.booking_id
           where t.id = any(case tg_table_name
                   when 'session' then array(select id from training.session_slot where session_id = new.id)
                   when 'booking' then array(select id from training.session_slot where booking_id = new.id)
                   else array[new.id] end)
             and s.status in ('draft', 'open', 'confirmed', 'running', 'postponed') and b.status in ('held', 'confirmed') and upper(b.period) > now()
             and (b.room_id <> s.room_id or not b.period @> t.period)) then
          raise exception 'the room of a session is elsewhere' using errcode = 'check_violation', constraint = 'ck_session_room', schema = 'training', table = 'session';
        end if;
        return null;
      end $$;
      create constraint trigger tr_session_room after update of room_id on training.session
        deferrable initially deferred for each row when (new.room_id <> old.room_id) execute function training.guard_session_room();
      create constraint trigger tr_session_slot_room after insert or update of booking_id, period on training.session_slot
        deferrable initially deferred for each row execute function training.guard_session_room();
      create constraint trigger tr_booking_session after update of room_id, period on venues.booking
        deferrable initially deferred for each row when (new.kind = 'session' and (new.room_id <> old.room_id or new.period <> old.period))
        execute function training.guard_session_room();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
