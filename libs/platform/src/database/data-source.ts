import { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource, DataSourceOptions, getMetadataArgsStorage } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { ReadableNaming } from './naming-strategy';

interface Settings {
  url: string;
  pool?: number;
  migrations?: DataSourceOptions['migrations'];
  /** A connection on which nothing has come for so long is given up; 0 waits for ever. */
  silenceMs?: number;
}

const STATEMENT_MS = 15_000;
/** PostgreSQL gives a statement up by itself, and says so: whoever has said nothing after that no longer answers. */
const MARGIN_MS = 5_000;
/** Of a connection, whose statements may last so long. */
export const silenceAfter = (statementMs: number): number => statementMs + MARGIN_MS;

const silent = () => Object.assign(new Error('PostgreSQL no longer answers'), { code: 'ETIMEDOUT' });
const wire = (silenceMs: number): Socket => {
  const socket = new Socket();
  return socket.setTimeout(silenceMs).on('timeout', () => socket.destroy(silent()));
};

const lost = (error: unknown) => new Logger('Database').warn({ err: error }, 'connexion inactive perdue');

/**
 * Connections like those of `source`, that plan each named statement once, whatever its values: left to itself, PostgreSQL plans anew
 * what it believes that a short array makes cheaper, and planning a statement takes longer than it.
 */
export function plannedOnce(source: DataSource): Pool {
  const { options } = (source.driver as PostgresDriver).master as Pool;
  return new Pool({ ...options, password: options.password, options: `${options.options} -c plan_cache_mode=force_generic_plan` }).on('error', lost);
}

/** The data source over every entity class loaded so far. Times out rather than hanging. */
export function dataSource({ url, pool = 20, migrations = [], silenceMs = silenceAfter(STATEMENT_MS) }: Settings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: getMetadataArgsStorage().tables.map(({ target }) => target),
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    namingStrategy: new ReadableNaming(),
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'relais',
    poolErrorHandler: lost,
    extra: {
      max: pool,
      // A search reads many rows for few answers: memory rather than files, and no compiling of a statement that lasts milliseconds.
      options: '-c work_mem=16MB -c jit=off',
      connectionTimeoutMillis: 5_000,
      stream: () => wire(silenceMs),
      idleTimeoutMillis: STATEMENT_MS,
      statement_timeout: STATEMENT_MS,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
    },
  });
}
