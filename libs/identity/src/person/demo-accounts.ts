import type { INestApplicationContext } from '@nestjs/common';
import { Config, ConfigError, Database } from '@app/platform';

export const DEMO_DOMAIN = 'demo.relais.example';

/** Accounts whose password is printed on the screen must never be reachable on a real site. */
export async function refuseDemoInProduction(app: INestApplicationContext): Promise<void> {
  if (!app.get(Config).isProduction) return;
  const demo = await app
    .get(Database)
    .one(`select 1 from identity.person where active and email like '%@' || $1 limit 1`, [DEMO_DOMAIN]);
  if (demo)
    throw new ConfigError(
      `Des comptes de démonstration (@${DEMO_DOMAIN}) sont actifs : désactivez-les avant la mise en production.`,
    );
}
