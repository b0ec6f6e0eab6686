import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/services/paths.mjs';
import { startServices } from '../../../scripts/services.mjs';
import { copyClone } from './clone.mjs';
import { startRelais } from './relais.mjs';

/** What the measures share; each thing is made when first asked for, and undone by `close`. */
export function benchContext() {
  const undo = [];
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };

  /** A copy of this clone as it is just after `npm ci`: nothing built, no data. */
  const clone = once(async () => {
    const { path, remove } = copyClone();
    undo.push(remove);
    return path;
  });

  /** Seconds of a first start in the copy. */
  const coldStart = once(async () => {
    const relais = await startRelais(await clone());
    await relais.stop();
    return relais.seconds;
  });

  /** Relais with its demo year, running in the copy for the second time. */
  const running = once(async () => {
    await coldStart();
    const relais = await startRelais(await clone());
    undo.push(relais.stop);
    return relais;
  });

  /** A throwaway PostgreSQL with the memory of a small server, migrated and empty, and a throwaway Redis. */
  const services = once(async () => {
    const started = await startServices({ test: true, name: 'relais_bench', settings: ['shared_buffers=512MB'] });
    undo.push(started.stop);
    const { migrate } = createRequire(import.meta.url)(join(ROOT, 'dist/apps/api/src/database/migrate.js'));
    await migrate(started.databaseUrl);
    return started;
  });

  return {
    coldStart,
    running,
    services,
    close: async () => {
      while (undo.length) await undo.pop()();
    },
  };
}
