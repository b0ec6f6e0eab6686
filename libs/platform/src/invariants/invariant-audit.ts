import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { invariants } from './invariants';

export interface InvariantResult {
  name: string;
  description: string;
  violations: number;
  examples: unknown[];
}

/** Reads the whole database, in one read-only snapshot, against every declared invariant. */
@Injectable()
export class InvariantAudit {
  constructor(private readonly db: Database) {}

  run(): Promise<InvariantResult[]> {
    return this.db.tx(async () => {
      await this.db.query('set transaction isolation level repeatable read read only');
      await this.db.takesLong(60);
      const results: InvariantResult[] = [];
      for (const { name, description, sql } of invariants()) {
        const rows = await this.db.query(`select * from (${sql}) as violation limit 1000`);
        results.push({ name, description, violations: rows.length, examples: rows.slice(0, 3) });
      }
      return results;
    });
  }
}
