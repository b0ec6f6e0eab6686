import { boot, createHttpApp, drainOnSignal } from '@app/platform';
import { refuseDemoInProduction } from '@app/identity';
import { ApiModule } from './api.module';

void boot('api', async (config) => {
  const app = await createHttpApp(ApiModule.with(config), config);
  await refuseDemoInProduction(app);
  drainOnSignal(app);
  await app.listen({ port: config.PORT, host: config.HOST });
});
