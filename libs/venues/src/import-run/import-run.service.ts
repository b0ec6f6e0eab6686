import { Actor, Audit, Clock, Database, notFound, Problem, Storage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { boundedFile } from '../import/file-limits';
import { partialProblem } from '../import/coverage.rules';
import { checkProducer } from '../import/producer.rules';
import { isWebAddress } from '../venue/value.rules';
import { ApplyImport, ImportRunView, NewImport } from './import-run.dto';
import { ImportRun } from './import-run.entity';
import { ImportRunQueries } from './import-run.queries';
import { runLife } from './run.rules';

export interface SentFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

export const keyOf = (runId: string): string => `imports/${runId}`;

/** Lists of places sent from the screen. The worker reads them. */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly queries: ImportRunQueries,
  ) {}

  /** Keeps the file, refused by its first bytes or as soon as it is too long, then lets the worker read it. */
  async receive(actor: Actor, { producer, licence, sourceUrl }: NewImport, { name, content }: SentFile): Promise<ImportRunView> {
    checkNew({ producer, licence, sourceUrl });
    const { id } = (await this.db.one<{ id: string }>('select uuidv7() as id'))!;
    const fileBytes = await this.storage.write(keyOf(id), boundedFile(content));
    await this.keep(id, async () => {
      await this.db.em.insert(ImportRun, {
        id, producer, licence, sourceUrl, fileName: name.slice(-200), fileBytes: String(fileBytes), askedBy: actor.personId, createdAt: this.clock.now(),
      });
      await this.record(actor, 'received', id, { producer });
    });
    return this.queries.read(id);
  }

  /** A file that no list tells of would be kept for ever. */
  private async keep(id: string, write: () => Promise<void>): Promise<void> {
    try {
      await this.db.tx(write);
    } catch (error) {
      await this.storage.delete(keyOf(id));
      throw error;
    }
  }

  apply(actor: Actor, id: string, { coverage }: ApplyImport): Promise<ImportRunView> {
    return this.change(actor, id, 'apply', (run) => {
      const { looksPartial = false, gone = 0, rows = 0 } = run.report ?? {};
      if (looksPartial && coverage === undefined) throw partialProblem(gone, gone + rows);
      return { coverage: coverage ?? null, rowsRead: 0, attempts: 0, leasedUntil: null };
    });
  }

  /** Whatever is being read stops at its next thousand rows, and nothing of it is kept. */
  async cancel(actor: Actor, id: string): Promise<ImportRunView> {
    const run = await this.change(actor, id, 'cancel', () => ({ endedAt: this.clock.now(), leasedUntil: null }));
    await this.storage.delete(keyOf(id));
    return run;
  }

  private change(actor: Actor, id: string, action: 'apply' | 'cancel', decide: (run: ImportRun) => Partial<ImportRun>): Promise<ImportRunView> {
    return this.db.tx(async () => {
      const run = await this.db.em.findOne(ImportRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!run) throw notFound('import');
      const status = runLife.next(run.status, action);
      const { report: _report, ...change } = decide(run);
      await this.db.em.update(ImportRun, id, { ...change, status });
      await this.record(actor, action, id, { producer: run.producer });
      return this.queries.read(id);
    });
  }

  private record(actor: Actor, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action: `venues.import.${action}`, subjectType: 'import', subjectId, detail });
  }
}

function checkNew({ producer, licence, sourceUrl }: NewImport): void {
  checkProducer(producer);
  const errors = [
    ...(licence.trim().length < 2 || licence.length > 200
      ? [{ pointer: '/licence', code: 'import.licence', detail: 'Indiquez la licence de la liste (2 à 200 caractères).' }]
      : []),
    ...(sourceUrl !== null && !isWebAddress(sourceUrl)
      ? [{ pointer: '/sourceUrl', code: 'url.invalid', detail: 'Indiquez une adresse web complète, commençant par https://.' }]
      : []),
  ];
  if (errors.length) throw new Problem(422, 'request.invalid', 'Certaines informations sont à corriger.', { errors });
}
