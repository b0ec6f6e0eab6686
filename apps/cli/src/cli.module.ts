import { DynamicModule, Module } from '@nestjs/common';
import type { Config } from '@app/platform';
import { AppModule, contexts } from '../../api/src/app.module';
import { AuditInvariantsCommand, AuditVerifyCommand } from './commands/audit.commands';
import { DemoLoadCommand, PrepareCommand } from './commands/database.commands';
import { OrganisationCreateCommand } from './commands/organisation.command';
import { SeatsAuditCommand } from './commands/seats-audit.command';
import { UserCreateCommand } from './commands/user.command';
import { VenuesImportCommand } from './commands/venues-import.command';
import { DEMO_PROVIDERS } from './demo/demo.providers';

/** The commands, on the same modules as the servers. */
@Module({})
export class CliModule {
  static with(config: Config): DynamicModule {
    return {
      module: CliModule,
      imports: [AppModule.with(config), ...contexts],
      providers: [AuditInvariantsCommand, AuditVerifyCommand, DemoLoadCommand, ...DEMO_PROVIDERS, OrganisationCreateCommand, PrepareCommand, SeatsAuditCommand, UserCreateCommand, VenuesImportCommand],
    };
  }
}
