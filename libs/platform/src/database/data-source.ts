import { Logger } from '@nestjs/common';
import { DataSource, DataSourceOptions, getMetadataArgsStorage } from 'typeorm';
import { ReadableNaming } from './naming-strategy';

interface Settings {
  url: string;
  pool?: number;
  migrations?: DataSourceOptions['migrations'];
}

/** The data source over every entity class loaded so far. Times out rather than hanging. */
export function dataSource({ url, pool = 20, migrations = [] }: Settings): DataSource {
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
    poolErrorHandler: (error: unknown) => new Logger('Database').warn({ err: error }, 'connexion inactive perdue'),
    extra: {
      max: pool,
      // A search reads many rows for few answers: memory rather than files, and no compiling of a statement that lasts milliseconds.
      options: '-c work_mem=16MB -c jit=off',
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
    },
  });
}
