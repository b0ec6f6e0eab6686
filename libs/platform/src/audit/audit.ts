import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Actor } from '../http/actor';
import { OnJob } from '../jobs/handlers';

export interface AuditFact {
  actor: Actor | null;
  action: string;
  subjectType: string;
  subjectId: string;
  detail?: Record<string, unknown>;
}

export interface AuditVerdict {
  ok: boolean;
  blocks: number;
  entries: number;
  unchained: number;
  /** First block whose content or link is not what was sealed. */
  brokenAt: number | null;
}

const GENESIS = '0'.repeat(64);
const BATCH = 1000;
const LOCK = 2015_10_01;
// jsonb writes its keys in one order, so the same row always reads the same.
const ENTRY = "(to_jsonb(e) - 'block_seq')::text as line";

const seal = (previous: string, lines: { line: string }[]): string => {
  const hash = createHash('sha256').update(previous);
  for (const { line } of lines) hash.update('\n').update(line);
  return hash.digest('hex');
};

@Injectable()
export class Audit {
  constructor(private readonly db: Database) {}

  /** Adds an entry in the current transaction. */
  async record({ actor, action, subjectType, subjectId, detail = {} }: AuditFact): Promise<void> {
    await this.db.query(
      'insert into platform.audit_entry (actor_id, action, subject_type, subject_id, detail) values ($1, $2, $3, $4, $5)',
      [actor?.personId ?? null, action, subjectType, subjectId, detail],
    );
  }

  /** Seals the entries written since the last block; one sealer at a time. */
  @OnJob('platform.chain_audit')
  async chain(): Promise<void> {
    while ((await this.chainOnce()) === BATCH);
  }

  private chainOnce(): Promise<number> {
    return this.db.tx(async () => {
      await this.db.query('select pg_advisory_xact_lock($1)', [LOCK]);
      await this.db.query("set local timezone = 'UTC'");
      const lines = await this.db.query<{ id: string; line: string }>(
        `select id, ${ENTRY} from platform.audit_entry e where block_seq is null order by id limit ${BATCH}`,
      );
      if (!lines.length) return 0;
      const last = await this.db.one<{ seq: string; hash: string }>('select seq, hash from platform.audit_block order by seq desc limit 1');
      const seq = Number(last?.seq ?? 0) + 1;
      const previous = last?.hash ?? GENESIS;
      await this.db.query('insert into platform.audit_block (seq, previous_hash, hash, entries) values ($1, $2, $3, $4)', [
        seq, previous, seal(previous, lines), lines.length,
      ]);
      await this.db.query('update platform.audit_entry set block_seq = $1 where id = any($2)', [seq, lines.map(({ id }) => id)]);
      return lines.length;
    });
  }

  /** Reads the whole chain again, block by block. */
  verify(): Promise<AuditVerdict> {
    return this.db.tx(async () => {
      await this.db.query('set transaction isolation level repeatable read read only');
      await this.db.query("set local timezone = 'UTC'");
      const blocks = await this.db.query<{ seq: string; previous_hash: string; hash: string; entries: number }>(
        'select seq, previous_hash, hash, entries from platform.audit_block order by seq',
      );
      let previous = GENESIS;
      let entries = 0;
      let brokenAt: number | null = null;
      for (const [index, block] of blocks.entries()) {
        const lines = await this.db.query<{ line: string }>(
          `select ${ENTRY} from platform.audit_entry e where block_seq = $1 order by id`,
          [block.seq],
        );
        const intact =
          Number(block.seq) === index + 1 && block.previous_hash === previous && lines.length === block.entries && seal(previous, lines) === block.hash;
        if (!intact) {
          brokenAt = Number(block.seq);
          break;
        }
        previous = block.hash;
        entries += lines.length;
      }
      const unchained = await this.db.one<{ n: number }>('select count(*)::int as n from platform.audit_entry where block_seq is null');
      return { ok: brokenAt === null, blocks: blocks.length, entries, unchained: unchained!.n, brokenAt };
    });
  }
}
