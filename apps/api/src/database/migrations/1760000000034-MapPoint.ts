import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The nearest places by a flat point in place of a cube: PostgreSQL's cube index splits its pages one entry at a time when places
 * come in a line (three thousand of them took a hundred seconds and 180 MB). The map is Mercator's, which never shows
 * two points nearer than they are: what is found on it bounds what is then measured on the globe.
 */
export class MapPoint1760000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Metres over the globe, null when a coordinate is: PostgreSQL expands it into the query. At the antipodes rounding would
      -- take the sine over one; less than a metre is cut off there, nothing elsewhere.
      create function venues.distance(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
        returns double precision language sql immutable parallel safe
        return 12742000 * asin(sqrt((1 - 1e-14) * (sin(radians(lat2 - lat1) / 2) ^ 2
          + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)));

      -- A point of Mercator's map, in radians; the map ends at 85 degrees.
      create function venues.map_point(lat double precision, lon double precision) returns point language sql immutable strict parallel safe
        return point(radians(lon), asinh(tan(radians(greatest(-85, least(85, lat))))));

      -- The box of the map that holds all that is within so many metres; the whole width of it near a pole or across the antimeridian.
      create function venues.reach(lat double precision, lon double precision, metres double precision) returns box language sql immutable strict parallel safe
      begin atomic
        select case when lon - wide < -180 or lon + wide > 180
                    then box(venues.map_point(lat - high, -180), venues.map_point(lat + high, 180))
                    else box(venues.map_point(lat - high, lon - wide), venues.map_point(lat + high, lon + wide)) end
          from (select degrees(angle) as high,
                       case when abs(lat) + degrees(angle) >= 85 then 360 else degrees(asin(least(1, sin(angle) / cos(radians(lat))))) end as wide
                  from (select (metres + 1) / 6371000 as angle) a) b;
      end;

      create or replace function venues.metres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
        returns integer language sql immutable parallel safe
        return round(venues.distance(lat1, lon1, lat2, lon2))::integer;

      drop trigger tr_venue_index on venues.venue;
      alter table venues.venue drop column position, add map_point point;
      drop extension earthdistance;
      drop extension cube;

      create or replace function venues.index_venue() returns trigger language plpgsql as $$
      begin
        new.search_terms :=
          venues.lexemes(new.search_text || ' ' || coalesce(new.postal_code, '') || ' ' || coalesce(lower(new.commune_code), ''), 'A')
          || venues.lexemes(venues.bare(platform.words(new.services || new.programmes || new.labels || new.other_labels || new.typologies)), 'B')
          || venues.lexemes(venues.bare(coalesce(new.summary, '') || ' ' || coalesce(new.address, '')), 'C')
          || venues.lexemes(venues.bare(left(coalesce(new.description, ''), 2000)), 'D');
        new.map_point := venues.map_point(new.latitude, new.longitude);
        return new;
      end $$;
      update venues.venue set map_point = venues.map_point(latitude, longitude) where latitude is not null;
      create trigger tr_venue_index before insert or update of search_text, postal_code, commune_code, services, programmes, labels, other_labels,
          typologies, summary, address, description, latitude, longitude, search_terms, map_point
        on venues.venue for each row execute function venues.index_venue();

      create index ix_venue_map_point on venues.venue using gist (map_point);
      create index ix_venue_unlocated on venues.venue (id) where map_point is null and status = 'published';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
