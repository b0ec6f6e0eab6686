import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Entry, type Finding, SeatReplay } from './seat-audit.rules';

export interface SeatVerdict {
  sessions: number;
  events: number;
  oversold: number;
  overtaken: number;
  unoffered: number;
}
export interface SeatFinding extends Finding {
  sessionId: string;
}

const BATCH = 2_000;
/** How many findings are told one by one; all are counted. */
const TOLD = 20;

/** Proves, from the ledger alone, that seats were given by the rule. One session at a time, by batches of lines: nothing is locked. */
@Injectable()
export class SeatAudit {
  constructor(private readonly db: Database) {}

  async run(): Promise<{ verdict: SeatVerdict; findings: SeatFinding[] }> {
    const verdict: SeatVerdict = { sessions: 0, events: 0, oversold: 0, overtaken: 0, unoffered: 0 };
    const findings: SeatFinding[] = [];
    let open = null as { sessionId: string; seats: SeatReplay } | null;
    const close = () => {
      if (!open) return;
      const { sessionId, seats } = open;
      seats.end();
      for (const finding of seats.findings) {
        verdict[finding.fault] += 1;
        if (findings.length < TOLD) findings.push({ ...finding, sessionId });
      }
    };
    for await (const { sessionId, ...entry } of this.entries()) {
      if (open?.sessionId !== sessionId) {
        close();
        open = { sessionId, seats: new SeatReplay() };
        verdict.sessions += 1;
      }
      open.seats.read(entry);
      verdict.events += 1;
    }
    close();
    return { verdict, findings };
  }

  private async *entries(): AsyncGenerator<Entry & { sessionId: string }> {
    let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', -1];
    for (;;) {
      const rows = await this.db.query<Entry & { sessionId: string }>(
        `select session_id as "sessionId", seq, kind, enrolment_id as "enrolmentId", from_status as "fromStatus", to_status as "toStatus", capacity, taken, tx, offers, detail
           from training.seat_entry where (session_id, seq) > ($1::uuid, $2::int) order by session_id, seq limit ${BATCH}`,
        [...after],
      );
      yield* rows;
      if (rows.length < BATCH) return;
      const { sessionId, seq } = rows.at(-1)!;
      after = [sessionId, seq];
    }
  }
}
