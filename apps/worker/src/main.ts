import { NestFactory } from '@nestjs/core';
import { boot, closeOnSignal, createLog, JobRunner, NestLog } from '@app/platform';
import { refuseDemoInProduction } from '@app/identity';
import { AppModule } from '../../api/src/app.module';
import { schedules } from './schedules';

void boot('worker', async (config) => {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new NestLog(createLog(config.LOG_LEVEL, 'worker')),
    abortOnError: false,
  });
  await refuseDemoInProduction(app);
  closeOnSignal(app);
  await app.get(JobRunner).start(schedules);
});
