import type { Finding, FindingCode } from './finding';

export interface RowFinding extends Finding {
  row: number;
  id: string;
  refused: boolean;
}

export interface ImportReport {
  rows: number;
  /** New places. */
  accepted: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Rows that look like a place already known under another identifier; imported all the same, for a person to judge. */
  duplicates: number;
  applied: boolean;
  /** How many times each thing was said. */
  codes: Partial<Record<FindingCode, number>>;
  /** The first of them, refusals before the rest. */
  findings: RowFinding[];
}

export const MAX_FINDINGS = 1000;

/** Counts everything, and keeps enough to show: memory does not grow with the file. */
export class ReportBuilder {
  private readonly counts = { rows: 0, accepted: 0, changed: 0, unchanged: 0, refused: 0, duplicates: 0 };
  private readonly codes: Partial<Record<FindingCode, number>> = {};
  private readonly refusals: RowFinding[] = [];
  private readonly remarks: RowFinding[] = [];

  count(what: keyof typeof this.counts): void {
    this.counts[what] += 1;
  }

  refuse(row: number, id: string, findings: Finding[]): void {
    this.count('refused');
    this.add(this.refusals, row, id, findings, true);
  }

  remark(row: number, id: string, findings: Finding[]): void {
    this.add(this.remarks, row, id, findings, false);
  }

  private add(kept: RowFinding[], row: number, id: string, findings: Finding[], refused: boolean): void {
    for (const said of findings) {
      this.codes[said.code] = (this.codes[said.code] ?? 0) + 1;
      if (kept.length < MAX_FINDINGS) kept.push({ row, id, refused, ...said });
    }
  }

  report(applied: boolean): ImportReport {
    return {
      ...this.counts,
      applied,
      codes: { ...this.codes },
      findings: [...this.refusals, ...this.remarks].slice(0, MAX_FINDINGS),
    };
  }
}
