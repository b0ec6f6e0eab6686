import { boot, createLog, NestLog } from '@app/platform';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module';
import { frenchHelp, frenchOutput, misuse } from './french';

void boot('relais', async (config) => {
  // The factory's type asks for a class; it takes any module.
  await CommandFactory.run(CliModule.with(config) as never, {
    logger: new NestLog(createLog('error', 'relais', process.stderr)),
    cliName: 'relais',
    errorHandler: (error) => misuse(error as Error & { code: string; exitCode: number }),
    serviceErrorHandler: (error) => {
      throw error;
    },
    helpConfiguration: frenchHelp,
    outputConfiguration: frenchOutput,
  });
});
