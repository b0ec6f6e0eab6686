import { CommunePositions } from '@app/identity';
import { conflict, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { DuplicateFinder } from '../duplicate/duplicate.finder';
import type { Candidate } from './batch';

const LASTING = ['source', 'sourceId', 'slug'];
const MANY = 1000;
const LONG_SECONDS = 120;

export interface Existing {
  sourceId: string;
  contentHash: string | null;
  operated: boolean;
  merged: boolean;
}

export interface LookAlike {
  row: number;
  sourceId: string;
  other: string;
  metres: number | null;
}

/** The statements of an import: a handful per thousand rows. */
@Injectable()
export class VenueImportStore {
  constructor(
    private readonly db: Database,
    private readonly communes: CommunePositions,
    private readonly duplicates: DuplicateFinder,
  ) {}

  /** One import of a producer at a time: two would each take the other's places for new ones. */
  async open(producer: string): Promise<void> {
    const mine = await this.db.one<{ locked: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('venues.import:' || $1, 0)) as locked`,
      [producer],
    );
    if (!mine!.locked)
      throw conflict('import.busy', 'Une liste de ce producteur est en cours de lecture. Réessayez dans un instant.');
    await this.db.query(
      'create temp table venue_import_seen (source_id text primary key) on commit drop',
    );
    await this.db.query('create temp table venue_import_touched (venue_id uuid primary key, row integer not null) on commit drop');
  }

  existing(source: string, sourceIds: string[]): Promise<Existing[]> {
    return this.db.query<Existing>(
      `select source_id as "sourceId", content_hash as "contentHash", operator_id is not null as operated, merged_into is not null as merged
         from venues.venue where source = $1 and source_id = any($2) order by id for no key update`,
      [source, sourceIds],
    );
  }

  async takenSlugs(slugs: string[]): Promise<string[]> {
    const rows = await this.db.query<{ slug: string }>('select slug from venues.venue where slug = any($1)', [
      slugs,
    ]);
    return rows.map(({ slug }) => slug);
  }

  /** Remembers the identifiers met in this file; answers those met for the first time. */
  async firstSeen(sourceIds: string[]): Promise<Set<string>> {
    if (!sourceIds.length) return new Set();
    const rows = await this.db.query<{ source_id: string }>(
      'insert into venue_import_seen select distinct unnest($1::text[]) on conflict do nothing returning source_id',
      [sourceIds],
    );
    return new Set(rows.map(({ source_id }) => source_id));
  }

  /** Adds the new places, published: a directory is public. A known place keeps its slug, status and operator. */
  async upsert(places: Candidate[]): Promise<void> {
    const [first] = places;
    if (!first) return;
    const columns = this.db.source
      .getMetadata(Venue)
      .columns.map(({ databaseName, propertyName }) => ({ name: databaseName, property: propertyName }))
      .filter(({ property }) => property in first);
    const rows = places.map((place) =>
      Object.fromEntries([['row', place.row], ...columns.map(({ name, property }) => [name, place[property as keyof Candidate]])]) as Record<string, unknown>,
    );
    const names = columns.map(({ name }) => name).join(', ');
    const changes = columns
      .filter(({ property }) => !LASTING.includes(property))
      .map(({ name, property }) => `${name} = case when '${property}' = any(venue.held_fields) then venue.${name} else excluded.${name} end`);
    await this.db.query(
      `with kept as (
         insert into venues.venue (${names}, status) select ${names}, 'published' from jsonb_populate_recordset(null::venues.venue, $1::jsonb)
         on conflict (source, source_id) do update set version = venue.version + 1, ${changes.join(', ')} returning id, source_id)
       insert into venue_import_touched select k.id, r.row from kept k join jsonb_to_recordset($1::jsonb) as r(source_id text, row integer) using (source_id)`,
      [JSON.stringify(rows)],
    );
  }

  /** The places that were gone and are in this list again. */
  async unflagReturned(source: string): Promise<number> {
    const rows = await this.db.query(
      `update venues.venue v set gone_on = null, kept_on = null, version = version + 1 from venue_import_seen s
        where v.source = $1 and v.source_id = s.source_id and v.gone_on is not null returning v.id`,
      [source],
    );
    return rows.length;
  }

  /** How many places of the producer are known before this list, how many it lacks, and how many of these are news. */
  async missing(source: string): Promise<{ known: number; missing: number; unflagged: number }> {
    const counts = await this.db.one<{ known: number; missing: number; unflagged: number }>(
      `select count(*)::int as known, count(*) filter (where s.source_id is null)::int as missing,
              count(*) filter (where s.source_id is null and v.gone_on is null)::int as unflagged
         from venues.venue v left join venue_import_seen s on s.source_id = v.source_id where v.source = $1`,
      [source],
    );
    return counts!;
  }

  async flagGone(source: string, now: Date): Promise<number> {
    const rows = await this.db.query(
      `update venues.venue v set gone_on = ($2::timestamptz at time zone v.time_zone)::date, version = version + 1
        where v.source = $1 and v.gone_on is null
          and not exists (select 1 from venue_import_seen s where s.source_id = v.source_id) returning v.id`,
      [source, now],
    );
    return rows.length;
  }

  /** Proposes the pairs of look-alikes that these places make. */
  async proposeDuplicates(): Promise<number> {
    const touched = await this.db.one<{ n: number }>('select count(*)::int as n from venue_import_touched');
    // A table filled in this very transaction is still empty for the planner, which would compare every place with every other.
    if (touched!.n > MANY) await this.db.query('analyze venues.venue, venue_import_touched');
    return this.duplicates.propose('select venue_id from venue_import_touched');
  }

  /** The first rows that made such a pair, each with its likeliest twin. */
  lookAlikes(limit: number): Promise<LookAlike[]> {
    return this.db.query<LookAlike>(
      `select distinct on (t.row) t.row, v.source_id as "sourceId", o.name as other, d.distance_metres as metres
         from venue_import_touched t join venues.venue v on v.id = t.venue_id
         join venues.duplicate d on t.venue_id in (d.first_id, d.second_id) and d.status = 'proposed'
         join venues.venue o on o.id = case when d.first_id = v.id then d.second_id else d.first_id end
        order by t.row, d.score desc limit $1`,
      [limit],
    );
  }

  /** A commune lies in the middle of its places: no open reference at hand gives its coordinates. */
  async locateCommunes(): Promise<void> {
    await this.db.takesLong(LONG_SECONDS);
    const middles = await this.db.query<{ code: string; lat: number; lon: number }>(
      `select commune_code as code, avg(latitude) as lat, avg(longitude) as lon from venues.venue
        where latitude is not null
          and commune_code in (select v.commune_code from venues.venue v join venue_import_touched t on t.venue_id = v.id)
        group by commune_code`,
    );
    await this.communes.place(middles);
  }
}
