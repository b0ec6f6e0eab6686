import { Database, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Format, type Run, selectOf } from './open-data.rules';
import { OpenDataSource } from './open-data.dto';

/** Rows read at once: what a process holds of an export, about ten megabytes. */
const RUN = 20_000;

export interface Revision {
  revision: string;
  changedAt: Date | null;
}

@Injectable()
export class OpenDataQueries {
  constructor(private readonly db: Database) {}

  /** Changes with every transaction that wrote places, and only then. */
  async revision(): Promise<Revision> {
    const found = await this.db.one<Revision>(
      'select coalesce(sum(changes), 0)::text as revision, max(changed_at) as "changedAt" from venues.directory_change',
    );
    return found!;
  }

  /** Keeps the sum of the log, and one line of it. */
  @OnJob('venues.condense_changes')
  async condense(): Promise<void> {
    await this.db.query(
      `with gone as (delete from venues.directory_change where xid < pg_snapshot_xmin(pg_current_snapshot()) returning changes, changed_at)
       insert into venues.directory_change (changes, changed_at) select sum(changes), max(changed_at) from gone having count(*) > 0`,
    );
  }

  /** Who the places come from, how many, and how fresh. */
  sources(): Promise<OpenDataSource[]> {
    return this.db.query<OpenDataSource>(
      `select source as name, count(*)::int as places, max(date_maj)::text as "updatedOn" from venues.open_place group by source order by count(*) desc, source`,
    );
  }

  /** How many are published, and how many of these the standard can tell. */
  async counts(): Promise<{ published: number; places: number; located: number }> {
    const found = await this.db.one<{ published: number; places: number; located: number }>(
      `select (select count(*)::int from venues.venue where status = 'published') as published, count(*)::int as places, count(latitude)::int as located from venues.open_place`,
    );
    return found!;
  }

  /** Ids that cut the places in runs of twenty thousand, in order. */
  async runs(): Promise<Run[]> {
    const cuts = await this.db.query<{ id: string }>(
      `select id from (select id, row_number() over (order by id) as n from venues.venue where status = 'published') numbered where n % ${RUN} = 0 order by id`,
    );
    const ids = cuts.map(({ id }) => id);
    return [null, ...ids].map((after, index) => ({ after, upTo: ids[index] ?? null }));
  }

  /** One run as PostgreSQL writes it; the connection is given back before anything is sent. */
  async copy(format: Format, run: Run, header: boolean): Promise<Buffer> {
    const options = format === 'csv' ? `format csv, header ${header}` : 'format text';
    const runner = this.db.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      const chunks: Buffer[] = [];
      for await (const chunk of client.query(copyTo(`copy (${selectOf(format, run)}) to stdout (${options})`)))
        chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    } finally {
      await runner.release();
    }
  }
}
