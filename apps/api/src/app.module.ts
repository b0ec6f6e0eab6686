import { DynamicModule, Module } from '@nestjs/common';
import { Config, PlatformModule } from '@app/platform';
import { CurriculumModule } from '@app/curriculum';
import { FederationModule } from '@app/federation';
import { IdentityModule } from '@app/identity';
import { NotificationsModule } from '@app/notifications';
import { TrainersModule } from '@app/trainers';
import { TrainingModule } from '@app/training';
import { VenuesModule } from '@app/venues';

/** The contexts, the same in every process. */
export const contexts = [IdentityModule, CurriculumModule, VenuesModule, TrainersModule, TrainingModule, FederationModule, NotificationsModule];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), ...contexts] };
  }
}
