import { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that look like one another, and those that a person made one. */
export class Duplicates1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table venues.venue
        add column merged_into uuid,
        add column held_fields text[] not null default '{}',
        add constraint fk_venue_merged_into foreign key (merged_into) references venues.venue (id),
        add constraint ck_venue_merged check (merged_into is null or (status = 'withdrawn' and merged_into <> id));
      create index ix_venue_bucket on venues.venue ((coalesce(commune_code, postal_code)));
      create index ix_venue_latitude on venues.venue (latitude, longitude);
      create index ix_venue_merged_into on venues.venue (merged_into) where merged_into is not null;

      -- The bookings of a room that changes place follow it, and none is written for the place it left.
      alter table venues.room add constraint uq_room_venue unique (id, venue_id);
      alter table venues.booking
        add constraint xfk_booking_room_venue foreign key (room_id, venue_id) references venues.room (id, venue_id) on update cascade;

      -- What is left of a name without accents, legal forms and small words; the whole name when nothing is left.
      create function venues.name_key(name text) returns text language sql immutable strict parallel safe
        return coalesce(nullif(btrim(regexp_replace(regexp_replace(' ' || regexp_replace(platform.fold(name), '[^a-z0-9]+', ' ', 'g') || ' ',
          '\\m(association|asso|loi 1901|sarl|sas|sasu|eurl|sa|scic|scop|snc|epcc|gip|mairie|commune|ville|communaute de communes|communaute d agglomeration|communaute urbaine|de|du|des|d|la|le|les|l|et|a|au|aux|en)\\M', ' ', 'g'), ' +', ' ', 'g')), ''),
          btrim(regexp_replace(platform.fold(name), '[^a-z0-9]+', ' ', 'g')));

      -- The street of an address, without its number and with its words in full; null when there is none.
      create function venues.street_key(address text) returns text language sql immutable strict parallel safe
        return nullif(btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          ' ' || regexp_replace(platform.fold(address), '[^a-z0-9]+', ' ', 'g') || ' ',
          '^ *\\d+ +(bis |ter |quater |[a-d] )?', ' '), '\\m(av|ave)\\M', 'avenue', 'g'), '\\m(bd|bld|boul)\\M', 'boulevard', 'g'), '\\mpl\\M', 'place', 'g'),
          '\\mst\\M', 'saint', 'g'), '\\mste\\M', 'sainte', 'g'), '\\m(de|du|des|d|la|le|les|l|r|rue)\\M| +', ' ', 'g')), '');

      -- Metres between two positions; null when one of them is unknown: unknown is not near.
      create function venues.metres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
        returns integer language sql immutable strict parallel safe
        return round(2 * 6371000 * asin(sqrt(least(1, sin(radians(lat2 - lat1) / 2) ^ 2
          + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2))))::integer;

      create table venues.duplicate (
        id uuid not null default uuidv7(),
        first_id uuid not null,
        second_id uuid not null,
        status text not null default 'proposed',
        score real not null,
        name_similarity real not null,
        distance_metres integer,
        same_street boolean not null,
        same_pivot boolean not null,
        proposed_at timestamptz not null default now(),
        decided_at timestamptz,
        decided_by uuid,
        constraint pk_duplicate primary key (id),
        constraint uq_duplicate_pair unique (first_id, second_id),
        constraint ck_duplicate_order check (first_id < second_id),
        constraint ck_duplicate_status check (status in ('proposed', 'dismissed', 'merged')),
        constraint ck_duplicate_decided check ((status = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
        constraint fk_duplicate_first_id foreign key (first_id) references venues.venue (id),
        constraint fk_duplicate_second_id foreign key (second_id) references venues.venue (id),
        constraint xfk_duplicate_decided_by foreign key (decided_by) references identity.person (id)
      );
      create index ix_duplicate_second_id on venues.duplicate (second_id);
      create index ix_duplicate_list on venues.duplicate (status, score desc, id);

      create table venues.merge (
        id uuid not null default uuidv7(),
        duplicate_id uuid not null,
        kept_id uuid not null,
        merged_id uuid not null,
        merged_status text not null,
        changes jsonb not null,
        held_added text[] not null,
        moved jsonb not null,
        merged_by uuid not null,
        merged_at timestamptz not null,
        undone_by uuid,
        undone_at timestamptz,
        constraint pk_merge primary key (id),
        constraint ck_merge_two check (kept_id <> merged_id),
        constraint ck_merge_undone check ((undone_at is null) = (undone_by is null)),
        constraint fk_merge_duplicate_id foreign key (duplicate_id) references venues.duplicate (id),
        constraint fk_merge_kept_id foreign key (kept_id) references venues.venue (id),
        constraint fk_merge_merged_id foreign key (merged_id) references venues.venue (id),
        constraint xfk_merge_merged_by foreign key (merged_by) references identity.person (id),
        constraint xfk_merge_undone_by foreign key (undone_by) references identity.person (id)
      );
      create unique index uq_merge_live on venues.merge (merged_id) where undone_at is null;
      create index ix_merge_duplicate_id on venues.merge (duplicate_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
