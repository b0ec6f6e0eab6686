import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import type { Candidate, Known } from './batch';

const OURS = ['id', 'status', 'operatorId', 'version'];
const LASTING = ['source', 'sourceId', 'slug'];

export interface Existing {
  sourceId: string;
  contentHash: string | null;
  operated: boolean;
}

/** The statements of an import: a handful per thousand rows. */
@Injectable()
export class VenueImportStore {
  constructor(private readonly db: Database) {}

  existing(source: string, sourceIds: string[]): Promise<Existing[]> {
    return this.db.query<Existing>(
      `select source_id as "sourceId", content_hash as "contentHash", operator_id is not null as operated
         from venues.venue where source = $1 and source_id = any($2) order by id for no key update`,
      [source, sourceIds],
    );
  }

  namesakes(searchTexts: string[]): Promise<Known[]> {
    return this.db.query<Known>(
      `select source, source_id as "sourceId", name, search_text as "searchText", latitude, longitude
         from venues.venue where search_text = any($1) order by id`,
      [searchTexts],
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
    await this.db.query(
      'create temp table if not exists venue_import_seen (source_id text primary key) on commit drop',
    );
    const rows = await this.db.query<{ source_id: string }>(
      'insert into venue_import_seen select distinct unnest($1::text[]) on conflict do nothing returning source_id',
      [sourceIds],
    );
    return new Set(rows.map(({ source_id }) => source_id));
  }

  /** Adds the new places, published: a directory is public. A known place keeps its slug, status and operator. */
  async upsert(places: Candidate[]): Promise<void> {
    if (!places.length) return;
    const columns = this.db.source
      .getMetadata(Venue)
      .columns.map(({ databaseName, propertyName }) => ({ name: databaseName, property: propertyName }))
      .filter(({ property }) => !OURS.includes(property));
    const rows = places.map((place) =>
      Object.fromEntries(columns.map(({ name, property }) => [name, place[property as keyof Candidate]])),
    );
    const names = columns.map(({ name }) => name).join(', ');
    const changes = columns
      .filter(({ property }) => !LASTING.includes(property))
      .map(({ name }) => `${name} = excluded.${name}`);
    await this.db.query(
      `insert into venues.venue (${names}, status) select ${names}, 'published' from jsonb_populate_recordset(null::venues.venue, $1::jsonb)
       on conflict (source, source_id) do update set version = venue.version + 1, ${changes.join(', ')}`,
      [JSON.stringify(rows)],
    );
  }
}
