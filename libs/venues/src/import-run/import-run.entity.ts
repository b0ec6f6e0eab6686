import { constraintProblem, invariant, nameNoun } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Coverage } from '../import/coverage.rules';
import type { ImportReport } from '../import/import-report';
import type { RunStatus } from './run.rules';

/** A list of places sent from the screen: read once to say what it would change, then applied. */
@Entity({ schema: 'venues', name: 'import_run' })
@Check('ck_import_run_status', `status in ('received', 'checking', 'checked', 'applying', 'applied', 'cancelled', 'failed')`)
@Check('ck_import_run_coverage', `coverage in ('complete', 'partial')`)
@Check('ck_import_run_ended', `(status in ('applied', 'cancelled', 'failed')) = (ended_at is not null)`)
@Check('ck_import_run_report', `status not in ('checked', 'applying', 'applied') or report is not null`)
@Check('ck_import_run_problem', `(status = 'failed') = (problem is not null)`)
@Index('uq_import_run_applying', ['producer'], { unique: true, where: `status = 'applying'` })
@Index('ix_import_run_due', ['id'], { where: `status in ('received', 'checking', 'applying')` })
export class ImportRun {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('text') producer: string;
  @Column('text') licence: string;
  @Column('text', { nullable: true }) sourceUrl: string | null;
  @Column('text') fileName: string;
  @Column('bigint') fileBytes: string;
  @Column('text', { default: 'received' }) status: RunStatus;
  @Column('text', { nullable: true }) coverage: Coverage | null;
  @Column('integer', { default: 0 }) rowsRead: number;
  /** Times a worker began; a killed one is followed by another when its lease is over. */
  @Column('integer', { default: 0 }) attempts: number;
  @Column('timestamptz', { nullable: true }) leasedUntil: Date | null;
  /** What reading it found, or what applying it did. */
  @Column('jsonb', { nullable: true }) report: ImportReport | null;
  @Column('text', { nullable: true }) problem: string | null;
  @Column('uuid') askedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A refusal, or a remark, of one row of the list. */
@Entity({ schema: 'venues', name: 'import_finding' })
export class ImportFinding {
  @ForeignKey(() => ImportRun, { onDelete: 'CASCADE' }) @PrimaryColumn('uuid') runId: string;
  @PrimaryColumn('boolean') refused: boolean;
  @PrimaryColumn('integer') seq: number;
  @Column('integer') row: number;
  @Column('text') sourceId: string;
  @Column('text', { nullable: true }) field: string | null;
  @Column('text') value: string;
  @Column('text') code: string;
  @Column('text') message: string;
}

nameNoun('import', 'Cette liste');
constraintProblem(
  'uq_import_run_applying',
  409,
  'import.busy',
  'Une autre liste de ce producteur est en cours d’application. Attendez qu’elle soit finie.',
);

invariant(
  'venues.import_says_what_it_found',
  'Une liste relue dit combien de ses lignes sont acceptées, changées, inchangées ou refusées',
  `select id from venues.import_run where status in ('checked', 'applying', 'applied')
      and (report->>'rows')::int <> (report->>'accepted')::int + (report->>'changed')::int + (report->>'unchanged')::int + (report->>'refused')::int`,
);
