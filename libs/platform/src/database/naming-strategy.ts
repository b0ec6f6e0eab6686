import { DefaultNamingStrategy, NamingStrategyInterface, Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const bare = (table: Table | string) => (typeof table === 'string' ? table : table.name).split('.').pop()!;
const named = (prefix: string, table: Table | string, columns: string[]) =>
  [prefix, bare(table), ...[...columns].sort()].join('_').slice(0, 63);

/** snake_case columns and constraint names a person can read: pk_, uq_, fk_, ix_, ck_. */
export class ReadableNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string) {
    return customName ?? snake(className);
  }
  override columnName(property: string, customName: string | undefined, prefixes: string[]) {
    return snake([...prefixes, customName ?? property].join('_'));
  }
  override joinColumnName(relation: string, referenced: string) {
    return snake(`${relation}_${referenced}`);
  }
  override primaryKeyName(table: Table | string, _columns: string[]) {
    return `pk_${bare(table)}`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]) {
    return named('uq', table, columns);
  }
  override foreignKeyName(table: Table | string, columns: string[]) {
    return named('fk', table, columns);
  }
  override indexName(table: Table | string, columns: string[]) {
    return named('ix', table, columns);
  }
}
