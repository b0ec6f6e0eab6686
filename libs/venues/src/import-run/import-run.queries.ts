import { cursorId, cursorKey, Database, notFound, page, PageQuery } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FindingPage, FindingSearch, FindingView, ImportRunPage, ImportRunView } from './import-run.dto';
import { runActions } from './run.rules';

const RUN = `select r.id, r.producer, r.licence, r.source_url as "sourceUrl", r.file_name as "fileName", r.file_bytes::float8 as "fileBytes", r.status, r.coverage,
    r.rows_read as "rowsRead", r.report - 'codes' - 'applied' as report, r.problem, p.given_name || ' ' || p.family_name as "askedBy", r.created_at as "createdAt", r.ended_at as "endedAt"
  from venues.import_run r join identity.person p on p.id = r.asked_by`;
const FINDING = `row, source_id as "sourceId", field, value, code, message`;
const MANY = 1000;

@Injectable()
export class ImportRunQueries {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  async list({ limit, cursor }: PageQuery): Promise<ImportRunPage> {
    const rows = await this.db.query<ImportRunView>(
      `${RUN} where ($1::uuid is null or r.id < $1) order by r.id desc limit $2`,
      [cursorId(cursor), limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(withActions), nextCursor };
  }

  async read(id: string): Promise<ImportRunView> {
    const row = await this.db.one<ImportRunView>(`${RUN} where r.id = $1`, [id]);
    if (!row) throw notFound('import');
    return withActions(row);
  }

  /** In the order of the file. */
  async findings(runId: string, { refused, code, limit, cursor }: FindingSearch): Promise<FindingPage> {
    await this.read(runId);
    const rows = await this.db.query<FindingView & { seq: number }>(
      `select seq, ${FINDING} from venues.import_finding
        where run_id = $1 and refused = $2 and seq > $3 and ($4::text is null or code = $4) order by seq limit $5`,
      [runId, refused, Number(cursorKey(cursor, 'number')?.[0] ?? 0), code ?? null, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ seq }) => [seq]);
    return { items: items.map(({ seq: _seq, ...shown }) => shown), nextCursor };
  }

  /** Every refusal, a thousand at a time. */
  async *refusals(runId: string): AsyncGenerator<FindingView> {
    for (let after = 0; ; ) {
      const rows = await this.db.query<FindingView & { seq: number }>(
        `select seq, ${FINDING} from venues.import_finding where run_id = $1 and refused and seq > $2 order by seq limit ${MANY}`,
        [runId, after],
      );
      yield* rows;
      if (rows.length < MANY) return;
      after = rows.at(-1)!.seq;
    }
  }
}

const withActions = (row: ImportRunView): ImportRunView => ({ ...row, actions: runActions(row.status) });
