import { DynamicModule, Module } from '@nestjs/common';
import { Config } from '@app/platform';
import { AppModule } from './app.module';
import { PagesModule } from './pages/pages.module';

/** What the HTTP process adds: the pages served with their title and data already in the HTML. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return { module: ApiModule, imports: [AppModule.with(config), PagesModule] };
  }
}
