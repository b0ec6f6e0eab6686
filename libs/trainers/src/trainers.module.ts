import { Module } from '@nestjs/common';
import { Trainers } from './assignment/trainers';
import { TrainerController } from './trainer/trainer.controller';
import { TrainerQueries } from './trainer/trainer.queries';
import { TrainerService } from './trainer/trainer.service';

@Module({
  controllers: [TrainerController],
  providers: [TrainerService, TrainerQueries, Trainers],
  exports: [Trainers],
})
export class TrainersModule {}
