import { createReadStream } from 'node:fs';
import { Audit, Database, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { OWN_SOURCE } from '../venue/venue.entity';
import { candidate, type Candidate, duplicateOf, type Known, otherSlug } from './batch';
import { csvRows } from './csv-rows';
import { finding } from './finding';
import { type ImportReport, ReportBuilder } from './import-report';
import { readRow } from './row.rules';
import { VenueImportStore } from './venue-import.store';

export interface ImportRequest {
  path?: string;
  stream?: AsyncIterable<Uint8Array>;
  /** Short name of the directory; identifiers are unique within it. */
  producer: string;
  /** Without it, nothing is kept: the same work is done, then undone. */
  apply?: boolean;
  onProgress?: (rows: number) => void;
}

const BATCH = 1000;

class DryRun extends Error {}

/** Places of a directory at the national standard v1.0.2: all that can be read is kept in one transaction, or nothing is. */
@Injectable()
export class VenueImport {
  constructor(
    private readonly db: Database,
    private readonly store: VenueImportStore,
    private readonly audit: Audit,
  ) {}

  async run({ path, stream, producer, apply = false, onProgress }: ImportRequest): Promise<ImportReport> {
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(producer) || producer === OWN_SOURCE)
      throw new Problem(
        422,
        'import.producer',
        'Le nom court du producteur compte des minuscules, des chiffres et des tirets.',
      );
    const source = stream ?? (path === undefined ? undefined : createReadStream(path));
    if (!source) throw new Error('a path or a stream is needed');
    if (this.db.inTransaction) throw new Error('an import is a transaction of its own');
    const report = new ReportBuilder();
    try {
      await this.db.tx(async () => {
        await this.readAll(source, producer, report, onProgress);
        if (!apply) throw new DryRun();
        const { findings: _findings, ...detail } = report.report(true);
        await this.audit.record({
          actor: null,
          action: 'venues.venue.imported',
          subjectType: 'directory',
          subjectId: producer,
          detail,
        });
      });
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
    }
    return report.report(apply);
  }

  private async readAll(
    source: AsyncIterable<Uint8Array>,
    producer: string,
    report: ReportBuilder,
    onProgress?: (rows: number) => void,
  ): Promise<void> {
    let batch: Candidate[] = [];
    let rows = 0;
    const flush = async () => {
      await this.keep(batch, producer, report);
      batch = [];
      onProgress?.(rows);
    };
    for await (const { row, values } of csvRows(source)) {
      rows += 1;
      report.count('rows');
      if (values === null) {
        report.refuse(row, '', [finding('row.columns', null)]);
        continue;
      }
      const { sourceId, place, refusals, warnings } = readRow(values);
      report.remark(row, sourceId, warnings);
      if (refusals.length) report.refuse(row, sourceId, refusals);
      else if (batch.push(candidate(row, producer, sourceId, place)) === BATCH) await flush();
    }
    await flush();
  }

  private async keep(batch: Candidate[], producer: string, report: ReportBuilder): Promise<void> {
    const ids = batch.map(({ sourceId }) => sourceId);
    const firstSeen = await this.store.firstSeen(ids);
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
      } else changed.push(place);
    }
    await this.nameApart(added);
    await this.proposeDuplicates(added, report);
    await this.store.upsert([...added, ...changed]);
    added.forEach(() => report.count('accepted'));
    changed.forEach(() => report.count('changed'));
  }

  private async nameApart(added: Candidate[]): Promise<void> {
    const taken = new Set(await this.store.takenSlugs(added.map(({ slug }) => slug)));
    for (const place of added) {
      if (taken.has(place.slug)) place.slug = otherSlug(place);
      taken.add(place.slug);
    }
  }

  private async proposeDuplicates(added: Candidate[], report: ReportBuilder): Promise<void> {
    const known = await this.store.namesakes(added.map(({ searchText }) => searchText));
    const namesakes = new Map<string, Known[]>();
    const remember = (place: Known) =>
      namesakes.set(place.searchText, [...(namesakes.get(place.searchText) ?? []), place]);
    known.forEach(remember);
    for (const place of added) {
      const found = duplicateOf(place, namesakes.get(place.searchText) ?? []);
      remember(place);
      if (!found) continue;
      report.count('duplicates');
      report.remark(place.row, place.sourceId, [found]);
    }
  }
}
