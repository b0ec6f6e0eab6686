import { MigrationInterface, QueryRunner } from 'typeorm';

/** Places of digital mediation, their rooms and the bookings of these. */
export class Venues1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists venues;

      create table venues.venue (
        id uuid not null default uuidv7(),
        source text not null,
        source_id text not null,
        slug text not null,
        search_text text not null,
        pivot text,
        name text not null,
        address text,
        address_extra text,
        postal_code text,
        commune_name text,
        commune_code text,
        departement_code text,
        time_zone text not null,
        latitude double precision,
        longitude double precision,
        typologies text[] not null default '{}',
        phone text,
        emails text[] not null default '{}',
        website text,
        other_websites text[] not null default '{}',
        opening_hours text,
        summary text,
        description text,
        collected_by text,
        itinerance text,
        parent_structure text,
        updated_on date,
        services text[] not null default '{}',
        publics text[] not null default '{}',
        care text[] not null default '{}',
        fees text[] not null default '{}',
        programmes text[] not null default '{}',
        labels text[] not null default '{}',
        other_labels text[] not null default '{}',
        access_modes text[] not null default '{}',
        support_modes text[] not null default '{}',
        accesslibre_url text,
        booking_url text,
        status text not null default 'draft',
        operator_id uuid,
        content_hash text,
        version integer not null default 1,
        constraint pk_venue primary key (id),
        constraint uq_venue_source unique (source, source_id),
        constraint uq_venue_slug unique (slug),
        constraint ck_venue_status check (status in ('draft', 'submitted', 'published', 'withdrawn')),
        constraint ck_venue_coordinates check ((latitude is null) = (longitude is null) and abs(latitude) <= 90 and abs(longitude) <= 180),
        constraint ck_venue_pivot check (pivot ~ '^[a-zA-Z0-9]{9,14}$' and pivot !~ '^0+$'),
        constraint xfk_venue_operator_id foreign key (operator_id) references identity.organisation (id)
      );
      -- The commune is not a foreign key: codes are dated, and a directory may carry one of an older edition.
      create index ix_venue_by_name on venues.venue (search_text, id);
      create index ix_venue_search_text on venues.venue using gin (search_text gin_trgm_ops);
      create index ix_venue_operator_id on venues.venue (operator_id);
      create index ix_venue_departement_code on venues.venue (departement_code);

      create table venues.room (
        id uuid not null default uuidv7(),
        venue_id uuid not null,
        name text not null,
        capacity integer not null,
        wheelchair_access boolean not null default false,
        equipment text[] not null default '{}',
        auto_confirm boolean not null default false,
        version integer not null default 1,
        constraint pk_room primary key (id),
        constraint uq_room_name unique (venue_id, name),
        constraint ck_room_capacity check (capacity between 1 and 1000),
        constraint fk_room_venue_id foreign key (venue_id) references venues.venue (id)
      );

      create table venues.booking (
        id uuid not null default uuidv7(),
        room_id uuid not null,
        venue_id uuid not null,
        period tstzrange not null,
        status text not null default 'held',
        requested_by uuid not null,
        purpose text not null,
        reason text,
        requested_at timestamptz not null default now(),
        version integer not null default 1,
        constraint pk_booking primary key (id),
        constraint ex_booking_room_period exclude using gist (room_id with =, period with &&) where (status in ('held', 'confirmed')),
        constraint ck_booking_status check (status in ('held', 'confirmed', 'refused', 'expired', 'cancelled')),
        constraint ck_booking_period check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
        constraint ck_booking_refusal check (status <> 'refused' or reason is not null),
        constraint fk_booking_room_id foreign key (room_id) references venues.room (id),
        constraint fk_booking_venue_id foreign key (venue_id) references venues.venue (id),
        constraint xfk_booking_requested_by foreign key (requested_by) references identity.person (id)
      );
      create index ix_booking_venue_id_status on venues.booking (venue_id, status);
      create index ix_booking_room_id on venues.booking (room_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
