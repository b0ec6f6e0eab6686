import '../../apps/api/src/api.module';
import { dataSource } from '@app/platform';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../support/database';

/** Statements that would bring the database to what the entities say. Foreign keys across contexts (`xfk_`) have no relation. */
async function drift(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !query.includes('"xfk_'));
}

describe('entities and migrated database', () => {
  let source: DataSource;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    source = await dataSource({ url: database.url, pool: 2 }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  it('say the same', async () => {
    expect(await drift(source)).toEqual([]);
  });

  it.each([
    ['a column no entity has', 'alter table training.course add column secret text', /secret/],
    ['a missing column', 'alter table venues.room drop column capacity', /"capacity"/],
    ['a missing index', 'drop index training.uq_session_code', /uq_session_code/],
    ['a column that became optional', 'alter table identity.person alter column given_name drop not null', /given_name/],
  ])('%s is reported', async (_, change, reported) => {
    await source.query(change);
    expect((await drift(source)).join('\n')).toMatch(reported);
  });
});
