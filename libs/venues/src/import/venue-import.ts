import { createReadStream } from 'node:fs';
import { Audit, Clock, Database, type Actor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { candidate, type Candidate, otherSlug } from './batch';
import { type Coverage, looksPartial, partialProblem } from './coverage.rules';
import { finding } from './finding';
import { FindingSpool, type RowFinding } from './finding-spool';
import { type ImportReport, ReportBuilder } from './import-report';
import { checkProducer } from './producer.rules';
import { readRow } from './row.rules';
import { standardRows } from './standard-rows';
import { VenueImportStore } from './venue-import.store';

export interface ImportRequest {
  path?: string;
  stream?: AsyncIterable<Uint8Array>;
  /** Short name of the directory; identifiers are unique within it. */
  producer: string;
  /** Without it, nothing is kept: the same work is done, then undone. */
  apply?: boolean;
  /** Left out, the list is complete unless it looks partial, which an application then refuses. */
  coverage?: Coverage;
  actor?: Actor | null;
  onProgress?: (rows: number) => void | Promise<void>;
  /** Last in the transaction of an application: throwing undoes it. */
  beforeCommit?: (report: ImportReport) => Promise<void>;
  /** Reads what was found, all refusals and the first remarks, in the order of the file; nothing of it is kept afterwards. */
  onFindings?: (findings: AsyncIterable<RowFinding>, report: ImportReport) => Promise<void>;
}

const BATCH = 1000;
const LOOK_ALIKES = 200;

class DryRun extends Error {}

/** Places of a directory at the national standard v1.0.2: all that can be read is kept in one transaction, or nothing is. */
@Injectable()
export class VenueImport {
  constructor(
    private readonly db: Database,
    private readonly store: VenueImportStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(request: ImportRequest): Promise<ImportReport> {
    checkProducer(request.producer);
    if (this.db.inTransaction) throw new Error('an import is a transaction of its own');
    const spool = await FindingSpool.open();
    try {
      const report = await this.runInto(spool, request);
      await request.onFindings?.(spool.read(), report);
      return report;
    } finally {
      await spool.remove();
    }
  }

  private async runInto(spool: FindingSpool, request: ImportRequest): Promise<ImportReport> {
    const { producer, apply = false, actor = null } = request;
    const report = new ReportBuilder(spool);
    try {
      await this.db.tx(async () => {
        await this.store.open(producer);
        await this.readAll(spool, request, report);
        await this.flagGone(request, report);
        await this.proposeDuplicates(report);
        await spool.settle();
        if (!apply) throw new DryRun();
        await this.store.locateCommunes();
        await this.audit.record({
          actor,
          action: 'venues.venue.imported',
          subjectType: 'directory',
          subjectId: producer,
          detail: { ...report.report(true) },
        });
        await request.beforeCommit?.(report.report(true));
      });
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
    }
    return report.report(apply);
  }

  private async readAll(
    spool: FindingSpool,
    { path, stream, producer, onProgress }: ImportRequest,
    report: ReportBuilder,
  ): Promise<void> {
    const source = stream ?? (path === undefined ? undefined : createReadStream(path));
    if (!source) throw new Error('a path or a stream is needed');
    let batch: Candidate[] = [];
    let met: string[] = [];
    let rows = 0;
    const flush = async () => {
      await this.keep(batch, met, producer, report);
      [batch, met] = [[], []];
      await spool.settle();
      await onProgress?.(rows);
    };
    for await (const read of standardRows(source)) {
      rows += 1;
      report.count('rows');
      if ('fault' in read) report.refuse(read.row, '', [read.fault]);
      else {
        const { sourceId, place, refusals, warnings } = readRow(read.values);
        report.remark(read.row, sourceId, warnings);
        if (!refusals.length) batch.push(candidate(read.row, producer, sourceId, place));
        else {
          report.refuse(read.row, sourceId, refusals);
          if (sourceId) met.push(sourceId);
        }
      }
      if (rows % BATCH === 0) await flush();
    }
    await flush();
  }

  /** `met` are the places of the list whose row is refused: they are not gone for all that. */
  private async keep(batch: Candidate[], met: string[], producer: string, report: ReportBuilder): Promise<void> {
    const ids = batch.map(({ sourceId }) => sourceId);
    const firstSeen = await this.store.firstSeen(ids);
    await this.store.firstSeen(met);
    const known = new Map((await this.store.existing(producer, ids)).map((place) => [place.sourceId, place]));
    const added: Candidate[] = [];
    const changed: Candidate[] = [];
    for (const place of batch) {
      const before = known.get(place.sourceId);
      if (!firstSeen.delete(place.sourceId))
        report.refuse(place.row, place.sourceId, [finding('row.id_repeated', 'id', place.sourceId)]);
      else if (!before) added.push(place);
      else if (before.contentHash === place.contentHash) report.count('unchanged');
      else if (before.operated) {
        report.count('unchanged');
        report.remark(place.row, place.sourceId, [finding('row.operator_holds', null)]);
      } else {
        changed.push(place);
        if (before.merged) report.remark(place.row, place.sourceId, [finding('row.merged', null)]);
      }
    }
    await this.nameApart(added);
    await this.store.upsert([...added, ...changed]);
    report.count('accepted', added.length);
    report.count('changed', changed.length);
  }

  /** A place that its producer no longer lists is told to those who manage places, and never removed. */
  private async flagGone({ producer, apply, coverage }: ImportRequest, report: ReportBuilder): Promise<void> {
    report.count('returned', await this.store.unflagReturned(producer));
    if (coverage === 'partial') return;
    const { known, missing, unflagged } = await this.store.missing(producer);
    report.looksPartial = coverage === undefined && looksPartial(unflagged, known);
    if (apply && report.looksPartial) throw partialProblem(missing, known);
    report.count('gone', await this.store.flagGone(producer, this.clock.now()));
  }

  private async nameApart(added: Candidate[]): Promise<void> {
    const taken = new Set(await this.store.takenSlugs(added.map(({ slug }) => slug)));
    for (const place of added) {
      if (taken.has(place.slug)) place.slug = otherSlug(place);
      taken.add(place.slug);
    }
  }

  private async proposeDuplicates(report: ReportBuilder): Promise<void> {
    report.count('duplicates', await this.store.proposeDuplicates());
    for (const { row, sourceId, other, metres } of await this.store.lookAlikes(LOOK_ALIKES))
      report.remark(row, sourceId, [
        finding('row.possible_duplicate', 'nom', other, metres === null ? 'distance inconnue' : `à ${metres} m`),
      ]);
  }
}
