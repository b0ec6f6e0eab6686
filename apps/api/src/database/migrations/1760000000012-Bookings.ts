import { MigrationInterface, QueryRunner } from 'typeorm';

export class Bookings1760000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.room
        add accommodations text[] not null default '{}',
        add connection_kind text,
        add connection_mbps integer,
        add auto_confirm_hours int4multirange,
        add retired_at timestamptz,
        drop constraint uq_room_name,
        add constraint ck_room_accommodations check (accommodations <@ array['boucle-magnetique', 'stationnement-pmr', 'toilettes-adaptees',
          'ascenseur', 'guidage', 'mobilier-reglable', 'eclairage-adapte', 'espace-calme', 'chien-guide']),
        add constraint ck_room_connection check (connection_kind in ('fibre', 'adsl', 'mobile', 'satellite', 'aucune')
          and connection_mbps between 1 and 100000 and (connection_mbps is null or connection_kind <> 'aucune')),
        add constraint ck_room_auto_confirm_hours check (auto_confirm_hours <@ '{[0,10080)}' and not isempty(auto_confirm_hours));
      create unique index uq_room_name on venues.room (venue_id, name) where retired_at is null;

      create table venues.equipment (
        id uuid not null default uuidv7(),
        venue_id uuid not null,
        room_id uuid,
        name text not null,
        quantity integer not null,
        retired_at timestamptz,
        constraint pk_equipment primary key (id),
        constraint ck_equipment_quantity check (quantity between 1 and 1000),
        constraint fk_equipment_venue_id foreign key (venue_id) references venues.venue (id),
        constraint fk_equipment_room_id foreign key (room_id) references venues.room (id)
      );
      create unique index uq_equipment_name on venues.equipment (venue_id, coalesce(room_id, venue_id), lower(name)) where retired_at is null;
      create index ix_equipment_room_id on venues.equipment (room_id);

      -- « 12 ordinateurs » was a line of text: it is counted from now on.
      insert into venues.equipment (venue_id, room_id, name, quantity)
      select venue_id, room_id, name, least(greatest(max(quantity), 1), 1000) from (
        select r.venue_id, r.id as room_id,
               coalesce(nullif(btrim(regexp_replace(line, '^\\d{1,4}\\s+', '')), ''), line) as name,
               coalesce(substring(line from '^(\\d{1,4})\\s+\\S')::int, 1) as quantity
          from venues.room r, unnest(r.equipment) line) counted
       group by venue_id, room_id, lower(name), name on conflict do nothing;
      alter table venues.room drop column equipment;

      alter table venues.booking
        add kind text not null default 'session',
        add demand_id uuid not null default uuidv7(),
        add organisation_id uuid,
        add people integer,
        add answer_by timestamptz,
        add remind_at timestamptz,
        add decided_at timestamptz,
        add constraint xfk_booking_organisation_id foreign key (organisation_id) references identity.organisation (id);
      update venues.booking b set demand_id = first.id, answer_by = case when status = 'held' then lower(period) end
        from (select id as booking_id, first_value(id) over (partition by room_id, requested_by, purpose, requested_at order by id) as id from venues.booking) first
       where first.booking_id = b.id;
      update venues.booking b set organisation_id = s.organiser_id
        from training.session_slot t join training.session s on s.id = t.session_id where t.booking_id = b.id;
      alter table venues.booking
        add constraint ck_booking_kind check (kind in ('session', 'meeting', 'block')),
        add constraint ck_booking_deadline check (status <> 'held' or answer_by <= lower(period)),
        add constraint ck_booking_people check (people between 1 and 1000);
      create index ix_booking_venue_period on venues.booking using gist (venue_id, period);
      create index ix_booking_demand_id on venues.booking (demand_id);
      create index ix_booking_organisation_id on venues.booking (organisation_id, lower(period), id);
      create index ix_booking_answer_by on venues.booking (answer_by) where status = 'held';
      create index ix_booking_remind_at on venues.booking (remind_at) where status = 'held';

      create table venues.booking_equipment (
        booking_id uuid not null,
        equipment_id uuid not null,
        quantity integer not null,
        constraint pk_booking_equipment primary key (booking_id, equipment_id),
        constraint ck_booking_equipment_quantity check (quantity between 1 and 1000),
        constraint fk_booking_equipment_booking_id foreign key (booking_id) references venues.booking (id),
        constraint fk_booking_equipment_equipment_id foreign key (equipment_id) references venues.equipment (id)
      );
      create index ix_booking_equipment_equipment_id on venues.booking_equipment (equipment_id);
    `);
    await runner.query(`
      -- The most that live bookings ask of it at once: reached where one of them begins, or at the start of the period.
      create function venues.equipment_peak(asked uuid, within tstzrange) returns bigint language sql stable as $$
        with taken as materialized (
          select b.period, e.quantity from venues.booking_equipment e join venues.booking b on b.id = e.booking_id
           where e.equipment_id = asked and b.status in ('held', 'confirmed') and b.period && within)
        select coalesce(max(at_once), 0)::bigint from (
          select sum(o.quantity) as at_once
            from (select distinct greatest(lower(period), lower(within)) as at from taken) starts join taken o on o.period @> starts.at
           group by starts.at) peaks
      $$;

      -- Its row is locked first: of two bookings that ask for the last one, the second reads what the first wrote.
      create function venues.check_equipment(asked uuid, within tstzrange) returns void language plpgsql as $$
      declare owned integer;
      begin
        select case when retired_at is null then quantity else 0 end into owned from venues.equipment where id = asked for no key update;
        if venues.equipment_peak(asked, within) > owned then
          raise exception 'equipment % is short', asked using errcode = 'check_violation', constraint = 'ck_equipment_available', schema = 'venues', table = 'booking_equipment';
        end if;
      end $$;

      create function venues.guard_booking_equipment() returns trigger language plpgsql as $$
      begin
        perform venues.check_equipment(new.equipment_id, b.period) from venues.booking b
          where b.id = new.booking_id and b.status in ('held', 'confirmed');
        return null;
      end $$;
      create trigger tr_equipment_available after insert or update on venues.booking_equipment
        for each row execute function venues.guard_booking_equipment();

      create function venues.guard_booking() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from (select retired_at from venues.room where id = new.room_id for share) r where upper(new.period) > r.retired_at) then
          raise exception 'room % is retired', new.room_id using errcode = 'check_violation', constraint = 'ck_booking_room_retired', schema = 'venues', table = 'booking';
        end if;
        if tg_op = 'UPDATE' then
          perform venues.check_equipment(e.equipment_id, new.period)
            from (select equipment_id from venues.booking_equipment where booking_id = new.id order by equipment_id) e;
        end if;
        return null;
      end $$;
      create trigger tr_booking_insert after insert on venues.booking
        for each row when (new.status in ('held', 'confirmed')) execute function venues.guard_booking();
      create trigger tr_booking_update after update of room_id, period, status on venues.booking
        for each row when (new.status in ('held', 'confirmed') and (new.room_id <> old.room_id or new.period <> old.period or old.status not in ('held', 'confirmed')))
        execute function venues.guard_booking();

      create function venues.guard_equipment() returns trigger language plpgsql as $$
      begin
        perform venues.check_equipment(new.id, tstzrange(now(), null));
        return null;
      end $$;
      create trigger tr_equipment_update after update of quantity, retired_at on venues.equipment
        for each row when (new.quantity < old.quantity or new.retired_at is not null) execute function venues.guard_equipment();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
