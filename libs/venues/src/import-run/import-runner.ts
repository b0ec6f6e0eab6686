import { Clock, Database, OnJob, Problem, Storage } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import type { RowFinding } from '../import/finding-spool';
import type { ImportReport } from '../import/import-report';
import { VenueImport } from '../import/venue-import';
import type { ImportRun } from './import-run.entity';
import { keyOf } from './import-run.service';

type Claimed = Pick<ImportRun, 'id' | 'status' | 'producer' | 'coverage' | 'attempts'>;

const LEASE = `interval '2 minutes'`;
const ATTEMPTS = 3;
const MANY = 1000;

class Stopped extends Error {}

/**
 * Reads and applies the lists that wait, one after the other. What is going on holds a lease, renewed as rows are read: when a
 * worker is killed its transaction is undone by PostgreSQL, and another one begins again once the lease is over.
 */
@Injectable()
export class ImportRunner {
  private readonly logger = new Logger('Imports');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly imports: VenueImport,
  ) {}

  @OnJob('venues.read_imports')
  async sweep(): Promise<void> {
    for (let run = await this.claim(); run; run = await this.claim()) await this.handle(run);
  }

  /** Lists that nobody will look at any more: their findings may hold what people wrote. */
  @OnJob('venues.forget_imports')
  async forget(): Promise<void> {
    const old = await this.db.query<{ id: string }>(
      `delete from venues.import_finding f using venues.import_run r
        where r.id = f.run_id and r.ended_at < $1::timestamptz - interval '90 days' returning r.id`,
      [this.clock.now()],
    );
    const idle = await this.db.query<{ id: string }>(
      `update venues.import_run set status = 'cancelled', ended_at = $1 where status = 'checked' and created_at < $1::timestamptz - interval '30 days' returning id`,
      [this.clock.now()],
    );
    for (const id of new Set([...old, ...idle].map((row) => row.id))) await this.storage.delete(keyOf(id));
  }

  private async claim(): Promise<Claimed | undefined> {
    return this.db.one<Claimed>(
      `update venues.import_run set status = case status when 'received' then 'checking' else status end,
              attempts = attempts + 1, rows_read = 0, leased_until = $1::timestamptz + ${LEASE}
        where id = (select id from venues.import_run where status in ('received', 'checking', 'applying')
                       and (leased_until is null or leased_until < $1) order by id for update skip locked limit 1)
       returning id, status, producer, coverage, attempts`,
      [this.clock.now()],
    );
  }

  private async handle(run: Claimed): Promise<void> {
    try {
      if (run.attempts > ATTEMPTS) throw new Problem(500, 'import.interrupted', 'La lecture a été interrompue plusieurs fois. Envoyez la liste de nouveau.');
      await this.read(run);
    } catch (error) {
      if (error instanceof Stopped) return;
      if (!(error instanceof Problem)) throw error; // tried again when the lease is over
      if (error.code === 'import.busy') return this.giveBack(run);
      await this.fail(run, error);
    }
  }

  private async read({ id, status, producer, coverage }: Claimed): Promise<void> {
    const stream = await this.storage.read(keyOf(id));
    if (!stream) throw new Problem(410, 'import.no_file', 'Le fichier n’est plus là. Envoyez la liste de nouveau.');
    const apply = status === 'applying';
    await this.imports.run({
      stream,
      producer,
      apply,
      coverage: coverage ?? undefined,
      onProgress: (rows) => this.progress(id, rows),
      beforeCommit: (report) => this.end(id, 'applying', 'applied', report),
      onFindings: async (findings, report) => {
        await this.keepFindings(id, findings);
        if (!apply) await this.end(id, 'checking', 'checked', report);
      },
    });
    if (apply) await this.storage.delete(keyOf(id));
  }

  /** Outside of the import's transaction, so that it is seen at once; stops the import when somebody cancelled it. */
  private async progress(id: string, rows: number): Promise<void> {
    const going = await this.db.apart<{ id: string }>(
      `update venues.import_run set rows_read = $2, leased_until = $3::timestamptz + ${LEASE} where id = $1 and status in ('checking', 'applying') returning id`,
      [id, rows, this.clock.now()],
    );
    if (!going.length) throw new Stopped();
  }

  /** In the import's transaction when it is applied: the places and the news of it are one. */
  private async end(id: string, from: 'checking' | 'applying', to: 'checked' | 'applied', report: ImportReport): Promise<void> {
    const ended = await this.db.query(
      `update venues.import_run set status = $3, report = $4, rows_read = $5, leased_until = null, attempts = 0, ended_at = $6 where id = $1 and status = $2 returning id`,
      [id, from, to, JSON.stringify(report), report.rows, to === 'applied' ? this.clock.now() : null],
    );
    if (!ended.length) throw new Stopped();
  }

  private async keepFindings(runId: string, findings: AsyncIterable<RowFinding>): Promise<void> {
    await this.db.query('delete from venues.import_finding where run_id = $1', [runId]);
    let seq = 0;
    let some: (RowFinding & { seq: number })[] = [];
    const flush = async () => {
      await this.db.query(
        `insert into venues.import_finding (run_id, seq, row, source_id, refused, field, value, code, message)
         select $1, seq, row, id, refused, field, value, code, message
           from jsonb_to_recordset($2::jsonb) as f(seq int, row int, id text, refused boolean, field text, value text, code text, message text)`,
        [runId, JSON.stringify(some)],
      );
      some = [];
    };
    for await (const found of findings) if (some.push({ ...found, seq: (seq += 1) }) === MANY) await flush();
    await flush();
  }

  /** Another list of the producer is being read: this one waits for its turn. */
  private async giveBack({ id }: Claimed): Promise<void> {
    await this.db.query(
      `update venues.import_run set attempts = attempts - 1, leased_until = $2::timestamptz + interval '10 seconds' where id = $1 and status in ('checking', 'applying')`,
      [id, this.clock.now()],
    );
  }

  private async fail({ id }: Claimed, { code, detail }: Problem): Promise<void> {
    this.logger.warn({ run: id, code }, 'import failed');
    await this.db.query(
      `update venues.import_run set status = 'failed', problem = $2, leased_until = null, ended_at = $3 where id = $1 and status in ('checking', 'applying')`,
      [id, detail, this.clock.now()],
    );
    await this.storage.delete(keyOf(id));
  }
}
