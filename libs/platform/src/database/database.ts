import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, EntityManager } from 'typeorm';
import { plannedOnce, silenceAfter } from './data-source';

/** The ambient transaction: whatever runs inside `tx` shares it, however deep. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private planned: Pool | undefined;

  constructor(readonly source: DataSource) {}

  /** The entity manager of the current transaction, or the plain one outside of any. */
  get em(): EntityManager {
    return this.current.getStore() ?? this.source.manager;
  }

  get inTransaction(): boolean {
    return this.current.getStore() !== undefined;
  }

  /** Opens a transaction, or joins the current one. Commits when `work` resolves, rolls back when it throws. */
  tx<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return this.source.transaction((manager) => this.current.run(manager, work));
  }

  /** Rows of one SQL statement; for a writing statement, the rows of its RETURNING. */
  async query<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    const answer: unknown = await this.em.query(sql, params);
    // TypeORM answers [rows, count] to UPDATE and DELETE, rows to everything else.
    if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number')
      return answer[0] as T[];
    return answer as T[];
  }

  /** The same outside of the current transaction: seen by others at once, and kept whatever becomes of it. */
  apart<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.current.exit(() => this.query<T>(sql, params));
  }

  /** Lets each statement of the current transaction last so long: more than those of a request. */
  async takesLong(seconds: number): Promise<void> {
    await this.query(`set local statement_timeout = '${seconds}s'`);
    const { connection } = (await this.em.queryRunner!.connect()) as { connection: { stream: Socket } };
    connection.stream.setTimeout(silenceAfter(seconds * 1_000));
  }

  /** Rows of a statement of fixed text that most requests make, outside of any transaction: each connection plans it once, under its `name`. */
  async prepared<T = Record<string, unknown>>(name: string, text: string, values: unknown[]): Promise<T[]> {
    this.planned ??= plannedOnce(this.source);
    return (await this.planned.query<T & object>({ name, text, values })).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.planned?.end();
  }

  /** The only row, or undefined. */
  async one<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, params))[0];
  }
}
