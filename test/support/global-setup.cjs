const { existsSync } = require('node:fs');
const { join } = require('node:path');

const MIGRATE = join(__dirname, '../../dist/apps/api/src/database/migrate.js');

/** One PostgreSQL and one Redis for the whole run, and the migrated database that each test file clones. */
module.exports = async () => {
  if (!existsSync(MIGRATE))
    throw new Error('Rien n’est construit : lancez « npm run build » avant les tests.');
  const { startServices } = await import('../../scripts/services.mjs');
  const services = await startServices({ test: true, inMemory: true, name: 'relais_template' });
  globalThis.relaisServices = services;
  try {
    const { migrate } = require(MIGRATE);
    await migrate(services.databaseUrl);
  } catch (error) {
    await services.stop();
    throw error;
  }
  process.env.DATABASE_URL = services.databaseUrl;
  process.env.REDIS_URL = services.redisUrl;
};
