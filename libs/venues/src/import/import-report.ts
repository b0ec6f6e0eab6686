import type { Finding, FindingCode } from './finding';
import type { FindingSpool } from './finding-spool';

export interface ImportReport {
  rows: number;
  /** New places. */
  accepted: number;
  changed: number;
  unchanged: number;
  /** Rows refused; a row may be so for several reasons. */
  refused: number;
  /** Places of this list that look like another place; imported all the same, for a person to judge. */
  duplicates: number;
  /** Places of the producer that its list no longer has, and places that are back in it. */
  gone: number;
  returned: number;
  /** So many places are missing that the list may be a part of it: see `Coverage`. */
  looksPartial: boolean;
  applied: boolean;
  /** How many times each thing was said. */
  codes: Partial<Record<FindingCode, number>>;
}

/** Remarks of each kind kept beside the refusals, which are all kept. */
const MAX_REMARKS = 200;

/** Counts everything; what was found goes to the spool, so that memory does not grow with the file. */
export class ReportBuilder {
  private readonly counts = {
    rows: 0,
    accepted: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    duplicates: 0,
    gone: 0,
    returned: 0,
  };
  private readonly codes: Partial<Record<FindingCode, number>> = {};
  looksPartial = false;

  constructor(private readonly spool: FindingSpool) {}

  count(what: keyof typeof this.counts, n = 1): void {
    this.counts[what] += n;
  }

  refuse(row: number, id: string, findings: Finding[]): void {
    this.count('refused');
    this.add(row, id, findings, true);
  }

  remark(row: number, id: string, findings: Finding[]): void {
    this.add(row, id, findings, false);
  }

  private add(row: number, id: string, findings: Finding[], refused: boolean): void {
    for (const said of findings) {
      const times = (this.codes[said.code] ?? 0) + 1;
      this.codes[said.code] = times;
      if (refused || times <= MAX_REMARKS) this.spool.add({ row, id, refused, ...said });
    }
  }

  report(applied: boolean): ImportReport {
    return { ...this.counts, looksPartial: this.looksPartial, applied, codes: { ...this.codes } };
  }
}
