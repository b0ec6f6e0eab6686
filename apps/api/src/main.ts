import { boot, createHttpApp, drainOnSignal } from '@app/platform';
import { refuseDemoInProduction } from '@app/identity';
import { ApiModule } from './api.module';
import { PAGE_ROUTES } from './pages/pages.controller';

void boot('api', async (config) => {
  const app = await createHttpApp(ApiModule.with(config), config, PAGE_ROUTES);
  await refuseDemoInProduction(app);
  drainOnSignal(app);
  await app.listen({ port: config.PORT, host: config.HOST });
});
